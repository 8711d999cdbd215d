import GRDB
import Testing

@testable import LedgerStore

@Suite("What is recorded")
struct ImmutabilityTests {
  static let tables =
    EntryTable.all.map(\.name) + [
      "entry", "entryKind", "recording", "document", "account",
    ]

  @Test("every table is guarded")
  func everyTable() throws {
    let queue = try DatabaseQueue()
    let tables = try queue.writeWithoutTransaction { database in
      try Schema.migrate(database)
      return try String.fetchSet(
        database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
    }
    #expect(tables.subtracting(Schema.derivedTables) == Set(Self.tables))
  }

  @Test("is refused by any connection to be changed, deleted or replaced", arguments: tables)
  func guarded(_ table: String) throws {
    let scratch = try Scratch()
    let path = try scratch.fullLedger()
    let queue = try scratch.foreign(path)
    try queue.writeWithoutTransaction { database in
      let before = try Row.fetchAll(database, sql: "SELECT * FROM \(table)")
      #expect(!before.isEmpty)
      let column =
        try String.fetchOne(
          database, sql: "SELECT name FROM pragma_table_info(?) LIMIT 1", arguments: [table]) ?? ""
      for statement in [
        "UPDATE \(table) SET \"\(column)\" = \"\(column)\"",
        "UPDATE OR REPLACE \(table) SET \"\(column)\" = \"\(column)\"",
        "DELETE FROM \(table)",
        "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)",
        "REPLACE INTO \(table) SELECT * FROM \(table) LIMIT 1",
      ] {
        let error = #expect(throws: DatabaseError.self) { try database.execute(sql: statement) }
        #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER, "\(statement)")
      }
      #expect(try Row.fetchAll(database, sql: "SELECT * FROM \(table)") == before)
    }
  }

  @Test(
    "takes no replacement by another key than the first",
    arguments: [
      "INSERT OR REPLACE INTO entry SELECT sequence + 5, recording, kind, subject, number, "
        + "effectiveOn, knownOn, document, fileName, reason, content, "
        + "substr(hash, 2) || '0' FROM entry WHERE sequence = 1",
      "INSERT OR REPLACE INTO document SELECT document + 2, hash, bytes FROM document LIMIT 1",
      "INSERT OR REPLACE INTO party VALUES ('hut-8', 99)",
      "INSERT OR REPLACE INTO dealVersion VALUES (99, 'hut8-river-bend', 'original', NULL, NULL, "
        + "NULL)",
    ])
  func otherKeys(_ statement: String) throws {
    let scratch = try Scratch()
    let queue = try scratch.foreign(try scratch.recordedLedger())
    queue.writeWithoutTransaction { database in
      let error = #expect(throws: DatabaseError.self) { try database.execute(sql: statement) }
      #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER)
    }
  }

  @Test("takes nothing more once its entry is sealed")
  func sealed() throws {
    let scratch = try Scratch()
    let queue = try scratch.foreign(try scratch.recordedLedger())
    queue.writeWithoutTransaction { database in
      let error = #expect(throws: DatabaseError.self) {
        try database.execute(
          sql: """
            INSERT INTO field SELECT entry, 99, block, path, text, source, note, line, "column"
            FROM field LIMIT 1
            """)
      }
      #expect(error?.message == "nothing is added to a sealed entry")
    }
  }
}
