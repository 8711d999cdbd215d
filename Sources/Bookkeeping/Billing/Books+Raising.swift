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
  /// Whose account a draft is in, and who makes it.
  func payee(of draft: BillingPlan.Draft) -> Payee {
    Payee(deal: id, landlord: draft.landlord ?? landlord, currency: currency)
  }
}

extension Books {
  /// Gives an invoice its number, and applies the credits to it that its tenant has with its
  /// landlord, the oldest first.
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
    let applications = account.applications(
      of: account.credits(for: draft.lines, by: payee.landlord), to: number, draft.minorUnits,
      on: draft.day)
    let voucher = Voucher(
      number: number, deal: payee.deal, day: draft.day, due: due ?? draft.day,
      currency: payee.currency, minorUnits: draft.minorUnits, lines: draft.lines,
      applications: applications, reason: reason)
    make(voucher)
    return voucher
  }

  /// Gives a credit note its number, and applies it to the invoices that it corrects, then to the
  /// oldest; what gives a deposit back, first to what of deposits was never paid. What of them was
  /// written off is taken out of the bad debts, and given to nobody.
  ///
  /// - Parameter reason: Of a credit note that somebody made by hand.
  @discardableResult
  mutating func credit(
    _ draft: BillingPlan.Draft, of payee: Payee, reason: String? = nil
  ) -> Voucher {
    let number = nextNumber(.creditNote, of: payee.landlord, on: draft.day)
    let account = account(of: payee.deal)
    let lines = draft.lines + account.writtenOff(ofDeposits: draft.lines, by: payee.landlord)
    let voucher = Voucher(
      number: number, deal: payee.deal, day: draft.day, currency: payee.currency,
      minorUnits: -lines.reduce(0) { $0 + $1.minorUnits }, lines: lines,
      applications: account.applications(ofCreditNote: number, lines, on: draft.day),
      reason: reason)
    make(voucher)
    return voucher
  }
}
