import Foundation
import LedgerStore

/// The rows of posted documents, put into the same tables by the `.import` of SQLite's own shell.
///
/// The file is the same one with the same deals, so that schema, keys, indexes and triggers are the
/// same, and so are the settings of the connection. All is one transaction, of which the shell makes
/// the commands of each table one prepared statement. A cell of CSV cannot be NULL: the three tables
/// that have NULL are filled through a view, whose trigger takes an empty cell for it.
struct ShellImport {
  let source: String
  let dealsPath: String
  let scratch: String

  /// In an order that the triggers accept: the row in `entry` seals what was written before it.
  private static let tables = [
    "recording", "voucher", "voucherLine", "application", "posting", "entry",
  ]

  private var target: String { "\(scratch)/imported.db" }

  /// The columns of the tables, which hold NULL where the name ends in a question mark.
  private static let columnsWithNull: [String: [String]] = [
    "voucher": [
      "entry", "voucher", "kind", "landlord", "year", "serial", "deal", "day", "due?", "currency",
      "amount", "reference?", "reverses?",
    ],
    "voucherLine": [
      "entry", "position", "item", "hall?", "month", "side", "amount", "clause?", "about?",
      "actual?",
    ],
    "entry": [
      "sequence", "recording", "kind", "subject", "number", "effectiveOn", "knownOn", "document?",
      "fileName?", "reason?", "content", "hash",
    ],
  ]

  /// Writes the rows that the documents added as CSV, a file a table.
  func writeRows() throws {
    let last = try Ledger.open(at: dealsPath, mode: .readOnly).head().count
    for table in Self.tables {
      let condition =
        switch table {
        case "recording": "WHERE recording > 2 ORDER BY recording"
        case "entry": "WHERE sequence > \(last) ORDER BY sequence"
        case "voucher": "ORDER BY entry"
        default: "ORDER BY entry, position"
        }
      _ = try ChildProcess(
        "/usr/bin/env", ["sqlite3", "-csv", source, "SELECT * FROM \(table) \(condition)"],
        outputPath: file(table))
    }
  }

  /// Imports them into a fresh copy of the ledger of deals.
  ///
  /// - Returns: The seconds of the whole process, by the clock and of the processor.
  func run() throws -> (seconds: Double, processor: Double) {
    try BooksLedger.copy(dealsPath, to: target)
    let path = "\(scratch)/import.sql"
    try script.write(toFile: path, atomically: true, encoding: .utf8)
    let used = ProcessorTime.ofPrograms
    let child = try ChildProcess(
      "/usr/bin/env", ["sqlite3", "-bail", target, ".read '\(path)'"],
      outputPath: "\(scratch)/import.txt")
    return (child.seconds, ProcessorTime.ofPrograms - used)
  }

  /// Checks that what was imported is a ledger with the same head, which is to say the same rows.
  func check(head: ChainHead) throws {
    let ledger = try Ledger.open(at: target, mode: .readOnly)
    let report = try ledger.verify(head: head.hash)
    try ledger.close()
    try CheckFailure.expectEqual(report.faults.map(\.description), [], "faults of the import")
    try CheckFailure.expectEqual(report.head, head, "the head of the import")
    try BooksLedger.remove(target)
  }

  private func file(_ table: String) -> String { "\(scratch)/\(table).csv" }

  private var script: String {
    let views = Self.tables.compactMap { table in
      Self.columnsWithNull[table].map { view(of: table, columns: $0) }
    }
    let imports = Self.tables.map { table in
      ".import '\(file(table))' \(Self.columnsWithNull[table] == nil ? table : "\(table)Cells")"
    }
    return """
      PRAGMA foreign_keys = ON;
      PRAGMA synchronous = FULL;
      PRAGMA recursive_triggers = ON;
      PRAGMA cell_size_check = ON;
      PRAGMA temp_store = MEMORY;
      PRAGMA cache_size = -65536;
      \(views.joined(separator: "\n"))
      .mode csv
      BEGIN IMMEDIATE;
      \(imports.joined(separator: "\n"))
      COMMIT;

      """
  }

  private func view(of table: String, columns: [String]) -> String {
    let values = columns.map { column in
      let name = column.filter { $0 != "?" }
      return column.hasSuffix("?") ? "nullif(NEW.\(name), '')" : "NEW.\(name)"
    }
    return """
      CREATE TEMP VIEW \(table)Cells AS SELECT * FROM \(table);
      CREATE TEMP TRIGGER \(table)CellsAreTaken INSTEAD OF INSERT ON \(table)Cells
      BEGIN INSERT INTO \(table) VALUES (\(values.joined(separator: ", "))); END;
      """
  }
}
