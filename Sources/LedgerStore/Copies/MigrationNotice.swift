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
  /// A copy that a killed attempt has left is taken for this one, if it has the same head.
  /// - Returns: `nil` where another program did so meanwhile.
  /// - Throws: `LedgerProblem`; `ledger.read-only` where no copy can be made, `ledger.corrupted` where
  ///   it has another schema than it says; nothing is changed then.
  static func migrating(
    _ connection: LedgerConnection, from version: Int
  ) throws -> MigrationNotice? {
    let path = connection.path
    guard FileManager.default.isWritableFile(atPath: path) else {
      throw LedgerProblem.readOnly(path: path)
    }
    // Another program may have brought it up to date since its version was read.
    let isUnderstated = try connection.read { database in
      try Schema.version(of: database) == version
        && Schema.hasLaterObjects(database, than: version)
    }
    guard !isUnderstated else {
      throw LedgerProblem.corrupted(
        path: path,
        finding: "it says that its schema is \(version), and it has tables of later ones")
    }
    let backup = try copy(connection, of: version)
    do {
      try connection.queue.writeWithoutTransaction { try Schema.migrate($0) }
    } catch {
      throw LedgerConnection.problem(error, path: path)
    }
    return backup.map { MigrationNotice(from: version, to: Schema.newest, backup: $0) }
  }

  /// The most names that are looked at: others may have been taken by anything.
  private static let maximumCopies = 100

  /// The path of a copy with the schema and the head of the ledger; `nil` where another program
  /// brought the ledger up to date meanwhile.
  private static func copy(_ connection: LedgerConnection, of version: Int) throws -> String? {
    let path = connection.path
    let head = try connection.read { try ChainHead.read(from: $0) }
    for number in 1...maximumCopies {
      let name = "\(path).schema-\(version)" + (number == 1 ? "" : "-\(number)")
      if isCopy(name, of: version, head: head) { return name }
      do {
        let isCopied = try UnfinishedPath.making(name) { unfinished in
          try connection.copyPages(to: unfinished)
          return try isWhole(unfinished, of: version)
        }
        guard !isCopied else { return name }
        try? FileManager.default.removeItem(atPath: name)
        return nil
      } catch UnfinishedPath.Obstacle.taken {
        // Another program may have made the same copy meanwhile.
        if isCopy(name, of: version, head: head) { return name }
      } catch UnfinishedPath.Obstacle.notWhole {
        throw LedgerProblem.diskFull(path: path)
      } catch LedgerProblem.diskFull {
        throw LedgerProblem.diskFull(path: path)
      } catch LedgerProblem.diskFailed(_, let action) {
        throw LedgerProblem.diskFailed(path: path, action: action)
      } catch LedgerProblem.corrupted(_, let finding) {
        throw LedgerProblem.corrupted(path: path, finding: finding)
      } catch {
        throw LedgerProblem.readOnly(path: path)
      }
    }
    throw LedgerProblem.failed(path: path, finding: "there are too many copies beside it")
  }

  /// Whether a file is a whole copy of a ledger from before.
  private static func isCopy(_ path: String, of version: Int, head: ChainHead) -> Bool {
    guard FilePlace.bytes(at: path) > 0, (try? isWhole(path, of: version)) == true,
      let copy = try? LedgerConnection(path: path)
    else { return false }
    defer { try? copy.queue.close() }
    return (try? copy.read { try ChainHead.read(from: $0) }) == head
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
