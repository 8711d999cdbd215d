public import FinanceBasics
public import LeaseModel

/// Why a document cannot be made.
public enum BookkeepingProblem: Error, Hashable, Sendable {
  /// An amount of nothing or less, in minor units.
  case notAnAmount(Int64)
  case otherCurrency(DealID, of: Currency, given: Currency)
  case unknownDocument(String, nearest: String?)
  case notAnInvoice(VoucherNumber)
  case otherDeal(VoucherNumber, of: DealID, asked: DealID)
  case settled(VoucherNumber)
  case receivedBefore(VoucherNumber, reference: String)
  case beyondBalance(VoucherNumber, asked: Money, open: Money)
  case beyondCredit(DealID, asked: Money, available: Money)
  /// A document would be dated before the one that it is about.
  case beforeDocument(VoucherNumber, dated: CalendarDate, CalendarDate)
  case notReversible(VoucherNumber)
  case reversedBefore(VoucherNumber, by: VoucherNumber)
  case refundedBefore(VoucherNumber, reference: String)
}

extension BookkeepingProblem: Diagnostic {
  /// A stable name that tests and scripts match on.
  public var code: String {
    switch self {
    case .notAnAmount: "books.not-an-amount"
    case .otherCurrency: "books.other-currency"
    case .unknownDocument: "books.unknown-document"
    case .notAnInvoice: "books.not-an-invoice"
    case .otherDeal: "books.other-deal"
    case .settled: "books.settled"
    case .receivedBefore: "books.received-before"
    case .beyondBalance: "books.beyond-balance"
    case .beyondCredit: "books.beyond-credit"
    case .beforeDocument: "books.before-document"
    case .notReversible: "books.not-reversible"
    case .reversedBefore: "books.reversed-before"
    case .refundedBefore: "books.refunded-before"
    }
  }

  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .notAnAmount(let amount): "\(plainAmount(amount)) is no amount to book"
    case .otherCurrency(let deal, let currency, let given):
      "\(deal) is billed in \(currency), and the amount is in \(given)"
    case .unknownDocument(let text, _): "the books have no document '\(text)'"
    case .notAnInvoice(let number): "\(number) is a \(number.kind.words), not an invoice"
    case .otherDeal(let number, let deal, let asked):
      "\(number) is an invoice of \(deal), not of \(asked)"
    case .settled(let number): "nothing of \(number) is open"
    case .receivedBefore(let number, let reference):
      "the same amount with the reference '\(reference)' was received that day as \(number)"
    case .beyondBalance(let number, let asked, let open):
      "\(asked) is more than the \(open) that is open of \(number)"
    case .beyondCredit(let deal, let asked, let available):
      "\(asked) is more than the \(available) that the tenant of \(deal) has as credit"
    case .beforeDocument(let number, let dated, let day):
      "\(day) is before \(number), which is dated \(dated)"
    case .notReversible(let number):
      "\(number) is \(number.kind == .invoice ? "an" : "a") \(number.kind.words), which is never "
        + "undone"
    case .reversedBefore(let number, let by): "\(number) was undone by \(by)"
    case .refundedBefore(let number, let reference):
      "the same amount with the reference '\(reference)' was paid back that day as \(number)"
    }
  }

  /// The deal, where it is one.
  public var location: DiagnosticLocation {
    switch self {
    case .otherCurrency(let deal, _, _), .otherDeal(_, _, let deal), .beyondCredit(let deal, _, _):
      DiagnosticLocation(field: deal.text)
    default: .unknown
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .notAnAmount: "write an amount above zero"
    case .otherCurrency(_, let currency, _): "write the amount in \(currency)"
    case .unknownDocument(_, let nearest):
      (nearest.map { "write \($0), or see" } ?? "see") + " `leasebook statement`"
    case .notAnInvoice: "name an invoice, such as one that `leasebook arrears` lists"
    case .otherDeal(_, let deal, _): "name the deal \(deal), or another invoice"
    case .settled: "leave --invoice out, so that the oldest open invoice is taken"
    case .receivedBefore: "write another reference, if it is another payment"
    case .beyondBalance(_, _, let open): "write \(open) or less"
    case .beyondCredit(_, _, let available): "write \(available) or less"
    case .beforeDocument(_, let dated, _): "write \(dated) or a later day"
    case .notReversible: "amend the deal and bill again: a credit note corrects what was billed"
    case .reversedBefore: "record it anew, if it did happen"
    case .refundedBefore: "write another reference, if it is another payment"
    }
  }

  /// What failed, which decides the exit code.
  public var kind: DiagnosticKind {
    if case .unknownDocument = self { .missingInput } else { .badData }
  }
}
