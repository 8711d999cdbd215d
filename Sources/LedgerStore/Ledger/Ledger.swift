import FinanceBasics
import Foundation
import GRDB

/// An open ledger: what was recorded, in order, and nothing ever changed.
///
///     let ledger = try Ledger.open(at: "leasebook.db", mode: .readOnly)
///     let book = try ledger.snapshot(AsOf(knownOn: CalendarDate("2025-12-31")))
///     try ledger.close()
public final class Ledger: Sendable {
  /// What a ledger is opened for.
  public enum Mode: Sendable {
    case readOnly, readWrite
  }

  /// As the user gave it.
  public let path: String
  /// What it was opened for.
  public let mode: Mode
  /// How opening it brought it up to date; `nil` where it was.
  public let migration: MigrationNotice?
  let connection: LedgerConnection

  private init(
    path: String, mode: Mode, connection: LedgerConnection, migration: MigrationNotice?
  ) {
    self.path = path
    self.mode = mode
    self.connection = connection
    self.migration = migration
  }

  /// Opens a ledger; an older schema is copied beside it, and brought up to date first.
  ///
  /// A reader leaves no file beside the ledger, and reads one that it cannot write, or on a full disk.
  /// - Throws: `LedgerProblem`.
  public static func open(at path: String, mode: Mode) throws -> Ledger {
    try checkFile(at: path)
    let isWhole = FilePlace.bytes(at: path + "-wal") == 0
    // What SQLite would make beside the file would be ours, and keep its owner out.
    if !FileManager.default.isWritableFile(atPath: path) {
      guard mode == .readOnly else { throw LedgerProblem.readOnly(path: path) }
      if isWhole { return try openAsItLies(at: path) }
    }
    do {
      let connection = try LedgerConnection(path: path)
      return try opened(connection, at: path, mode: mode)
    } catch let problem as LedgerProblem {
      switch (problem, mode) {
      case (.readOnly, .readOnly), (.cannotOpen, .readOnly): return try openAsItLies(at: path)
      case (.diskFull, .readOnly) where isWhole:
        do { return try openAsItLies(at: path) } catch LedgerProblem.cannotRead { throw problem }
      case (.cannotOpen, .readWrite): throw LedgerProblem.readOnly(path: path)
      default: throw problem
      }
    }
  }

  /// Reads a file where SQLite can make nothing beside it.
  private static func openAsItLies(at path: String) throws -> Ledger {
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw LedgerProblem.cannotRead(path: path, finding: "you may not read the file")
    }
    guard FilePlace.bytes(at: path + "-wal") == 0 else {
      throw LedgerProblem.cannotRead(
        path: path, finding: "a part of it is still in the file beside it that ends in -wal")
    }
    do {
      let connection = try LedgerConnection(path: path, isImmutable: true)
      return try opened(connection, at: path, mode: .readOnly)
    } catch LedgerProblem.readOnly {
      throw LedgerProblem.cannotRead(
        path: path, finding: "an older leasebook wrote it, and you may not bring it up to date")
    }
  }

  private static func opened(
    _ connection: LedgerConnection, at path: String, mode: Mode
  ) throws -> Ledger {
    let version = try connection.read { try checkedVersion(of: $0, at: path) }
    let migration =
      version < Schema.newest ? try MigrationNotice.migrating(connection, from: version) : nil
    return Ledger(path: path, mode: mode, connection: connection, migration: migration)
  }

  /// Ends the use of the ledger; the last one to close it leaves a single file.
  public func close() throws {
    do {
      try connection.queue.close()
    } catch {
      throw LedgerConnection.problem(error, path: path)
    }
  }
}

extension Ledger {
  /// Tells what is at a path when that is no ledger, before SQLite could make one there.
  private static func checkFile(at path: String) throws {
    switch FilePlace(path) {
    case .nothing: throw LedgerProblem.missing(path: path)
    case .folder: throw LedgerProblem.isDirectory(path: path)
    case .noFile:
      throw LedgerProblem.notALedger(path: path, finding: "it is a device or a pipe, not a file")
    case .brokenLink(let finding): throw LedgerProblem.brokenLink(path: path, finding: finding)
    case .barred:
      throw LedgerProblem.cannotOpen(path: path, finding: "you may not enter the folder it is in")
    case .file(let bytes): try checkLength(bytes, ofFileAt: path)
    }
  }

  /// Tells an empty file and one whose end is missing; what a `-wal` beside it holds may complete it.
  private static func checkLength(_ bytes: Int, ofFileAt path: String) throws {
    guard FilePlace.bytes(at: path + "-wal") == 0 else { return }
    guard bytes > 0 else {
      throw LedgerProblem.notALedger(path: path, finding: "the file is empty")
    }
    guard let header = DatabaseHeader(ofFileAt: path),
      header.applicationID == Schema.applicationID, let whole = header.bytes, bytes < whole
    else { return }
    throw LedgerProblem.corrupted(
      path: path, finding: "its end is missing: it has \(bytes) bytes of \(whole)")
  }

  /// The schema of a database that is a ledger, and not newer than this program.
  private static func checkedVersion(of database: Database, at path: String) throws -> Int {
    let application = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard application == Schema.applicationID else {
      throw LedgerProblem.notALedger(
        path: path, finding: "it is a SQLite database of another program")
    }
    let version = try Schema.version(of: database)
    guard version <= Schema.newest else {
      throw LedgerProblem.newerSchema(path: path, found: version, known: Schema.newest)
    }
    return version
  }
}
