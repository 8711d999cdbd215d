import FinanceBasics
import Foundation
import GRDB

/// How connections to a ledger are set up, and how SQLite's errors are told to people.
struct LedgerConnection {
  let path: String
  let queue: DatabaseQueue
  /// What an immutable file was when it was opened, for nothing else tells of a writer.
  private let opened: FileMark?

  /// How long a writer waits for others, at the least.
  static let busySeconds = 5
  /// How often it asks meanwhile.
  private static let asksPerSecond = 200

  /// Waits a little, and says whether to ask for the lock again.
  ///
  /// Whoever waits asks as often as whoever has just come. SQLite's own time-out asks less and less
  /// often, so that of many writers those that have waited longest get their turn last.
  private static func waitsAgain(after asks: Int) -> Bool {
    guard asks < busySeconds * asksPerSecond else { return false }
    let mean = 1_000_000 / UInt32(asksPerSecond)
    usleep(mean + .random(in: 0...mean) - .random(in: 0...mean / 2))
    return true
  }

  /// - Parameter isImmutable: For a file in a folder that cannot be written, where SQLite could not
  ///   keep its shared memory; nobody else may be writing.
  init(path: String, isImmutable: Bool = false) throws {
    self.path = path
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .callback { Self.waitsAgain(after: $0) }
    configuration.readonly = isImmutable
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA synchronous = FULL;
          PRAGMA recursive_triggers = ON;
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          PRAGMA temp_store = MEMORY;
          PRAGMA cache_size = -65536;
          """)
    }
    opened = isImmutable ? FileMark(path) : nil
    do {
      queue = try DatabaseQueue(
        path: isImmutable ? Self.immutableURI(path) : Self.plainName(path),
        configuration: configuration)
    } catch {
      throw Self.problem(error, path: path)
    }
  }

  /// Reads in one transaction: the writer's, where a recording asks while it is prepared.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      let result = try queue.unsafeReentrantRead { database in
        guard !database.isInsideTransaction else { return try body(database) }
        return try Self.transaction(.deferred, in: database, body)
      }
      try checkUnchanged()
      return result
    } catch {
      try checkUnchanged()
      throw Self.problem(error, path: path)
    }
  }

  /// Writes in one transaction, which waits for other writers before it reads anything.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try queue.writeWithoutTransaction { database in
        try Self.transaction(.immediate, in: database, body)
      }
    } catch {
      throw Self.problem(error, path: path)
    }
  }

  /// Puts everything that was written into the file itself, and closes it.
  ///
  /// Closing alone leaves a part in the `-wal` where there is no room, and says nothing of it.
  func closeWhole() throws {
    do {
      try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      try queue.close()
    } catch {
      throw Self.problem(error, path: path)
    }
  }

  /// What was read of a file that changed meanwhile may be half old and half new.
  private func checkUnchanged() throws {
    guard let opened, FileMark(path) != opened else { return }
    throw LedgerProblem.changedWhileRead(path: path)
  }

  private static func transaction<Value>(
    _ kind: Database.TransactionKind, in database: Database, _ body: (Database) throws -> Value
  ) throws -> Value {
    var result: Value?
    try database.inTransaction(kind) {
      result = try body(database)
      // A reading has nothing to commit, and a damaged page would fail even that.
      return kind == .deferred ? .rollback : .commit
    }
    guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
    return result
  }

  /// The name of a file as SQLite takes it: `:memory:` and `file:a.db` are files of these names.
  static func plainName(_ path: String) -> String {
    path.hasPrefix(":") || path.hasPrefix("file:") ? "./" + path : path
  }

  private static func immutableURI(_ path: String) -> String {
    let isUnreserved: (UInt8) -> Bool = { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_")]
          .contains(byte)
    }
    let escaped = path.utf8.map { byte in
      isUnreserved(byte) ? String(UnicodeScalar(byte)) : "%" + hexadecimal([byte])
    }
    return "file:\(escaped.joined())?immutable=1"
  }
}

extension LedgerConnection {
  /// What an error of SQLite means to a person; any other error stays what it is.
  static func problem(_ error: any Error, path: String) -> any Error {
    if let error = error as? UnreadableValue {
      return LedgerProblem.corrupted(path: path, finding: error.finding)
    }
    guard let error = error as? DatabaseError else { return error }
    let finding = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL:
      return LedgerProblem.locked(path: path, seconds: busySeconds)
    case .SQLITE_FULL: return LedgerProblem.diskFull(path: path)
    case .SQLITE_IOERR: return diskProblem(error, path: path)
    case .SQLITE_READONLY: return LedgerProblem.readOnly(path: path)
    case .SQLITE_CORRUPT:
      return LedgerProblem.corrupted(path: path, finding: Self.finding(ofDamage: finding))
    case .SQLITE_NOTADB:
      return LedgerProblem.notALedger(path: path, finding: "it is not a SQLite database")
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      return LedgerProblem.cannotOpen(path: path, finding: finding)
    case .SQLITE_ERROR where finding == "unsupported file format":
      return LedgerProblem.corrupted(path: path, finding: "its format is none that SQLite has")
    default: return LedgerProblem.failed(path: path, finding: finding)
    }
  }

  /// An error of the file system: no room for SQLite's shared memory is told like no room at all.
  private static func diskProblem(_ error: DatabaseError, path: String) -> LedgerProblem {
    switch error.extendedResultCode {
    case .SQLITE_IOERR_SHMSIZE: .diskFull(path: path)
    case .SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ: .diskFailed(path: path, action: "read")
    default: .diskFailed(path: path, action: "written")
    }
  }

  /// SQLite's usual words for damage say nothing to anyone else.
  private static func finding(ofDamage message: String) -> String {
    message == "database disk image is malformed"
      ? "a page of the file is not what was written" : message
  }
}
