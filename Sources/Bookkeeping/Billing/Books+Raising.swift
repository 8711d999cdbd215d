public import FinanceBasics
public import LeaseModel

/// Whose account a document is in, and who made it.
public struct Payee: Hashable, Sendable {
  /// The deal.
  public let deal: DealID
  /// Who bills, and numbers the documents.
  public let landlord: PartyID
  /// Of every amount.
  public let currency: Currency

  /// Takes the parts as given.
  public init(deal: DealID, landlord: PartyID, currency: Currency) {
    self.deal = deal
    self.landlord = landlord
    self.currency = currency
  }
}

extension BillableDeal {
  /// Whose account its documents are in.
  var payee: Payee { Payee(deal: id, landlord: landlord, currency: currency) }
}

extension Books {
  /// Gives an invoice its number, and applies the tenant's credits to it, the oldest first.
  ///
  /// - Parameters:
  ///   - due: The day of the draft where none is given.
  ///   - reason: Of an invoice that somebody made by hand.
  @discardableResult
  mutating func raise(
    _ draft: BillingPlan.Draft, of payee: Payee, due: CalendarDate? = nil, reason: String? = nil
  ) -> Voucher {
    let number = nextNumber(.invoice, of: payee.landlord, on: draft.day)
    let account = account(of: payee.deal)
    var applications: [Application] = []
    var open = draft.minorUnits
    for credit in account.openCredits where open > 0 {
      let part = min(open, account.rest(of: credit.number))
      applications.append(
        Application(
          credit: credit.number, debit: number,
          day: max(account.openSince(credit.number), draft.day),
          minorUnits: part))
      open -= part
    }
    let voucher = Voucher(
      number: number, deal: payee.deal, day: draft.day, due: due ?? draft.day,
      currency: payee.currency, minorUnits: draft.minorUnits, lines: draft.lines,
      applications: applications, reason: reason)
    make(voucher)
    return voucher
  }

  /// Gives a credit note its number, and applies it to the invoices that it corrects, then to the
  /// oldest.
  ///
  /// - Parameters:
  ///   - reason: Of a credit note that somebody made by hand.
  ///   - corrected: The invoices that it corrects, and by how much; those of its lines where none is
  ///     given.
  @discardableResult
  mutating func credit(
    _ draft: BillingPlan.Draft, of payee: Payee, reason: String? = nil,
    correcting corrected: [(invoice: VoucherNumber, minorUnits: Int64)]? = nil
  ) -> Voucher {
    let number = nextNumber(.creditNote, of: payee.landlord, on: draft.day)
    var settling = Settling(
      credit: number, day: draft.day, minorUnits: -draft.minorUnits, in: account(of: payee.deal))
    let ofLines = draft.lines.compactMap { line in line.about.map { ($0, -line.minorUnits) } }
    for (invoice, limit) in corrected ?? ofLines { settling.settle(invoice, upTo: limit) }
    settling.settleOldest()
    let voucher = Voucher(
      number: number, deal: payee.deal, day: draft.day, currency: payee.currency,
      minorUnits: -draft.minorUnits, lines: draft.lines, applications: settling.applications,
      reason: reason)
    make(voucher)
    return voucher
  }
}
