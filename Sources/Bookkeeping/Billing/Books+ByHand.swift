public import FinanceBasics
import LeaseModel

/// What a credit note takes off an invoice because somebody decides so.
public struct ManualCredit: Hashable, Sendable {
  /// The invoice's number as written.
  public let invoice: String
  /// The lines, from 1; all of the invoice where none is named.
  public let lines: [Int]
  /// In minor units; all that is left of the lines where none is given.
  public let minorUnits: Int64?
  /// Of the credit note.
  public let day: CalendarDate
  /// Why.
  public let reason: String
  /// Whether one line may be credited with more than is left of it.
  public let goesBeyond: Bool

  /// Takes the parts as given.
  public init(
    invoice: String, lines: [Int] = [], minorUnits: Int64? = nil, day: CalendarDate,
    reason: String, goesBeyond: Bool = false
  ) {
    self.invoice = invoice
    self.lines = lines
    self.minorUnits = minorUnits
    self.day = day
    self.reason = reason
    self.goesBeyond = goesBeyond
  }
}

/// What an invoice asks for because somebody decides so.
public struct ManualCharge: Hashable, Sendable {
  /// Whose account it is in, and who asks for it.
  public let payee: Payee
  /// What it is for.
  public let item: LineItem
  /// The hall's name; empty where no hall bears it alone.
  public let hall: String
  /// The month that earns it.
  public let month: YearMonth
  /// What is asked for.
  public let amount: Money
  /// Of the invoice.
  public let day: CalendarDate
  /// When it is to be paid.
  public let due: CalendarDate
  /// Why.
  public let reason: String

  /// Takes the parts as given; by default it is earned in the month of its day, and due on it.
  public init(
    payee: Payee, item: LineItem = .otherIncome, hall: String = "", month: YearMonth? = nil,
    amount: Money, day: CalendarDate, due: CalendarDate? = nil, reason: String
  ) {
    self.payee = payee
    self.item = item
    self.hall = hall
    self.month = month ?? day.yearMonth
    self.amount = amount
    self.day = day
    self.due = due ?? day
    self.reason = reason
  }
}

extension Books {
  /// Takes something off an invoice for a reason that the terms do not have.
  ///
  /// An amount for several lines is shared by what is left of each, to the cent. It goes to the
  /// invoice first, then to the oldest that is open; what is over waits among the tenant's credits.
  /// The flow stays billed, so that billing does not ask for it again.
  ///
  /// - Throws: `BookkeepingProblem`.
  public mutating func credit(_ credit: ManualCredit) throws(BookkeepingProblem) -> Voucher {
    let (invoice, account) = try document(credit.invoice)
    guard invoice.kind == .invoice else { throw .notAnInvoice(invoice.number) }
    guard invoice.day <= credit.day else {
      throw .beforeDocument(invoice.number, dated: invoice.day, credit.day)
    }
    let places = try places(of: credit, in: invoice)
    let left = account.left(of: invoice)
    let shares = try shares(of: credit, in: invoice, places, left: places.map { left[$0] })
    let lines = zip(places, shares).compactMap { place, share -> VoucherLine? in
      guard share > 0 else { return nil }
      let line = invoice.lines[place]
      return VoucherLine(
        line.key, minorUnits: -share, clause: line.clause, about: invoice.number)
    }
    try checkNew(.creditNote, lines, credit.day, credit.reason, in: account)
    let payee = Payee(
      deal: invoice.deal, landlord: invoice.number.landlord, currency: invoice.currency)
    return self.credit(
      BillingPlan.Draft(day: credit.day, lines: lines), of: payee, reason: credit.reason)
  }

