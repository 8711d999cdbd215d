import GRDB

/// The schema of a ledger file: how it is marked, and how it is brought up to date.
enum Schema {
  /// The `application_id` of every ledger: the letters LEAS.
  static let applicationID: Int32 = 0x4C45_4153

  /// The newest schema that this program knows.
  static var newest: Int { Migration.all.count }

  /// Tables that triggers fill from the rows of sealed entries; no hash covers them.
  static let derivedTables: Set<String> = ["accountTotal"]

  /// Applies the migrations that a database lacks, all in one transaction: a ledger has the old schema
  /// or the new one, whenever the program is killed.
  ///
  /// Two programs may do so at once: each looks at the version again once it holds the lock.
  static func migrate(_ database: Database, through last: Int = newest) throws {
    try database.inTransaction(.immediate) {
      let version = try version(of: database)
      let due = Migration.all.filter { $0.number > version && $0.number <= last }
      guard let newest = due.last else { return .rollback }
      for migration in due { try database.execute(sql: migration.sql) }
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: "PRAGMA user_version = \(newest.number)")
      return .commit
    }
  }

  /// The number of the last migration that was applied; 0 for an empty database.
  static func version(of database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  }

  /// Every table, index, trigger and view by its name, with the statement that made it.
  static func objects(of database: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
  }

  /// Whether a database has a table or a view as only migrations after a version leave it.
  static func hasLaterObjects(_ database: Database, than version: Int) throws -> Bool {
    let (old, new) = try DatabaseQueue().writeWithoutTransaction { fresh in
      try migrate(fresh, through: version)
      let old = try objects(of: fresh)
      try migrate(fresh)
      return (old, try objects(of: fresh))
    }
    let found = try objects(of: database)
    return new.contains { name, sql in
      (name.hasPrefix("table ") || name.hasPrefix("view ")) && found[name] == sql
        && old[name] != sql
    }
  }
}

extension Ledger {
  /// The newest schema that this program knows, and gives to the ledgers that it writes.
  public static var newestSchema: Int { Schema.newest }
}
