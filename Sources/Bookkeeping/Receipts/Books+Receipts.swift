public import FinanceBasics
public import LeaseModel

/// Money that came in from a deal's tenant.
public struct Payment: Hashable, Sendable {
  /// The deal that it is for.
  public let deal: DealID
  /// Who received it.
  public let landlord: PartyID
  /// What came in.
  public let amount: Money
  /// The day on which it came in.
  public let day: CalendarDate
  /// The number of the invoice that it is to settle; the oldest first where none is named.
  public let invoice: String?
  /// What the bank or the tenant calls it; two of one reference, day and amount are one payment.
  public let reference: String?

  /// Takes the parts as given.
  public init(
    deal: DealID, landlord: PartyID, amount: Money, day: CalendarDate, invoice: String? = nil,
    reference: String? = nil
  ) {
    self.deal = deal
    self.landlord = landlord
    self.amount = amount
    self.day = day
    self.invoice = invoice
    self.reference = reference
  }
}

extension Books {
  /// Takes money in: applied to the invoice named, then to the oldest open ones between the same
  /// landlord and tenant; where none is named, to the oldest of the parties on its day, or where they
  /// have none, of the parties of the oldest. What is over once nothing is open waits among the
  /// tenant's credits with that landlord.
  ///
  /// Credits that waited beside something open, as books of an older program may have them, are
  /// applied first.
  ///
  /// - Returns: The receipt, in the books already.
  /// - Throws: `BookkeepingProblem` of an amount that is none, of another currency, of an invoice
  ///   that is unknown, another deal's or settled, and of a payment that was received before.
  public mutating func receive(_ payment: Payment) throws(BookkeepingProblem) -> Voucher {
    var account = account(of: payment.deal)
    let amount = payment.amount
    try checkAmount(amount, in: account)
    if let same = repeated(payment, as: .receipt, in: account) {
      throw .receivedBefore(same.number, reference: same.reference)
    }
    var named: VoucherNumber?
    if let text = payment.invoice { named = try openInvoice(text, of: payment.deal).voucher.number }
    settleWaiting(of: payment.deal, keeping: named.map { [$0: amount.minorUnits] } ?? [:])
    account = self.account(of: payment.deal)
    let parties =
      named.map { account.parties(of: $0) }
      ?? account.parties(paying: account.openInvoices, on: payment.day)
      ?? account.history.parties(on: payment.day)
    let number = nextNumber(
      .receipt, of: parties?.landlord ?? payment.landlord, on: payment.day)
    let voucher = Voucher(
      number: number, deal: payment.deal, day: payment.day, currency: amount.currency,
      minorUnits: amount.minorUnits,
      applications: account.applications(
        ofReceipt: number, amount.minorUnits, on: payment.day, to: named),
      reference: payment.reference)
    make(voucher)
    return voucher
  }

  /// The document of a payment with the same reference, day and amount, which is the same payment;
  /// one that was undone never was.
  private func repeated(
    _ payment: Payment, as kind: VoucherKind, in account: DealAccount
  ) -> (number: VoucherNumber, reference: String)? {
    guard let reference = payment.reference else { return nil }
    let undone = Set(account.vouchers.compactMap(\.reverses))
    let same = account.vouchers.first { voucher in
      voucher.kind == kind && voucher.reference == reference && voucher.day == payment.day
        && voucher.minorUnits == payment.amount.minorUnits && !undone.contains(voucher.number)
    }
    return same.map { ($0.number, reference) }
  }

  /// Gives up an invoice, or a part of it.
  ///
  /// - Parameter minorUnits: All that is open where none is given.
  /// - Throws: `BookkeepingProblem`.
  public mutating func writeOff(
    _ invoice: String, minorUnits: Int64? = nil, on day: CalendarDate, reason: String
  ) throws(BookkeepingProblem) -> Voucher {
    let (debit, account) = try openInvoice(invoice)
    let open = account.rest(of: debit.number)
    let amount = minorUnits ?? open
    guard amount > 0 else { throw .notAnAmount(amount) }
    guard amount <= open else {
      throw .beyondBalance(
        debit.number, asked: Money(minorUnits: amount, currency: debit.currency),
        open: Money(minorUnits: open, currency: debit.currency))
    }
    guard debit.day <= day else { throw .beforeDocument(debit.number, dated: debit.day, day) }
    let number = nextNumber(.writeOff, of: debit.number.landlord, on: day)
    let voucher = Voucher(
      number: number, deal: debit.deal, day: day, currency: debit.currency, minorUnits: amount,
      applications: account.applications(ofReceipt: number, amount, on: day, to: debit.number),
      reason: reason)
    make(voucher)
    return voucher
  }

