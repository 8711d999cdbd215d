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
    let versions = try partyVersions(of: deals)
    var books = Books(lastNumbers: lastNumbers)
    var counts: [DealID: Int] = [:]
    for (entry, voucher) in vouchers {
      let known = (versions[voucher.deal] ?? []).prefix { $0.entry < entry }
      if counts[voucher.deal] != known.count {
        counts[voucher.deal] = known.count
        books.govern(voucher.deal, by: PartyHistory(of: Array(known)))
      }
      books.add(voucher)
    }
    for (deal, all) in versions where counts[deal] != all.count {
      books.govern(deal, by: PartyHistory(of: all))
    }
    return books
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
