import FinanceBasics
import Foundation
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
    let files = FileManager.default
    guard !files.fileExists(atPath: path) else { throw LedgerProblem.exists(path: path) }
    let folder = URL(filePath: path).deletingLastPathComponent().path
    var isFolder: ObjCBool = false
    guard files.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw LedgerProblem.cannotOpen(path: path, finding: "there is no folder \(folder)")
    }
    removeLeftovers(of: path, in: folder)
    let process = ProcessInfo.processInfo.processIdentifier
    let unfinished = "\(path)\(unfinishedMark)\(process)-\(UUID().uuidString)"
    defer { removeDatabase(at: unfinished) }
    do {
      try make(at: unfinished, now: now, program: program)
    } catch LedgerProblem.cannotOpen(unfinished, _), LedgerProblem.readOnly(unfinished) {
      throw LedgerProblem.cannotOpen(path: path, finding: "no file can be made in its folder")
    } catch {
      throw LedgerConnection.problem(error, path: path)
    }
    do {
      try files.moveItem(atPath: unfinished, toPath: path)
    } catch {
      throw files.fileExists(atPath: path)
        ? LedgerProblem.exists(path: path)
        : LedgerProblem.cannotOpen(path: path, finding: "the new file cannot be put there")
    }
    return try open(at: path, mode: .readWrite)
  }

  private static func make(at path: String, now: Timestamp, program: String) throws {
    let connection = try LedgerConnection(path: path)
    try connection.queue.writeWithoutTransaction { database in
      _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
      try Schema.migrate(database)
    }
    _ = try connection.write { try insertRecording(1, at: now, program: program, into: $0) }
    try connection.queue.close()
  }
}

extension Ledger {
  private static let unfinishedMark = ".unfinished-"

  /// Removes what processes that were killed have left while they made a ledger at this path.
  private static func removeLeftovers(of path: String, in folder: String) {
    let prefix = URL(filePath: path).lastPathComponent + unfinishedMark
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let number = name.dropFirst(prefix.count).prefix { $0 != "-" }
      guard let process = Int32(number), process > 0, !isRunning(process) else { continue }
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }

  private static func isRunning(_ process: Int32) -> Bool {
    // Signal 0 asks and sends nothing; another user's process may not be asked, and is there.
    kill(process, 0) == 0 || errno != ESRCH
  }

  private static func removeDatabase(at path: String) {
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }
}
