import GRDB
import Testing

@testable import LedgerStore

@Suite("Verification of series and scenarios")
struct SeriesTamperTests {
  struct Flip: Sendable, CustomTestStringConvertible {
    let table: String
    let column: String
    var testDescription: String { "\(table).\(column)" }
  }

  /// Every column of every table that a series or a scenario has rows in.
  static let flips = EntryTable.all[16..<23].flatMap { table in
    (["entry"] + table.columns).map { Flip(table: table.name, column: $0) }
  }

  @Test("finds any one value that was changed", arguments: flips)
  func flipped(_ flip: Flip) throws {
    let scratch = try Scratch()
    // Another text, another integer, and something where there was nothing.
    let column = "\"\(flip.column)\""
    let faults = try scratch.faults(
      after: """
        UPDATE \(flip.table) SET \(column) = CASE typeof(\(column))
          WHEN 'integer' THEN \(column) + 100 ELSE coalesce(\(column), '') || '1' END
        WHERE \(flip.table.hasSuffix("Value") ? "position = 1" : "true")
        """)
    #expect(!faults.isEmpty)
  }

  static let removals = [
    "DELETE FROM seriesValue WHERE position = 2", "DELETE FROM seriesSource WHERE position = 2",
    "DELETE FROM scenarioChange", "UPDATE seriesValue SET value = NULL WHERE position = 1",
    "INSERT INTO seriesValue VALUES (6, 3, '2025-12', NULL, '324.054', 4)",
    "INSERT INTO seriesValue VALUES (7, 1, '2025-12', NULL, '324.054', 4)",
    "INSERT INTO scenarioChange VALUES (7, 2, NULL, 'delays.hall 1', '1 day', 4, 3)",
    "DELETE FROM document WHERE hash = (SELECT tableDocument FROM seriesVersion)",
    "UPDATE document SET bytes = x'00' WHERE hash = (SELECT tableDocument FROM seriesVersion)",
    "UPDATE entryKind SET meaning = 'x' WHERE kind = 'series'",
  ]

  @Test("finds rows that were taken away, added or emptied", arguments: removals)
  func removed(_ sql: String) throws {
    #expect(try !Scratch().faults(after: sql).isEmpty)
  }

  @Test("finds a full ledger that nobody touched sound, its tables among its documents")
  func sound() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.open(at: try scratch.fullLedger(), mode: .readOnly)
    let report = try ledger.verify()
    #expect(report.faults == [])
    // The file of the parties, the deal's, the heading, the table and the scenario's; of the run its
    // answer and the file that it was asked with.
    #expect(report.documentCount == 7)
    #expect(report.head.count == 7 + (try Sample.vouchers().count) + 1)
  }

  @Test("says of a changed value which entry it is of")
  func named() throws {
    let faults = try Scratch().faults(
      after: "UPDATE seriesValue SET value = '324.9' WHERE position = 1")
    #expect(faults.map(\.kind) == [.content])
    #expect(faults.map(\.entry) == [6])
  }
}
