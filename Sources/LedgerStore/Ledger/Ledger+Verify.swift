import Bookkeeping
import Crypto
import Foundation
import GRDB

extension Ledger {
  /// Checks everything that the ledger alone can prove, in one consistent reading.
  ///
  /// SQLite's integrity, the schema, every reference, every document's hash, and the chain from the
  /// rows of all tables. Parsing documents and deriving figures again is for callers who can.
  ///
  /// - Parameter head: A hash kept elsewhere, which must be a link of the chain.
  /// - Throws: `LedgerProblem` where the file cannot be read at all.
  public func verify(head: String? = nil) throws -> VerificationReport {
    try connection.read { database in
      do {
        return try Self.verify(database, head: head)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        let fault = LedgerFault(
          kind: .structure, entry: nil, problem: error.message ?? "the file is damaged")
        return VerificationReport(
          head: ChainHead(count: 0, hash: ""), documentCount: 0, faults: [fault])
      }
    }
  }

  static func verify(_ database: Database, head: String?) throws -> VerificationReport {
    let structure = try structureFaults(database)
    let schema = try schemaFaults(database)
    var faults = structure + schema
    // A damaged file may hold what no table allows, and nothing more can be read from it safely.
    guard structure.isEmpty, !schema.contains(where: { $0.problem.hasPrefix("the table") }) else {
      let head = try? ChainHead.read(from: database)
      return VerificationReport(
        head: head ?? ChainHead(count: 0, hash: ""), documentCount: 0, faults: faults)
    }
    faults += try referenceFaults(database)
    let (count, documentFaults) = try checkDocuments(database)
    faults += documentFaults
    let genesis = try ChainHead.read(from: database, through: 0)
    var walk = ChainWalk(looksFor: head?.lowercased(), genesis: genesis.hash)
    try walk.walk(database)
    faults += walk.faults
    if faults.isEmpty {
      let reader = BookReader(database: database)
      faults += try reader.bookFaults() + reader.totalFaults()
    }
    if !walk.isHeadSeen {
      faults.append(
        LedgerFault(
          kind: .head, entry: nil,
          problem: "no entry has the hash \(head ?? ""): the end of the ledger was cut off "
            + "or rewritten, or the hash is another ledger's"))
    }
    return VerificationReport(head: walk.head, documentCount: count, faults: faults)
  }

  private static func structureFaults(_ database: Database) throws -> [LedgerFault] {
    var findings: [String] = []
    do {
      let rows = try String.fetchCursor(database, sql: "PRAGMA integrity_check")
      while let row = try rows.next() { findings.append(row) }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      // It stops at the worst of what it finds, after telling it.
      if findings.isEmpty { findings = [error.message ?? "a page of the file is damaged"] }
    }
    // A finding may come with a heading of its own.
    return findings.flatMap { $0.split(separator: "\n") }
      .filter { $0 != "ok" && !$0.hasPrefix("***") }
      .map { LedgerFault(kind: .structure, entry: nil, problem: String($0)) }
  }

  /// The schema and the kinds of entries against those of a new ledger.
  private static func schemaFaults(_ database: Database) throws -> [LedgerFault] {
    let fresh = try DatabaseQueue()
    let (expected, kinds) = try fresh.writeWithoutTransaction { fresh in
      try Schema.migrate(fresh)
      return (try Schema.objects(of: fresh), try entryKinds(fresh))
    }
    let found = try Schema.objects(of: database)
    var faults: [LedgerFault] = []
    for name in Set(expected.keys).union(found.keys).sorted()
    where expected[name] != found[name] {
      let what = found[name] == nil ? "missing" : "changed"
      let problem =
        expected[name] == nil ? "there is a \(name) that is not ours" : "the \(name) is \(what)"
      faults.append(LedgerFault(kind: .schema, entry: nil, problem: problem))
    }
    if try entryKinds(database) != kinds {
      faults.append(
        LedgerFault(kind: .schema, entry: nil, problem: "the kinds of entries were changed"))
    }
    if found["table account"] != nil, try chart(database) != Self.chart {
      faults.append(
        LedgerFault(kind: .schema, entry: nil, problem: "the chart of accounts was changed"))
    }
    return faults
  }

  private static func entryKinds(_ database: Database) throws -> [String] {
    try String.fetchAll(
      database, sql: "SELECT kind || ': ' || meaning FROM entryKind ORDER BY kind")
  }

  private static func chart(_ database: Database) throws -> [String] {
    try String.fetchAll(
      database, sql: "SELECT account || ': ' || meaning FROM account ORDER BY account")
  }

  /// The chart of accounts as this program has it.
  private static let chart = Account.allCases.map { "\($0.rawValue): \($0.meaning)" }.sorted()

  private static func referenceFaults(_ database: Database) throws -> [LedgerFault] {
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2")
    var faults = rows.map { row in
      LedgerFault(
        kind: .reference, entry: nil,
        problem: "\(row[2] as Int) rows of \(row[0] as String) refer to no \(row[1] as String)")
    }
    let unused =
      try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM recording
          WHERE recording > 1 AND recording NOT IN (SELECT recording FROM entry)
          """) ?? 0
    if unused > 0 {
      faults.append(
        LedgerFault(kind: .stray, entry: nil, problem: "\(unused) recordings recorded nothing"))
    }
    return faults
  }

  private static func checkDocuments(_ database: Database) throws -> (Int, [LedgerFault]) {
    var count = 0
    var faults: [LedgerFault] = []
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT document, hash, bytes,
          EXISTS (SELECT 1 FROM entry WHERE entry.document = document.hash)
            OR EXISTS (SELECT 1 FROM seriesVersion WHERE tableDocument = document.hash)
            OR EXISTS (
              SELECT 1 FROM runInput
              WHERE runInput.document = document.hash AND runInput.file IS NOT NULL)
        FROM document ORDER BY document
        """)
    while let row = try rows.next() {
      count += 1
      let bytes: Data = row[2]
      let name = "document \(row[0] as Int)"
      if hexadecimal(SHA256.hash(data: bytes)) != row[1] as String {
        faults.append(
          LedgerFault(
            kind: .document, entry: nil, problem: "the bytes of \(name) are not what was recorded"))
      }
      if !(row[3] as Bool) {
        faults.append(
          LedgerFault(kind: .stray, entry: nil, problem: "no entry was recorded from \(name)"))
      }
    }
    return (count, faults)
  }
}
