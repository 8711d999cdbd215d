import GRDB

@testable import LedgerStore

/// Somebody who may write the file and knows how it is chained: puts the triggers aside, rewrites
/// rows, and computes every total and every hash again.
struct Forger {
  private let queue: DatabaseQueue

  /// - Parameter path: Of a ledger that nobody has open.
  init(_ path: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    queue = try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Rewrites rows, and leaves a chain that is whole.
  func forge(_ statements: [String]) throws {
    try queue.write { database in
      let triggers = try Row.fetchAll(
        database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger[0] as String)") }
      for statement in statements { try database.execute(sql: statement) }
      try database.execute(
        sql: "DELETE FROM accountTotal; INSERT INTO accountTotal SELECT * FROM totalledPosting")
      try Self.chain(database)
      for trigger in triggers { try database.execute(sql: trigger[1]) }
    }
    try queue.close()
  }

  private static func chain(_ database: Database) throws {
    var encoding = CanonicalEncoding()
    var cursors = try EntryTable.all.map { try EntryCursor($0, in: database) }
    var recordings: [Int: [DatabaseValue]] = [:]
    for row in try Row.fetchAll(
      database, sql: "SELECT recording, recordedAt, program, schemaVersion FROM recording")
    {
      recordings[row[0]] = Array(row.databaseValues)
    }
    var previous = try ChainHead.read(from: database, through: 0).hash
    let entries = try Row.fetchAll(
      database,
      sql: """
        SELECT sequence, recording, kind, subject, number, effectiveOn, knownOn, document,
          fileName, reason, content FROM entry ORDER BY sequence
        """)
    for entry in entries {
      var rows = EntryRows()
      for table in cursors.indices {
        for row in try cursors[table].take(entry: entry[0]) {
          rows.append(row, to: EntryTable.ID.allCases[table])
        }
      }
      let content = ChainLink.content(of: rows, using: &encoding)
      previous = ChainLink.hash(
        after: previous, recording: recordings[entry[1]] ?? [],
        entry: entry.databaseValues.dropLast() + [content.databaseValue], rows: rows,
        using: &encoding)
      try database.execute(
        sql: "UPDATE entry SET content = ?, hash = ? WHERE sequence = ?",
        arguments: [content, previous, entry[0] as Int])
    }
  }
}
