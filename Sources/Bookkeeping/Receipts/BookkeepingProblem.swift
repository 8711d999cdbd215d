public import FinanceBasics
public import LeaseModel

/// Why a document cannot be made.
public enum BookkeepingProblem: Error, Hashable, Sendable {
  /// An amount of nothing or less, in minor units.
  case notAnAmount(Int64)
  case otherCurrency(DealID, of: Currency, given: Currency)
  /// The account has documents in a currency that the terms no longer have.
  case termsInOtherCurrency(DealID, billed: Currency, terms: Currency)
  case unknownDocument(String, nearest: String?)
  case notAnInvoice(VoucherNumber)
  case otherDeal(VoucherNumber, of: DealID, asked: DealID)
  case settled(VoucherNumber)
  case nothingToGiveUp(VoucherNumber)
  case receivedBefore(VoucherNumber, reference: String)
  case beyondBalance(VoucherNumber, asked: Money, open: Money)
  case beyondCredit(DealID, asked: Money, available: Money)
  /// A document would be dated before the one that it is about.
  case beforeDocument(VoucherNumber, dated: CalendarDate, CalendarDate)
  case notReversible(VoucherNumber)
  /// A receipt of nothing, which applies credits that waited.
  case appliesCredits(VoucherNumber)
  case reversedBefore(VoucherNumber, by: VoucherNumber)
  /// A write-off of a deposit that a credit note gave back since, and took out of the bad debts.
  case depositGivenBack(VoucherNumber, by: VoucherNumber)
  case noSuchLine(VoucherNumber, line: Int, count: Int)
  case nothingLeft(VoucherNumber, line: Int?)
  case beyondLines(VoucherNumber, asked: Money, left: Money)
  /// More than is left of several lines at once.
  case beyondSeveralLines(VoucherNumber)
  case notByHand(LineItem)
  case dueBefore(CalendarDate, dated: CalendarDate)
  case madeBefore(VoucherNumber)
  case refundedBefore(VoucherNumber, reference: String)
  /// Of a year no recovery is estimated, and none was billed.
  case noRecoveries(DealID, year: Int)
  /// The last month with an estimate ends after the day.
  case yearNotOver(DealID, year: Int, through: CalendarDate)
  /// The estimates fall due through a day, and are not billed in all.
  case estimatesNotBilled(DealID, year: Int, unbilled: Money, through: CalendarDate)
}

