import GRDB
import Testing

@testable import LedgerStore

@Suite("Verification of kept runs")
struct RunTamperTests {
  struct Flip: Sendable, CustomTestStringConvertible {
    let table: String
    let column: String
    var testDescription: String { "\(table).\(column)" }
  }

  /// Every column of every table of runs.
  static let flips = ["run", "runOption", "runInput", "runConvention"].flatMap { name in
    EntryTable.all.filter { $0.name == name }.flatMap { table in
      (["entry"] + table.columns).map { Flip(table: name, column: $0) }
    }
  }

  @Test("finds any one value that was changed", arguments: flips)
  func flipped(_ flip: Flip) throws {
    let column = "\"\(flip.column)\""
    let faults = try Scratch().faults(
      after: """
        UPDATE \(flip.table) SET \(column) = CASE typeof(\(column))
          WHEN 'integer' THEN \(column) + 100 ELSE coalesce(\(column), '') || '1' END
        WHERE \(flip.table == "run" ? "true" : "position = 1")
        """)
    #expect(!faults.isEmpty)
  }

  static let removals = [
    "DELETE FROM run", "DELETE FROM runOption WHERE position = 2",
    "DELETE FROM runInput WHERE position = 1", "DELETE FROM runConvention",
    "INSERT INTO runConvention SELECT entry, 9, text FROM runConvention",
    "UPDATE document SET bytes = x'7b7d0a' WHERE hash IN (SELECT answer FROM keptRun)",
    "UPDATE entry SET document = NULL, fileName = NULL WHERE kind = 'run'",
    "UPDATE entry SET document = (SELECT min(hash) FROM document) WHERE kind = 'run'",
    "UPDATE entry SET kind = 'scenario' WHERE kind = 'run'",
    "UPDATE recording SET program = 'test 2' WHERE recording = (SELECT max(recording) FROM recording)",
    "DELETE FROM document WHERE hash IN (SELECT document FROM runInput WHERE file IS NOT NULL)",
    "UPDATE entryKind SET meaning = 'x' WHERE kind = 'run'",
  ]

  @Test("finds rows that were taken away, added or turned", arguments: removals)
  func removed(_ sql: String) throws {
    #expect(try !Scratch().faults(after: sql).isEmpty)
  }

  /// Entries that are sealed with what does not stand in the ledger.
  static let unfounded: [(sql: String, rule: String)] = [
    (
      "INSERT INTO run VALUES (99, 'r', 2, 'value', 'value', 1, '\(hash)')",
      "a run is asked of the ledger as it is"
    ),
    (
      "INSERT INTO run SELECT 99, 'r', 2, 'value', 'value', 3, hash FROM entry WHERE sequence = 3; "
        + "INSERT INTO runInput SELECT 99, 1, 2, hash, NULL, NULL FROM entry WHERE sequence = 1",
      "a run rests on entries as they are"
    ),
    (
      "INSERT INTO run SELECT 99, 'r', 2, 'value', 'value', 3, hash FROM entry WHERE sequence = 3; "
        + "INSERT INTO runInput SELECT 99, 1, 4, hash, document, NULL FROM entry WHERE sequence = 4",
      "a run rests on entries as they are"
    ),
  ]
  private static let hash = String(repeating: "0", count: 64)

  @Test(
    "a run of another state, or of inputs that are not there, is never sealed", arguments: 0..<3)
  func sealed(_ index: Int) throws {
    let scratch = try Scratch()
    let queue = try scratch.foreign(try scratch.fullLedger())
    let (sql, rule) = Self.unfounded[index]
    try queue.writeWithoutTransaction { database in
      let last = try Int.fetchOne(database, sql: "SELECT max(sequence) FROM entry") ?? 0
      try database.execute(sql: sql.replacing("99", with: "\(last + 1)"))
      let error = #expect(throws: DatabaseError.self) {
        try database.execute(
          sql: """
            INSERT INTO entry SELECT ?, recording, kind, 'r', 1, effectiveOn, knownOn, document,
              fileName, reason, content, ? FROM entry WHERE kind = 'run'
            """, arguments: [last + 1, Self.hash])
      }
      #expect(error?.message == rule)
    }
  }
}
