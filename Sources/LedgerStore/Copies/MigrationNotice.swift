import Foundation
import GRDB

/// What opening a ledger of an older schema did before anything else.
public struct MigrationNotice: Hashable, Sendable {
  /// The schema that the ledger had.
  public let from: Int
  /// The schema that it has now.
  public let to: Int
  /// The path of the copy that was made of it before.
  public let backup: String
}

extension MigrationNotice {
  /// Brings a ledger up to date, after copying it beside itself as `leasebook.db.schema-4`.
  ///
  /// - Returns: `nil` where another program did so meanwhile.
  /// - Throws: `LedgerProblem`; `ledger.read-only` where no copy can be made, and nothing is changed.
  static func migrating(
    _ connection: LedgerConnection, from version: Int
  ) throws -> MigrationNotice? {
    let path = connection.path
    guard FileManager.default.isWritableFile(atPath: path) else {
      throw LedgerProblem.readOnly(path: path)
    }
    let backup = try copy(connection, of: version)
    do {
      try connection.queue.writeWithoutTransaction { try Schema.migrate($0) }
    } catch {
      throw LedgerConnection.problem(error, path: path)
    }
    return backup.map { MigrationNotice(from: version, to: Schema.newest, backup: $0) }
  }

  /// The most copies of one schema beside a ledger: a migration that failed leaves one each time.
  private static let maximumCopies = 100

  private static func copy(_ connection: LedgerConnection, of version: Int) throws -> String? {
    let path = connection.path
    let names = (1...maximumCopies).map { number in
      "\(path).schema-\(version)" + (number == 1 ? "" : "-\(number)")
    }
    guard let free = names.first(where: { !FileManager.default.fileExists(atPath: $0) }) else {
      throw LedgerProblem.failed(path: path, finding: "there are too many copies beside it")
    }
    do {
      let isCopied = try UnfinishedPath.making(free) { unfinished in
        try connection.copyPages(to: unfinished)
        return try isWhole(unfinished, of: version)
      }
      guard isCopied else {
        try? FileManager.default.removeItem(atPath: free)
        return nil
      }
      return free
    } catch LedgerProblem.diskFull {
      throw LedgerProblem.diskFull(path: path)
    } catch LedgerProblem.corrupted(_, let finding) {
      throw LedgerProblem.corrupted(path: path, finding: finding)
    } catch {
      throw LedgerProblem.readOnly(path: path)
    }
  }

  /// Whether a copy has the schema that was to be copied.
  ///
  /// - Throws: `ledger.corrupted` for a damaged one.
  private static func isWhole(_ path: String, of version: Int) throws -> Bool {
    let copy = try LedgerConnection(path: path)
    defer { try? copy.queue.close() }
    return try copy.read { database in
      let finding = try String.fetchOne(database, sql: "PRAGMA integrity_check")
      guard finding == "ok" else {
        throw LedgerProblem.corrupted(path: path, finding: finding ?? "")
      }
      return try Schema.version(of: database) == version
    }
  }
}
