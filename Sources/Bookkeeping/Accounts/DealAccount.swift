public import FinanceBasics
public import LeaseModel

/// The account of one deal with its tenant: its documents, what they billed, and what is open.
public struct DealAccount: Sendable {
  /// What was billed of one flow.
  struct Billed {
    var minorUnits: Int64
    /// The document that billed it last, and its day.
    var number: VoucherNumber
    var day: CalendarDate
    /// The field of the deal file that it rested on then.
    var clause: String?
  }

  /// The deal.
  public let deal: DealID
  /// In the order of recording.
  public private(set) var vouchers: [Voucher] = []
  /// The parties over time, as the versions recorded by now name them.
  public internal(set) var history = PartyHistory()
  /// Who was meant by each document when it was recorded.
  private(set) var counterparties: [VoucherNumber: Counterparties] = [:]
  private(set) var billed: [FlowKey: Billed] = [:]
  private(set) var settlements: [VoucherNumber: [Settlement]] = [:]
  private(set) var interest = InterestRecord()
  private var places: [VoucherNumber: Int] = [:]
  /// The last day on which a reversal opened a document again.
  private var reopenings: [VoucherNumber: CalendarDate] = [:]
  /// Of invoices and refunds what nothing was applied to, of credits what was not applied.
  private var rests: [VoucherNumber: Int64] = [:]
  /// The places of the documents of which something is open or not applied.
  private var openPlaces: Set<Int> = []

  /// Says who the parties are, and were, for the documents that come next.
  public mutating func govern(by history: PartyHistory) { self.history = history }

  /// An account without documents.
  public init(deal: DealID) {
    self.deal = deal
  }

  /// The document of a number.
  public func voucher(_ number: VoucherNumber) -> Voucher? {
    places[number].map { vouchers[$0] }
  }

  /// The place of a document in the order of recording, from 0.
  func place(of number: VoucherNumber) -> Int? { places[number] }

  /// What of an invoice is not settled, or of a credit not applied, in minor units.
  public func rest(of number: VoucherNumber) -> Int64 { rests[number] ?? 0 }

  /// The first day from which what is open of a document may be settled: its own, or the one on which
  /// a reversal opened it again.
  public func openSince(_ number: VoucherNumber) -> CalendarDate {
    let day = voucher(number)?.day ?? .earliest
    return reopenings[number].map { max(day, $0) } ?? day
  }

  /// Takes the next document in.
  ///
  /// - Returns: What is wrong with it in this account, in sentences; none of what the books made.
  @discardableResult
  public mutating func add(_ voucher: Voucher) -> [String] {
    var faults = voucher.faults
    if let first = vouchers.first, first.currency != voucher.currency {
      faults.append("it is in \(voucher.currency), and the account in \(first.currency)")
    }
    counterparties[voucher.number] = parties(ofNext: voucher)
    places[voucher.number] = vouchers.count
    vouchers.append(voucher)
    if voucher.kind != .reversal { leave(voucher.minorUnits, of: voucher.number) }
    for line in voucher.lines where line.key.item.isProjected && !voucher.isByHand {
      let before = billed[line.key]
      billed[line.key] = Billed(
        minorUnits: (before?.minorUnits ?? 0) + line.minorUnits, number: voucher.number,
        day: voucher.day, clause: line.clause ?? before?.clause)
    }
    interest.add(voucher)
    for application in voucher.applications { faults += apply(application) }
    if let undone = voucher.reverses {
      if rest(of: undone) != voucher.minorUnits {
        faults.append("it leaves a part of \(undone) standing")
      }
      leave(0, of: undone)
      if undone.kind.isDebit {
        settlements[undone, default: []].append(
          Settlement(day: voucher.day, minorUnits: voucher.minorUnits))
      }
    }
    return faults
  }

  private mutating func leave(_ rest: Int64, of number: VoucherNumber) {
    rests[number] = rest
    guard let place = places[number] else { return }
    if rest > 0 { openPlaces.insert(place) } else { openPlaces.remove(place) }
  }

  private mutating func apply(_ application: Application) -> [String] {
    var faults: [String] = []
    for number in [application.credit, application.debit] {
      guard let document = voucher(number) else {
        faults.append("it settles \(number), which the account does not have")
        continue
      }
      let rest = rest(of: number) - application.minorUnits
      if rest < 0 || document.minorUnits < rest {
        faults.append("it settles more of \(number) than there is")
      }
      leave(rest, of: number)
      if application.minorUnits < 0 {
        reopenings[number] = max(application.day, reopenings[number] ?? .earliest)
      }
    }
    if application.credit.kind.isDebit || !application.debit.kind.isDebit {
      faults.append("it settles \(application.debit) with \(application.credit)")
    }
    settlements[application.debit, default: []].append(
      Settlement(day: application.day, minorUnits: application.minorUnits))
    return faults
  }
}

extension DealAccount {
  /// In the order of recording.
  private var openVouchers: [Voucher] { openPlaces.sorted().map { vouchers[$0] } }

  /// Invoices of which something is open: by their due days, then in the order of recording.
  ///
  /// A refund is among them where a reversal took the credit away that it paid back.
  public var openInvoices: [Voucher] {
    openVouchers.filter(\.kind.isDebit)
      .enumerated().sorted { ($0.element.payableOn, $0.offset) < ($1.element.payableOn, $1.offset) }
      .map(\.element)
  }

  /// Credits of which something is not applied: by their days, then in the order of recording.
  public var openCredits: [Voucher] {
    openVouchers.filter { !$0.kind.isDebit }
      .enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
  }

  /// What was billed of projected flows, less what credit notes took off, in minor units.
  public var billedMinorUnits: Int64 { billed.values.reduce(0) { $0 + $1.minorUnits } }

  /// What was billed of one flow, in minor units; zero where it never was.
  public func billed(_ key: FlowKey) -> Int64 { billed[key]?.minorUnits ?? 0 }

  /// What of each line of an invoice no credit note took off, in minor units; one a line.
  ///
  /// - Parameter day: The last day of the credit notes that count, included.
  public func left(of invoice: Voucher, on day: CalendarDate = .latest) -> [Int64] {
    guard !invoice.isInterest else {
      let left = interest.left(of: invoice.number, on: day)
      return invoice.lines.enumerated().map { left[$0.offset] ?? $0.element.minorUnits }
    }
    var credited: [FlowKey: Int64] = [:]
    for note in vouchers where note.kind == .creditNote && note.day <= day {
      for line in note.lines where line.about == invoice.number {
        credited[line.key, default: 0] -= line.minorUnits
      }
    }
    return invoice.lines.map { line in
      // Two lines of one key are credited in their order.
      let part = min(max(line.minorUnits, 0), credited[line.key] ?? 0)
      credited[line.key, default: 0] -= part
      return line.minorUnits - part
    }
  }

  /// What is open of all invoices, in minor units.
  public var receivableMinorUnits: Int64 {
    openInvoices.reduce(0) { $0 + rest(of: $1.number) }
  }

  /// What is not applied of all credits, in minor units.
  public var unappliedMinorUnits: Int64 { openCredits.reduce(0) { $0 + rest(of: $1.number) } }

  /// What is open of an invoice on a day, by the settlements that count by then, in minor units.
  public func balance(of invoice: Voucher, on day: CalendarDate) -> Int64 {
    guard invoice.day <= day else { return 0 }
    let settled = settlements[invoice.number, default: []].filter { $0.day <= day }
    return invoice.minorUnits - settled.reduce(0) { $0 + $1.minorUnits }
  }
}
