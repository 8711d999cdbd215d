public import FinanceBasics
public import LeaseModel

/// One line of an invoice or a credit note.
public struct VoucherLine: Hashable, Sendable {
  /// The flow that it bills, or corrects the billing of.
  public let key: FlowKey
  /// Positive adds to what the tenant owes, negative takes off.
  public let minorUnits: Int64
  /// The field of the deal file that it rests on.
  public let clause: String?
  /// The invoice that it corrects, or that bears the interest which it charges or takes back.
  public let about: VoucherNumber?
  /// Of a true-up what the tenant owes for the year in all, in minor units; `nil` of other lines, and
  /// of true-ups in ledgers before schema 10.
  public let actual: Int64?

  /// Takes the parts as given.
  public init(
    _ key: FlowKey, minorUnits: Int64, clause: String? = nil, about: VoucherNumber? = nil,
    actual: Int64? = nil
  ) {
    self.key = key
    self.minorUnits = minorUnits
    self.clause = clause
    self.about = about
    self.actual = actual
  }

  /// Whether it takes something off an invoice; interest taken back is about the invoice that bore
  /// it, and takes nothing off that.
  func corrects(_ invoice: Voucher) -> Bool {
    about == invoice.number && (key.item == .lateInterest) == invoice.isInterest
  }
}

/// A part of a credit that settles a part of an invoice or a refund.
public struct Application: Hashable, Sendable {
  /// The receipt, the credit note or the write-off.
  public let credit: VoucherNumber
  /// The invoice or the refund.
  public let debit: VoucherNumber
  /// The day from which it counts: the later of those since which the two documents are open.
  public let day: CalendarDate
  /// Above zero; below where a reversal takes it back.
  public let minorUnits: Int64

  /// Takes the parts as given.
  public init(
    credit: VoucherNumber, debit: VoucherNumber, day: CalendarDate, minorUnits: Int64
  ) {
    self.credit = credit
    self.debit = debit
    self.day = day
    self.minorUnits = minorUnits
  }
}

/// A document of the books, which is one entry of the ledger; it is never edited once recorded.
///
/// Its postings follow from what it says, and balance on each of their days.
public struct Voucher: Hashable, Sendable {
  /// Unlike that of any other document; its kind and its landlord are in it.
  public let number: VoucherNumber
  /// The deal whose account it is in.
  public let deal: DealID
  /// The day on which it is posted.
  public let day: CalendarDate
  /// The day on which an invoice is to be paid; `nil` of any other document.
  public let due: CalendarDate?
  /// Of every amount.
  public let currency: Currency
  /// What an invoice asks for, or a credit or a refund comes to, in minor units; never negative.
  public let minorUnits: Int64
  /// Of an invoice or a credit note.
  public let lines: [VoucherLine]
  /// The settlements that the document makes, its own and others'.
  public let applications: [Application]
  /// What the bank or the tenant calls it.
  public let reference: String?
  /// Why it was made.
  public let reason: String?
  /// The document that a reversal undoes.
  public let reverses: VoucherNumber?

  /// Takes the parts as given; see `faults`.
  public init(
    number: VoucherNumber, deal: DealID, day: CalendarDate, due: CalendarDate? = nil,
    currency: Currency, minorUnits: Int64, lines: [VoucherLine] = [],
    applications: [Application] = [], reference: String? = nil, reason: String? = nil,
    reverses: VoucherNumber? = nil
  ) {
    self.number = number
    self.deal = deal
    self.day = day
    self.due = due
    self.currency = currency
    self.minorUnits = minorUnits
    self.lines = lines
    self.applications = applications
    self.reference = reference
    self.reason = reason
    self.reverses = reverses
  }

  /// The day from which what is open of it is late.
  public var payableOn: CalendarDate { due ?? day }

  /// What it is.
  public var kind: VoucherKind { number.kind }

  /// Whether somebody charged or credited it with a reason, rather than the terms of the lease.
  ///
  /// Of such a document nothing counts as the billing of a flow: billing leaves it as it is.
  public var isByHand: Bool {
    (kind == .invoice || kind == .creditNote) && reason != nil
  }

  /// Whether it asks for interest on what was paid late; such an invoice bears none itself.
  public var isInterest: Bool {
    kind == .invoice && lines.contains { $0.key.item == .lateInterest }
  }

  /// Whether it is a receipt of nothing, which applies credits that waited to what is open.
  public var isApplication: Bool { kind == .receipt && minorUnits == 0 }

  /// The words for what it is.
  public var kindWords: String { isApplication ? "application" : kind.words }

  /// What no document may be, in sentences; none of one that the books made.
  public var faults: [String] {
    let sum = lines.reduce(0) { $0 + $1.minorUnits }
    let isBilled = kind == .invoice || kind == .creditNote
    let rules: [(Bool, String)] = [
      (minorUnits >= 0, "its amount is negative"),
      (number.year == day.year, "its number is of another year than its day"),
      ((kind == .invoice) == (due != nil), "an invoice and nothing else has a due day"),
      ((kind == .reversal) == (reverses != nil), "a reversal and nothing else undoes a document"),
      (isBilled != lines.isEmpty, "invoices and credit notes alone have lines"),
      (kind != .invoice || sum == minorUnits, "its lines do not come to its amount"),
      (kind != .creditNote || sum == -minorUnits, "its lines do not come to its amount"),
      (kind != .reversal || reverses?.kind.isReversible == true, "it undoes what cannot be undone"),
    ]
    return rules.filter { !$0.0 }.map(\.1)
  }
}

extension VoucherKind {
  /// Whether a reversal may undo it: what was billed is corrected by billing again instead.
  public var isReversible: Bool { self == .receipt || self == .writeOff || self == .refund }
}

extension Voucher {
  /// What the document posts: by day, then in the order of the chart.
  ///
  /// An application counts from the day on which both documents are open, so that receivables are
  /// never below zero: what comes in before an invoice's day waits among the tenant's credits.
  public var postings: [Posting] {
    var sum = PostingSum()
    switch kind {
    case .invoice:
      sum.add(minorUnits, to: .receivables, on: day)
      for line in lines { sum.add(-line.minorUnits, to: line.key.item.account, on: day) }
    case .creditNote:
      sum.add(-minorUnits, to: .tenantCredits, on: day)
      for line in lines { sum.add(-line.minorUnits, to: line.key.item.account, on: day) }
    case .receipt, .writeOff, .refund: post(kind, minorUnits, to: &sum)
    case .reversal:
      if let reverses { post(reverses.kind, -minorUnits, to: &sum) }
    }
    for application in applications {
      sum.add(application.minorUnits, to: .tenantCredits, on: application.day)
      sum.add(-application.minorUnits, to: .receivables, on: application.day)
    }
    return sum.postings
  }

  private func post(_ kind: VoucherKind, _ amount: Int64, to sum: inout PostingSum) {
    let (debit, credit): (Account, Account) =
      switch kind {
      case .writeOff: (.badDebts, .tenantCredits)
      case .refund: (.receivables, .bank)
      default: (.bank, .tenantCredits)
      }
    sum.add(amount, to: debit, on: day)
    sum.add(-amount, to: credit, on: day)
  }
}
