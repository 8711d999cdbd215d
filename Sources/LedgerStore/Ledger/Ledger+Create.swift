import FinanceBasics
import GRDB

extension Ledger {
  /// Makes an empty ledger, whole or not at all, and opens it for writing.
  ///
  /// It is made under another name beside the path, such as `leasebook.db.unfinished-812-…` by the
  /// process 812; what a process that is gone has left of the same ledger is removed.
  /// - Parameters:
  ///   - now: The instant of its making, which the hash of the empty ledger covers.
  ///   - program: The program and its version.
  /// - Throws: `LedgerProblem`; `ledger.exists` where anything is at the path.
  public static func create(at path: String, now: Timestamp, program: String) throws -> Ledger {
    try place(at: path) { unfinished in
      let connection = try newConnection(at: unfinished)
      _ = try connection.write { try insertRecording(1, at: now, program: program, into: $0) }
      try connection.closeWhole()
    }
    return try open(at: path, mode: .readWrite)
  }

  /// A database with the schema, or with its first steps, and nothing in it.
  static func newConnection(at path: String, schema: Int = Schema.newest) throws -> LedgerConnection
  {
    let connection = try LedgerConnection(path: path)
    try connection.queue.writeWithoutTransaction { database in
      _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
      try Schema.migrate(database, through: schema)
    }
    return connection
  }

  /// Has a ledger made under an unfinished name, and puts it at the path once it is whole.
  ///
  /// - Throws: `LedgerProblem`; `ledger.exists` where anything is at the path.
  static func place<Value>(
    at path: String, _ make: (_ unfinished: String) throws -> Value
  ) throws -> Value {
    do {
      return try UnfinishedPath.making(path, make)
    } catch UnfinishedPath.Obstacle.taken {
      throw LedgerProblem.exists(path: path)
    } catch UnfinishedPath.Obstacle.noFolder(let folder) {
      throw LedgerProblem.cannotOpen(path: path, finding: "there is no folder \(folder)")
    } catch UnfinishedPath.Obstacle.notWhole {
      throw LedgerProblem.diskFull(path: path)
    } catch UnfinishedPath.Obstacle.notMovable {
      throw LedgerProblem.cannotOpen(path: path, finding: "the new file cannot be put there")
    } catch {
      switch LedgerConnection.problem(error, path: path) {
      case LedgerProblem.cannotOpen, LedgerProblem.readOnly:
        throw LedgerProblem.cannotOpen(path: path, finding: "no file can be made in its folder")
      case LedgerProblem.diskFull: throw LedgerProblem.diskFull(path: path)
      case LedgerProblem.diskFailed(_, let action):
        throw LedgerProblem.diskFailed(path: path, action: action)
      case let problem: throw problem
      }
    }
  }
}