extension BookkeepingProblem: Diagnostic {
  /// A stable name that tests and scripts match on.
  public var code: String {
    switch self {
    case .notAnAmount: "books.not-an-amount"
    case .otherCurrency, .termsInOtherCurrency: "books.other-currency"
    case .unknownDocument: "books.unknown-document"
    case .notAnInvoice: "books.not-an-invoice"
    case .otherDeal: "books.other-deal"
    case .settled, .nothingToGiveUp: "books.settled"
    case .receivedBefore: "books.received-before"
    case .beyondBalance: "books.beyond-balance"
    case .beyondCredit: "books.beyond-credit"
    case .beforeDocument: "books.before-document"
    case .notReversible, .appliesCredits: "books.not-reversible"
    case .reversedBefore: "books.reversed-before"
    case .depositGivenBack: "books.deposit-given-back"
    case .noSuchLine: "books.no-such-line"
    case .nothingLeft: "books.nothing-left"
    case .beyondLines: "books.beyond-lines"
    case .beyondSeveralLines: "books.beyond-several-lines"
    case .notByHand: "books.not-by-hand"
    case .dueBefore: "books.due-before"
    case .madeBefore: "books.made-before"
    case .refundedBefore: "books.refunded-before"
    case .noRecoveries: "books.no-recoveries"
    case .yearNotOver: "books.year-not-over"
    case .estimatesNotBilled: "books.estimates-not-billed"
    }
  }

  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .notAnAmount(let amount): "\(plainAmount(amount)) is no amount to book"
    case .otherCurrency(let deal, let currency, let given):
      "\(deal) is billed in \(currency), and the amount is in \(given)"
    case .termsInOtherCurrency(let deal, let billed, let terms):
      "\(deal) is billed in \(billed), and its terms are in \(terms) now"
    case .unknownDocument(let text, _): "the books have no document '\(text)'"
    case .notAnInvoice(let number): "\(number) is a \(number.kind.words), not an invoice"
    case .otherDeal(let number, let deal, let asked):
      "\(number) is an invoice of \(deal), not of \(asked)"
    case .settled(let number), .nothingToGiveUp(let number): "nothing of \(number) is open"
    case .receivedBefore(let number, let reference):
      "the same amount with the reference '\(reference)' was received that day as \(number)"
    case .beyondBalance(let number, let asked, let open):
      "\(asked) is more than the \(open) that is open of \(number)"
    case .beyondCredit(let deal, _, let available) where available.minorUnits == 0:
      "the tenant of \(deal) has no credit that could be paid back on that day"
    case .beyondCredit(let deal, let asked, let available):
      "\(asked) is more than the \(available) that the tenant of \(deal) has as credit"
    case .beforeDocument(let number, let dated, let day):
      "\(day) is before \(number), which is dated \(dated)"
    case .notReversible(let number):
      "\(number) is \(number.kind == .invoice ? "an" : "a") \(number.kind.words), which is never "
        + "undone"
    case .appliesCredits(let number):
      "\(number) only applies credits that waited, and is never undone"
    case .reversedBefore(let number, let by): "\(number) was undone by \(by)"
    case .depositGivenBack(let number, let note):
      "what \(number) gave up of a deposit was taken out of the bad debts when \(note) gave the "
        + "deposit back"
    case .noSuchLine(let number, let line, let count):
      "\(number) has no line \(line): it has \(count == 1 ? "one line" : "\(count) lines")"
    case .nothingLeft(let number, let line):
      "nothing is left of \(line.map { "line \($0) of " } ?? "")\(number) to be credited"
    case .beyondLines(let number, let asked, let left):
      "\(asked) is more than the \(left) that is left of the lines of \(number)"
    case .beyondSeveralLines(let number):
      "which line of \(number) is credited beyond what is left of it is not said"
    case .notByHand(let item): "\(item.rawValue) is never charged or credited by hand"
    case .dueBefore(let due, let dated): "\(due) is before \(dated), the day of the invoice"
    case .madeBefore(let number):
      "\(number) has the same day, lines, amount and reason"
    case .refundedBefore(let number, let reference):
      "the same amount with the reference '\(reference)' was paid back that day as \(number)"
    case .noRecoveries(let deal, let year):
      "\(deal) estimates no recoveries of \(year), and none were billed"
    case .yearNotOver(let deal, let year, let end):
      "the recoveries of \(deal) run through \(end), so that what \(year) came to is not known"
    case .estimatesNotBilled(let deal, let year, let unbilled, _):
      "of the recoveries that \(deal) estimates for \(year), \(unbilled) is still to be billed, "
        + "and would come on top"
    }
  }

  /// The deal, where it is one.
  public var location: DiagnosticLocation {
    switch self {
    case .otherCurrency(let deal, _, _), .termsInOtherCurrency(let deal, _, _),
      .otherDeal(_, _, let deal), .beyondCredit(let deal, _, _),
      .noRecoveries(let deal, _), .yearNotOver(let deal, _, _),
      .estimatesNotBilled(let deal, _, _, _):
      DiagnosticLocation(field: deal.text)
    default: .unknown
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .notAnAmount: "write an amount above zero"
    case .otherCurrency(_, let currency, _): "write the amount in \(currency)"
    case .termsInOtherCurrency(let deal, let billed, _):
      "put the terms back into \(billed) with `leasebook correct \(deal)`"
    case .unknownDocument(_, let nearest):
      (nearest.map { "write \($0), or see" } ?? "see") + " `leasebook statement`"
    case .notAnInvoice: "name an invoice, such as one that `leasebook arrears` lists"
    case .otherDeal(_, let deal, _): "name the deal \(deal), or another invoice"
    case .settled: "leave --invoice out, so that the oldest open invoice is taken"
    case .receivedBefore: "write another reference, if it is another payment"
    case .nothingToGiveUp(let number): "see what settled it with `leasebook document \(number)`"
    case .beyondBalance(_, _, let open): "write \(open) or less"
    case .beyondCredit(_, _, let available) where available.minorUnits == 0:
      "see what is open and what waits with `leasebook arrears`; what settled an invoice is no credit"
    case .beyondCredit(_, _, let available): "write \(available) or less"
    case .beforeDocument(_, let dated, _): "write \(dated) or a later day"
    case .appliesCredits: "undo the receipt that it applies, if the money did not come in"
    case .notReversible: "credit it by hand, or amend the deal and bill again"
    case .reversedBefore: "record it anew, if it did happen"
    case .depositGivenBack: "leave it as it is, or ask for what is owed with `leasebook charge`"
    case .noSuchLine(let number, _, _): "see its lines with `leasebook document \(number)`"
    case .nothingLeft(let number, _):
      "see what was credited with `leasebook document \(number)`; --beyond credits more"
    case .beyondLines(_, _, let left): "write \(left) or less, or add --beyond"
    case .beyondSeveralLines: "name one line with --line"
    case .notByHand(let item): item.remedyByHand
    case .madeBefore: "give another reason, if it is meant once more"
    case .dueBefore(_, let dated): "write \(dated) or a later day"
    case .refundedBefore: "write another reference, if it is another payment"
    case .noRecoveries: "name another year, or ask for it with `leasebook charge`"
    case .yearNotOver(_, _, let end): "write \(end) or a later day with --on"
    case .estimatesNotBilled(let deal, _, _, let due):
      "give `leasebook bill --through \(due) \(deal)` first"
    }
  }

  /// What failed, which decides the exit code.
  public var kind: DiagnosticKind {
    if case .unknownDocument = self { .missingInput } else { .badData }
  }
}

extension LineItem {
  /// What moves an item that is never charged or credited by hand.
  fileprivate var remedyByHand: String {
    switch self {
    case .prepaymentReturn: "amend the terms of the prepayment, and bill"
    case .deposit, .prepayment: "amend the terms of the \(rawValue), and bill"
    case .lateInterest: "use `leasebook bill --late-interest`"
    case .recoveryTrueUp: "use `leasebook true-up`"
    default: "amend the deal, and bill"
    }
  }
}
