import Foundation
import GRDB

/// A version of the subject of an entry, as far as a repeat is recognised by it.
struct RecordedVersion {
  let sequence: Int
  let number: Int
  let content: String
  let document: String?
  let effective: String
  let known: String
  let reason: String?
  /// Of a deal.
  let change: String?
  /// The entry that it corrects.
  let corrects: Int?
}

extension Recorder {
  /// The statements of a recording, each prepared once.
  struct Statements {
    /// How many rows one statement adds, of tables with many rows an entry.
    private static let rowsAtOnce = 8

    private let single: [Statement]
    private let several: [Statement]
    private let entry: Statement
    private let document: Statement
    private let knownDocument: Statement
    private let versions: Statement

    init(_ database: Database) throws {
      single = try EntryTable.all.map { try database.makeStatement(sql: $0.insertion()) }
      several = try EntryTable.all.map {
        try database.makeStatement(sql: $0.insertion(rows: Self.rowsAtOnce))
      }
      entry = try database.makeStatement(
        sql: """
          INSERT INTO entry (
            sequence, recording, kind, subject, number, effectiveOn, knownOn, document, fileName,
            reason, content, hash)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """)
      document = try database.makeStatement(
        sql: "INSERT INTO document (document, hash, bytes) VALUES (?, ?, ?)")
      knownDocument = try database.makeStatement(
        sql: "SELECT 1 FROM document WHERE hash = ?")
      versions = try database.makeStatement(
        sql: """
          SELECT entry.sequence, entry.number, entry.content, entry.document, entry.effectiveOn,
            entry.knownOn, entry.reason, version.change, version.corrects
          FROM entry LEFT JOIN dealVersion AS version ON version.entry = entry.sequence
          WHERE entry.kind = ? AND entry.subject = ?
          ORDER BY entry.number
          """)
    }

    func insertEntry(_ row: [DatabaseValue]) throws {
      entry.setUncheckedArguments(StatementArguments(row))
      try entry.execute()
    }

    func insert(_ rows: EntryRows, entry: Int) throws {
      let number = entry.databaseValue
      for (table, rows) in rows.tables.enumerated() {
        var start = 0
        while start < rows.count {
          let isFull = rows.count - start >= Self.rowsAtOnce
          let end = start + (isFull ? Self.rowsAtOnce : 1)
          let statement = isFull ? several[table] : single[table]
          statement.setUncheckedArguments(StatementArguments())
          try bind(rows[start..<end], entry: number, to: statement)
          try statement.execute()
          start = end
        }
      }
    }

    /// Binds value by value: a `StatementArguments` would map every one of them first.
    private func bind(
      _ rows: ArraySlice<[DatabaseValue]>, entry: DatabaseValue, to statement: Statement
    ) throws {
      var place: CInt = 0
      var code: CInt = 0
      for row in rows {
        place += 1
        code |= entry.bind(to: statement.sqliteStatement, at: place)
        for value in row {
          place += 1
          code |= value.bind(to: statement.sqliteStatement, at: place)
        }
      }
      guard code == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }

    func hasDocument(hash: String) throws -> Bool {
      try Int.fetchOne(knownDocument, arguments: [hash]) != nil
    }

    func insertDocument(_ new: Document, number: Int) throws {
      document.setUncheckedArguments([number, new.hash, Data(new.bytes)])
      try document.execute()
    }

    /// The versions of an entry's subject in the order of recording.
    func versions(of entry: NewEntry) throws -> [RecordedVersion] {
      let rows = try Row.fetchCursor(versions, arguments: [entry.kind.rawValue, entry.subject])
      var found: [RecordedVersion] = []
      while let row = try rows.next() {
        found.append(
          RecordedVersion(
            sequence: row[0], number: row[1], content: row[2], document: row[3],
            effective: row[4], known: row[5], reason: row[6], change: row[7], corrects: row[8]))
      }
      return found
    }
  }
}
