public import FinanceBasics
import Foundation
import GRDB
public import LeaseModel

extension Ledger {
  /// Has several questions answered by one state of the ledger, whatever others record meanwhile.
  ///
  /// - Parameter ask: May ask this ledger anything, and must neither record nor back up.
  /// - Throws: What `ask` throws, or `LedgerProblem`.
  public func consistently<Answer>(_ ask: () throws -> Answer) throws -> Answer {
    try connection.read { _ in try ask() }
  }

  /// What the ledger says as of some dates, in one consistent reading.
  ///
  /// - Parameter deals: The deals to read; `nil` for all. Parties and sites are read whole.
  /// - Throws: `LedgerProblem`.
  /// - Complexity: Linear in the fields of the versions read.
  public func snapshot(_ asOf: AsOf = AsOf(), of deals: Set<DealID>? = nil) throws -> Book {
    try connection.read { try BookReader(database: $0).book(asOf: asOf, of: deals) }
  }

  /// The versions of a deal, and which of them is in force when; `nil` for none.
  ///
  /// - Throws: `LedgerProblem`.
  public func timeline(of deal: DealID) throws -> DealTimeline? {
    try connection.read { database in
      let versions = try BookReader(database: database).versions(.init(deals: [deal]))
      return versions.isEmpty ? nil : DealTimeline(id: deal, candidates: versions, on: nil)
    }
  }

  /// The price indexes and market rents up to an entry, by the names that leases use.
  ///
  /// - Throws: `LedgerProblem`.
  public func indexSeries(recordedBy entry: Int) throws -> [String: IndexSeries] {
    try connection.read { database in
      try BookReader(database: database).series(asOf: AsOf(), through: entry).indexSeries
    }
  }

  /// All versions of a deal in the order of recording.
  ///
  /// - Throws: `QueryProblem.noSuchDeal`, `LedgerProblem`.
  public func history(of deal: DealID) throws -> [StoredVersion] {
    try connection.read { database in
      let versions = try BookReader(database: database).versions(.init(deals: [deal]))
      guard versions.isEmpty else { return versions }
      let deals = try String.fetchAll(database, sql: "SELECT deal FROM deal ORDER BY deal")
      throw QueryProblem.noSuchDeal(deal, nearest: nearestName(to: deal.text, among: deals))
    }
  }

  /// Every version of every series: by series, effective date, known date and recording.
  ///
  /// - Throws: `LedgerProblem`.
  public func seriesHistory() throws -> [SeriesVersion] {
    try connection.read { try BookReader(database: $0).seriesHistory() }
  }

  /// Every version of every party, in the order of recording.
  ///
  /// - Throws: `LedgerProblem`.
  public func partyHistory() throws -> [RegisteredVersion<Party>] {
    try connection.read { try BookReader(database: $0).partyHistory() }
  }

  /// Every version of every site, in the order of recording.
  ///
  /// - Throws: `LedgerProblem`.
  public func siteHistory() throws -> [RegisteredVersion<Site>] {
    try connection.read { try BookReader(database: $0).siteHistory() }
  }

  /// Every version of every scenario, in the order of recording.
  ///
  /// - Throws: `LedgerProblem`.
  public func scenarioHistory() throws -> [StoredScenario] {
    try connection.read { try BookReader(database: $0).scenarioHistory() }
  }

  /// The hashes of the files of every version of every scenario, in the order of recording.
  ///
  /// - Throws: `LedgerProblem`.
  public func scenarioHashes() throws -> [String] {
    try connection.read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT entry.document FROM scenarioVersion AS version
          CROSS JOIN entry ON entry.sequence = version.entry
          WHERE entry.document IS NOT NULL ORDER BY version.entry
          """)
    }
  }

  /// The version of a deal that an entry recorded.
  ///
  /// - Throws: `QueryProblem.noSuchEntry`, `LedgerProblem`.
  public func version(entry: Int) throws -> StoredVersion {
    try connection.read { database in
      let versions = try BookReader(database: database).versions(.init(entry: entry))
      guard let version = versions.first else {
        throw QueryProblem.noSuchEntry(entry, count: try ChainHead.read(from: database).count)
      }
      return version
    }
  }

  /// A file as it was recorded, by the name under which it was recorded first.
  ///
  /// - Throws: `QueryProblem.noSuchDocument`, `LedgerProblem`.
  public func document(hash: String) throws -> Document {
    try connection.read { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT bytes, coalesce(
            (SELECT fileName FROM entry WHERE entry.document = document.hash
              ORDER BY sequence LIMIT 1),
            (SELECT tableName FROM seriesVersion WHERE tableDocument = document.hash
              ORDER BY entry LIMIT 1),
            (SELECT file FROM runInput
              WHERE runInput.document = document.hash AND file IS NOT NULL
              ORDER BY entry LIMIT 1))
          FROM document WHERE hash = ?
          """, arguments: [hash])
      guard let row else { throw QueryProblem.noSuchDocument(hash: hash) }
      let bytes: Data? = row[0]
      return Document(name: row[1] ?? "", bytes: Array(bytes ?? Data()))
    }
  }

  /// Whether an entry was recorded from a file with this hash.
  ///
  /// A file that only a kept run was asked with is none: it says nothing of the book.
  public func isRecorded(document hash: String) throws -> Bool {
    try connection.read { database in
      try Bool.fetchOne(
        database,
        sql: """
          SELECT EXISTS (SELECT 1 FROM entry WHERE document = ?1 AND kind <> 'run')
            OR EXISTS (SELECT 1 FROM seriesVersion WHERE tableDocument = ?1)
          """, arguments: [hash]) ?? false
    }
  }

  /// How many entries there are, and the hash of the last.
  public func head() throws -> ChainHead {
    try connection.read { try ChainHead.read(from: $0) }
  }
}