  /// Asks for something that the terms do not have; the tenant's credits are applied to it.
  ///
  /// - Throws: `BookkeepingProblem`.
  public mutating func charge(_ charge: ManualCharge) throws(BookkeepingProblem) -> Voucher {
    let account = account(of: charge.payee.deal)
    try checkAmount(charge.amount, in: account)
    guard charge.item.isChargedByHand else { throw .notByHand(charge.item) }
    guard charge.day <= charge.due else { throw .dueBefore(charge.due, dated: charge.day) }
    let key = FlowKey(
      item: charge.item, hall: charge.hall, month: charge.month, isAllowance: false)
    let line = VoucherLine(key, minorUnits: charge.amount.minorUnits)
    try checkNew(.invoice, [line], charge.day, charge.reason, in: account)
    settleWaiting(of: charge.payee.deal)
    let payee = Payee(
      deal: charge.payee.deal,
      landlord: account.history.parties(in: charge.month)?.landlord ?? charge.payee.landlord,
      currency: charge.amount.currency)
    return raise(
      BillingPlan.Draft(day: charge.day, lines: [line]), of: payee, due: charge.due,
      reason: charge.reason)
  }

  /// A command that is given again, because nobody saw its answer, makes nothing anew.
  private func checkNew(
    _ kind: VoucherKind, _ lines: [VoucherLine], _ day: CalendarDate, _ reason: String,
    in account: DealAccount
  ) throws(BookkeepingProblem) {
    let same = account.vouchers.first { voucher in
      voucher.kind == kind && voucher.day == day && voucher.reason == reason
        && voucher.lines == lines
    }
    if let same { throw .madeBefore(same.number) }
  }

  /// The places of the lines that a credit is for: those named, else all that may be credited.
  private func places(
    of credit: ManualCredit, in invoice: Voucher
  ) throws(BookkeepingProblem) -> [Int] {
    var places: [Int] = []
    for line in credit.lines {
      guard invoice.lines.indices.contains(line - 1) else {
        throw .noSuchLine(invoice.number, line: line, count: invoice.lines.count)
      }
      let item = invoice.lines[line - 1].key.item
      guard item.isCreditedByHand else { throw .notByHand(item) }
      if !places.contains(line - 1) { places.append(line - 1) }
    }
    guard credit.lines.isEmpty else { return places }
    for place in invoice.lines.indices {
      let item = invoice.lines[place].key.item
      if invoice.lines[place].minorUnits > 0, item.isCreditedByHand { places.append(place) }
    }
    guard let first = invoice.lines.first, places.isEmpty else { return places }
    throw .notByHand(first.key.item)
  }

  /// What each line is credited with; the shares come to the amount.
  private func shares(
    of credit: ManualCredit, in invoice: Voucher, _ places: [Int], left: [Int64]
  ) throws(BookkeepingProblem) -> [Int64] {
    let whole = left.reduce(0) { $0 + max($1, 0) }
    if let asked = credit.minorUnits, asked <= 0 { throw .notAnAmount(asked) }
    if credit.goesBeyond, let asked = credit.minorUnits {
      guard places.count == 1 else { throw .beyondSeveralLines(invoice.number) }
      return [asked]
    }
    guard whole > 0 else {
      throw .nothingLeft(
        invoice.number, line: credit.lines.count == 1 ? credit.lines[0] : nil)
    }
    let asked = credit.minorUnits ?? whole
    guard asked <= whole else {
      throw .beyondLines(
        invoice.number, asked: Money(minorUnits: asked, currency: invoice.currency),
        left: Money(minorUnits: whole, currency: invoice.currency))
    }
    var (before, sum): (Int64, Int64) = (0, 0)
    return left.map { part in
      sum += max(part, 0)
      // What is credited down to a line, rounded down: no line gets more than is left of it.
      let through = Int64(Int128(asked) * Int128(sum) / Int128(whole))
      defer { before = through }
      return through - before
    }
  }
}

extension Books {
  /// Checks that an amount for a document is in its currency.
  ///
  /// - Throws: `BookkeepingProblem.otherCurrency`, or of a document that is unknown.
  public func check(_ currency: Currency, of text: String) throws(BookkeepingProblem) {
    let (voucher, _) = try document(text)
    guard voucher.currency == currency else {
      throw .otherCurrency(voucher.deal, of: voucher.currency, given: currency)
    }
  }
}
