import Bookkeeping
import FinanceBasics
import GRDB
import LeaseModel

/// The landlord and the tenant that a version of a deal names.
struct PartyVersion: SelectableVersion {
  let entry: Int
  let change: VersionChange
  let effective: CalendarDate
  let known: CalendarDate
  let parties: Counterparties
}

extension BookReader {
  /// The accounts of documents, each document of the parties that the versions recorded before it
  /// name.
  ///
  /// - Parameters:
  ///   - vouchers: In the order of recording; those of one deal are all there or not at all.
  ///   - deals: Theirs, and others of which documents may come next; `nil` for all.
  func books(
    _ vouchers: [RecordedVoucher], of deals: Set<DealID>?, lastNumbers: [VoucherNumber] = []
  ) throws -> Books {
    let histories = try partyHistories(of: deals)
    var books = Books(lastNumbers: lastNumbers)
    var places: [DealID: Int] = [:]
    for recorded in vouchers {
      let deal = recorded.voucher.deal
      let place = histories[deal]?.lastIndex { $0.entry < recorded.entry }
      if let place, places[deal] != place {
        places[deal] = place
        books.govern(deal, by: histories[deal]?[place].history ?? PartyHistory())
      }
      books.add(recorded.voucher)
    }
    for (deal, all) in histories {
      if let last = all.last { books.govern(deal, by: last.history) }
    }
    return books
  }

  /// The parties over time as each version of a deal left them, with the entry of the version.
  func partyHistories(
    of deals: Set<DealID>?
  ) throws -> [DealID: [(entry: Int, history: PartyHistory)]] {
    try partyVersions(of: deals).mapValues { versions in
      versions.indices.map { last in
        (versions[last].entry, PartyHistory(of: Array(versions[...last])))
      }
    }
  }

  /// By deal, in the order of recording; withdrawals name nobody.
  private func partyVersions(of deals: Set<DealID>?) throws -> [DealID: [PartyVersion]] {
    var versions: [DealID: [PartyVersion]] = [:]
    guard let deals else {
      try addPartyVersions(where: "true", arguments: [], to: &versions)
      return versions
    }
    for deal in deals.sorted() {
      try addPartyVersions(where: "version.deal = ?", arguments: [deal.text], to: &versions)
    }
    return versions
  }

  private func addPartyVersions(
    where condition: String, arguments: StatementArguments,
    to versions: inout [DealID: [PartyVersion]]
  ) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT version.entry, version.deal, version.change, version.corrects, entry.effectiveOn,
          entry.knownOn, terms.landlord, terms.tenant
        FROM dealVersion AS version
        CROSS JOIN entry ON entry.sequence = version.entry
        JOIN dealTerms AS terms ON terms.entry = version.entry
        WHERE \(condition) ORDER BY version.entry
        """, arguments: arguments)
    while let row = try rows.next() {
      let entry = try row.integer(0)
      versions[DealID(try row.text(1)), default: []].append(
        PartyVersion(
          entry: entry,
          change: try VersionHeader.change(row.text(2), corrects: row[3], entry: entry),
          effective: try storedDate(row.text(4), column: "effective date", entry: entry),
          known: try storedDate(row.text(5), column: "known date", entry: entry),
          parties: Counterparties(
            landlord: PartyID(try row.text(6)), tenant: (row[7] as String?).map { PartyID($0) })))
    }
  }
}

extension PartyHistory {
  /// - Parameter versions: Those known by then, in the order of recording.
  fileprivate init(of versions: [PartyVersion]) {
    self.init(versions.inForceInOrder.map { ($0.effective, $0.parties) })
  }
}
