import Analysis
import FinanceBasics
import LeaseModel
import LedgerStore

extension BookSession {
  /// The book as of the dates asked for, read no further than some deals need.
  ///
  /// - Throws: `entry.unknown` for an entry that the ledger does not have.
  init(
    ledger options: LedgerOptions, asOf: AsOfOptions, of selection: DealSelection
  ) throws {
    self = try Ledger.reading(options.path) { ledger in
      try BookSession.checkEntry(asOf.recordedBy, of: ledger)
      return try BookSession.reading(ledger, asOf: asOf, of: selection) { book in
        let series = book.indexSeries
        return BookSession(
          book: book, asOf: asOf,
          deals: try book.deals.compactMap { try Self.analysed($0, series: series) })
      }
    }
  }

  /// The book as of the dates asked for: of the ledger as it is no further than some deals need, of
  /// any other view as far as it reaches.
  ///
  /// - Throws: `entry.unknown` for an entry that the ledger does not have.
  init(_ view: LedgerView, asOf: AsOfOptions, of selection: DealSelection) throws {
    if let ledger = view.whole {
      try self.init(ledger: ledger, asOf: asOf, of: selection)
    } else {
      try self.init(view, asOf: asOf)
    }
  }

  /// The book as it stands, or as it stood after an entry, for the books of account, read no further
  /// than some deals need.
  init(_ ledger: Ledger, of selection: DealSelection, recordedBy entry: Int? = nil) throws {
    let asOf = AsOfOptions.recorded(by: entry)
    self = try Self.reading(ledger, asOf: asOf, of: selection) { try BookSession($0, asOf: asOf) }
  }

  /// - Throws: `entry.unknown` for an entry that the ledger does not have.
  static func checkEntry(_ entry: Int?, of ledger: Ledger) throws {
    if let entry, case let last = try ledger.head().count, entry > last {
      throw CommandProblem.unknownEntry(entry, last: last)
    }
  }

  /// Reads the deals that a selection may mean; all of them where one that it names is not there, so
  /// that the nearest name can be told.
  private static func reading(
    _ ledger: Ledger, asOf: AsOfOptions, of selection: DealSelection,
    _ make: (Book) throws -> BookSession
  ) throws -> BookSession {
    if let deals = try candidates(selection, in: ledger, asOf: asOf.asOf) {
      let session = try make(try ledger.snapshot(asOf.asOf, of: deals))
      let found = Set(session.deals.map(\.deal.id.text))
      if selection.deals.allSatisfy(found.contains) { return session }
    }
    return try make(try ledger.snapshot(asOf.asOf))
  }

  /// The deals that a selection may mean, and perhaps others; `nil` for all.
  private static func candidates(
    _ selection: DealSelection, in ledger: Ledger, asOf: AsOf
  ) throws -> Set<DealID>? {
    guard selection.deals.isEmpty else { return Set(selection.deals.map { DealID($0) }) }
    let names = selection.landlord + selection.tenant
    guard !names.isEmpty else { return nil }
    let registers = try ledger.snapshot(asOf, of: [])
    let parties = names.compactMap { registers.partyID(named: $0) }
    return parties.count == names.count ? try ledger.deals(of: Set(parties)) : nil
  }
}
