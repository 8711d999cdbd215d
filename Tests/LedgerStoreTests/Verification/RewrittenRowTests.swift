import Foundation
import GRDB
import Testing

@testable import LedgerStore

/// Every table of the schema with its rows changed behind the ledger's back, triggers put aside: a
/// table that a later schema adds is among them of itself.
@Suite("A rewritten row")
struct RewrittenRowTests {
  /// What is done to the rows of a table, which are in the order of its key.
  enum Change: Sendable {
    /// A value of the last row is another.
    case value(column: Int)
    /// The last row and the nearest one before it that differs change their values of a column.
    case swap(column: Int)
    /// The last row has all that the one before it says, and that one what it said.
    case swapRows
    case dropFirst, dropLast
    /// The last row is there a second time, under another key.
    case double
  }

  struct Tampering: Sendable, CustomTestStringConvertible {
    let table: String
    let change: Change
    let testDescription: String
  }

  /// A table as the schema has it.
  struct Columns {
    let names: [String]
    /// The places of the key's columns, in its order.
    let key: [Int]

    init(of table: String, in database: Database) throws {
      let rows = try Row.fetchAll(
        database, sql: "SELECT name, pk FROM pragma_table_info(?) ORDER BY cid",
        arguments: [table])
      names = rows.map { $0[0] }
      let places = rows.enumerated().map { (place: $0.offset, rank: $0.element[1] as Int) }
      key = places.filter { $0.rank > 0 }.sorted { $0.rank < $1.rank }.map(\.place)
    }
  }

  /// Every column of every table, and every change of whole rows.
  static let all: [Tampering] = {
    let made = try? DatabaseQueue().writeWithoutTransaction { database in
      try Schema.migrate(database)
      let tables = try String.fetchAll(
        database,
        sql: """
          SELECT name FROM sqlite_schema
          WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name
          """)
      return try tables.flatMap { table in
        let columns = try Columns(of: table, in: database).names
        let ofRows: [(Change, String)] = [
          (.swapRows, "rows swapped"), (.dropFirst, "first row dropped"),
          (.dropLast, "last row dropped"), (.double, "a row doubled"),
        ]
        let ofColumns = columns.enumerated().flatMap { place, name -> [(Change, String)] in
          [(.value(column: place), "\(name) changed"), (.swap(column: place), "\(name) swapped")]
        }
        return (ofColumns + ofRows).map { change, words in
          Tampering(table: table, change: change, testDescription: "\(table): \(words)")
        }
      }
    }
    return made ?? []
  }()

  @Test("is tried in every table of the schema")
  func complete() throws {
    let tables = Set(Self.all.map(\.table))
    #expect(tables.isSuperset(of: EntryTable.all.map(\.name)))
    #expect(tables.isSuperset(of: ["entry", "document", "recording", "entryKind", "account"]))
  }

  @Test("is found, and named by its entry, document or table", arguments: all)
  func found(_ tampering: Tampering) throws {
    let scratch = try Scratch()
    let path = scratch.path("test.db")
    try #require(FlippedByteTests.file).write(to: URL(filePath: path))
    let touched = try Self.rewrite(tampering, scratch.foreign(path))
    // Some tables have one row, or the same value throughout.
    guard let touched else { return }
    let faults = try Ledger.open(at: path, mode: .readOnly).verify().faults
    try #require(!faults.isEmpty)
    let named = faults.contains { fault in
      // What the table's own checks refuse is told with the table.
      if fault.kind == .structure, fault.problem.contains(tampering.table) { return true }
      return switch tampering.table {
      case "entryKind", "account": fault.kind == .schema
      case "document": [.document, .reference, .stray].contains(fault.kind)
      case "recording": [.link, .reference, .stray].contains(fault.kind)
      default: fault.entry.map(touched.contains) ?? fault.problem.contains(tampering.table)
      }
    }
    #expect(named, "\(touched): \(faults)")
  }

  /// Rewrites the rows of a table; the entries that the changed ones are of, or `nil` where the table
  /// has no rows that the change would make otherwise.
  private static func rewrite(
    _ tampering: Tampering, _ queue: DatabaseQueue
  ) throws -> Set<Int>? {
    defer { try? queue.close() }
    return try queue.writeWithoutTransaction { database in
      let columns = try Columns(of: tampering.table, in: database)
      let names = columns.names.map { "\"\($0)\"" }.joined(separator: ", ")
      let order = columns.key.map { "\"\(columns.names[$0])\"" }.joined(separator: ", ")
      let before = try Row.fetchAll(
        database, sql: "SELECT \(names) FROM \(tampering.table) ORDER BY \(order)"
      ).map { Array($0.databaseValues) }
      // Rows have no order: two of the same content may change places.
      guard let after = changed(before, tampering.change, columns),
        after.count != before.count || Set(after) != Set(before)
      else { return nil }
      let triggers = try Row.fetchAll(
        database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      for trigger in triggers {
        try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)")
      }
      try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
      try database.execute(sql: "DELETE FROM \(tampering.table)")
      let places = repeatElement("?", count: columns.names.count).joined(separator: ", ")
      do {
        for row in after {
          try database.execute(
            sql: "INSERT INTO \(tampering.table) (\(names)) VALUES (\(places))",
            arguments: StatementArguments(row))
        }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        // No triggers, and still the table itself refuses it.
        return nil
      }
      for trigger in triggers { try database.execute(sql: trigger["sql"]) }
      let place = columns.names.firstIndex(of: tampering.table == "entry" ? "sequence" : "entry")
      let touched = before.filter { !after.contains($0) } + after.filter { !before.contains($0) }
      let entries = place.map { place in touched.compactMap { Int.fromDatabaseValue($0[place]) } }
      // Where an entry is gone, the one behind it follows none.
      return Set((entries ?? []).flatMap { [$0, $0 + 1] })
    }
  }

  private static func changed(
    _ rows: [[DatabaseValue]], _ change: Change, _ columns: Columns
  ) -> [[DatabaseValue]]? {
    var rows = rows
    guard let last = rows.indices.last else { return nil }
    switch change {
    case .value(let column): rows[last][column] = other(than: rows[last][column])
    case .swap(let column):
      let value = rows[last][column]
      guard let place = rows.lastIndex(where: { $0[column] != value }) else { return nil }
      rows[last][column] = rows[place][column]
      rows[place][column] = value
    case .swapRows:
      guard last > 0 else { return nil }
      for column in columns.names.indices where !columns.key.contains(column) {
        (rows[last][column], rows[last - 1][column]) = (rows[last - 1][column], rows[last][column])
      }
    case .dropFirst: rows.removeFirst()
    case .dropLast: rows.removeLast()
    case .double:
      var copy = rows[last]
      if let place = columns.key.last { copy[place] = other(than: copy[place]) }
      rows.append(copy)
    }
    return rows
  }

  /// Another integer, another text, other bytes, or something where there was nothing.
  private static func other(than value: DatabaseValue) -> DatabaseValue {
    switch value.storage {
    case .null: "1".databaseValue
    case .int64(let integer): (integer + 100).databaseValue
    case .double(let number): (number + 1).databaseValue
    case .string(let text): (text + "1").databaseValue
    case .blob(let data): (data + Data([0])).databaseValue
    }
  }
}
