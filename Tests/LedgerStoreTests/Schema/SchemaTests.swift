import Foundation
import GRDB
import Testing

@testable import LedgerStore

@Suite("The schema")
struct SchemaTests {
  @Test("is applied one migration at a time, each whole and marked", arguments: 1...Schema.newest)
  func migrations(_ last: Int) throws {
    let queue = try DatabaseQueue()
    try queue.writeWithoutTransaction { database in
      try Schema.migrate(database, through: last)
      #expect(try Schema.version(of: database) == last)
      #expect(try Int32.fetchOne(database, sql: "PRAGMA application_id") == 0x4C45_4153)
      try Schema.migrate(database)
      #expect(try Schema.version(of: database) == Schema.newest)
      #expect(try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").isEmpty)
      let before = try Schema.objects(of: database)
      try Schema.migrate(database)
      #expect(try Schema.objects(of: database) == before)
    }
  }

  @Test("numbers its migrations 1, 2, 3, by files that begin with the number")
  func numbering() {
    #expect(Migration.all.map(\.number) == Array(1...Migration.all.count))
    for migration in Migration.all {
      let number = "\(migration.number)"
      let zeros = String(repeating: "0", count: 4 - number.count)
      #expect(migration.file.hasPrefix("v\(zeros)\(number)-"))
    }
  }

  @Test("is what the golden says; UPDATE_GOLDEN=1 writes it")
  func golden() throws {
    let queue = try DatabaseQueue()
    let text = try queue.writeWithoutTransaction { database in
      try Schema.migrate(database)
      let objects = try Schema.objects(of: database)
      return objects.keys.sorted().map { "\(objects[$0] ?? "");\n" }.joined(separator: "\n")
    }
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Goldens/schema.sql").standardized
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == text)
  }

  @Test("has every table strict, and no column of reals")
  func strictness() throws {
    let queue = try DatabaseQueue()
    try queue.writeWithoutTransaction { database in
      try Schema.migrate(database)
      let loose = try String.fetchAll(
        database,
        sql: "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' "
          + "AND NOT strict AND name NOT LIKE 'sqlite%'")
      #expect(loose == [])
      let reals = try String.fetchAll(
        database,
        sql: "SELECT t.name || '.' || c.name FROM pragma_table_list AS t, "
          + "pragma_table_info(t.name) AS c WHERE t.type = 'table' AND c.type = 'REAL'")
      #expect(reals == [])
    }
  }

  @Test("has the columns that are hashed, all of them", arguments: EntryTable.all.indices)
  func columns(_ index: Int) throws {
    let table = EntryTable.all[index]
    #expect(table.name == "\(EntryTable.ID.allCases[index])")
    let queue = try DatabaseQueue()
    let found = try queue.writeWithoutTransaction { database in
      try Schema.migrate(database)
      return try String.fetchAll(
        database, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table.name])
    }
    #expect(Set(found) == Set(["entry"] + table.columns))
    #expect(found.count == table.columns.count + 1)
  }
}