  /// Pays a tenant's credit back, the oldest first: of the parties on the day, or where they have
  /// none, of the parties of the oldest.
  ///
  /// - Throws: `BookkeepingProblem` where the tenant has less, or the same was paid back before.
  public mutating func refund(_ payment: Payment) throws(BookkeepingProblem) -> Voucher {
    let account = account(of: payment.deal)
    let amount = payment.amount
    try checkAmount(amount, in: account)
    if let same = repeated(payment, as: .refund, in: account) {
      throw .refundedBefore(same.number, reference: same.reference)
    }
    let credits = account.creditsOpen(on: payment.day)
    let parties = credits.first.map { account.parties(of: $0.number) }
    let available = credits.reduce(0) { $0 + account.rest(of: $1.number) }
    guard amount.minorUnits <= available else {
      throw .beyondCredit(
        payment.deal, asked: amount,
        available: Money(minorUnits: available, currency: amount.currency))
    }
    let number = nextNumber(
      .refund, of: parties?.landlord ?? payment.landlord, on: payment.day)
    let voucher = Voucher(
      number: number, deal: payment.deal, day: payment.day, currency: amount.currency,
      minorUnits: amount.minorUnits,
      applications: account.applications(
        of: credits, to: number, amount.minorUnits, on: payment.day),
      reference: payment.reference)
    make(voucher)
    return voucher
  }

  /// Undoes a receipt, a write-off or a refund: what it settled is open again, and credits that wait
  /// are applied to it.
  ///
  /// - Throws: `BookkeepingProblem` of a document that is unknown, billed, or undone already, and of
  ///   a write-off of a deposit that was given back since.
  public mutating func reverse(
    _ text: String, on day: CalendarDate, reason: String
  ) throws(BookkeepingProblem) -> Voucher {
    let (undone, account) = try document(text)
    guard undone.kind.isReversible else { throw .notReversible(undone.number) }
    guard !undone.isApplication else { throw .appliesCredits(undone.number) }
    if let by = account.vouchers.first(where: { $0.reverses == undone.number }) {
      throw .reversedBefore(undone.number, by: by.number)
    }
    guard undone.day <= day else { throw .beforeDocument(undone.number, dated: undone.day, day) }
    if let note = account.noteTakingBack(undone) {
      throw .depositGivenBack(undone.number, by: note)
    }
    let parts = account.takenBack(undone.number, on: day)
    // What a reversal of a refund settles must not be open for a time after it.
    if undone.kind.isDebit, let last = parts.map(\.day).max(), day < last {
      throw .beforeDocument(undone.number, dated: last, day)
    }
    let number = nextNumber(.reversal, of: undone.number.landlord, on: day)
    let voucher = Voucher(
      number: number, deal: undone.deal, day: day, currency: undone.currency,
      minorUnits: undone.minorUnits, applications: parts,
      reason: reason, reverses: undone.number)
    make(voucher)
    settleWaiting(of: undone.deal)
    return voucher
  }
}

extension Books {
  /// Why no document can be made of a deal: its terms are in another currency than its documents;
  /// `nil` where they are in one, or there is no document.
  public func currencyProblem(of deal: BillableDeal) -> BookkeepingProblem? {
    guard let first = account(of: deal.id).vouchers.first, first.currency != deal.currency else {
      return nil
    }
    return .termsInOtherCurrency(deal.id, billed: first.currency, terms: deal.currency)
  }

  func checkAmount(_ amount: Money, in account: DealAccount) throws(BookkeepingProblem) {
    guard amount.minorUnits > 0 else { throw .notAnAmount(amount.minorUnits) }
    guard let first = account.vouchers.first, first.currency != amount.currency else { return }
    throw .otherCurrency(account.deal, of: first.currency, given: amount.currency)
  }

  /// The document of a number as written.
  public func document(
    _ text: String
  ) throws(BookkeepingProblem) -> (voucher: Voucher, account: DealAccount) {
    if let number = VoucherNumber(reading: text), let found = find(number) { return found }
    throw .unknownDocument(
      text, nearest: nearestName(to: text, among: numbers.map(\.description).sorted()))
  }

  /// An invoice with an open balance, of one deal where it is to be paid; or a refund whose credit a
  /// reversal took away.
  private func openInvoice(
    _ text: String, of deal: DealID? = nil
  ) throws(BookkeepingProblem) -> (voucher: Voucher, account: DealAccount) {
    let found = try document(text)
    guard found.voucher.kind.isDebit else {
      throw .notAnInvoice(found.voucher.number)
    }
    if let deal, found.voucher.deal != deal {
      throw .otherDeal(found.voucher.number, of: found.voucher.deal, asked: deal)
    }
    guard found.account.rest(of: found.voucher.number) > 0 else {
      throw deal == nil ? .nothingToGiveUp(found.voucher.number) : .settled(found.voucher.number)
    }
    return found
  }
}
