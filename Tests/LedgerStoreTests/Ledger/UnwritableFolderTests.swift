import FinanceBasics
import Foundation
import GRDB
import Testing

@testable import LedgerStore

@Suite("A ledger in a folder that cannot be written")
struct UnwritableFolderTests {
  /// The superuser writes anywhere, but SQLite follows no link to its shared memory.
  private func ledger(_ scratch: Scratch) throws -> String {
    let path = try scratch.recordedLedger()
    try block(path)
    return path
  }

  private func block(_ path: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "-shm", withDestinationPath: "nowhere")
  }

  private func problem(_ path: String, _ mode: Ledger.Mode) -> LedgerProblem? {
    #expect(throws: LedgerProblem.self) { try Ledger.open(at: path, mode: mode) }
  }

  @Test("is read, and left as it is")
  func read() throws {
    let scratch = try Scratch()
    let path = try ledger(scratch)
    let before = try Data(contentsOf: URL(filePath: path))
    let reader = try Ledger.open(at: path, mode: .readOnly)
    #expect(try reader.head().count == 5)
    #expect(try reader.snapshot().deals.count == 1)
    #expect(try reader.verify().isSound)
    try reader.close()
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test("is not written, and a writer is told so")
  func written() throws {
    let scratch = try Scratch()
    let path = try ledger(scratch)
    #expect(problem(path, .readWrite) == .readOnly(path: path))
  }

  @Test("is not read while a part of it is in another file, and a reader is told what to do")
  func unfinished() throws {
    let scratch = try Scratch()
    let path = try ledger(scratch)
    try Data(repeating: 1, count: 4096).write(to: URL(filePath: path + "-wal"))
    let found = problem(path, .readOnly)
    #expect(found?.code == "ledger.cannot-read")
    #expect(found?.problem.contains("-wal") == true)
    #expect(found?.problem.contains("recorded") == false)
  }

  @Test("is not read under an older schema, which has to be brought up to date")
  func older() throws {
    let scratch = try Scratch()
    let path = scratch.path("old.db")
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
      _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
      try Schema.migrate(database, through: 2)
    }
    try queue.close()
    try block(path)
    #expect(problem(path, .readOnly)?.problem.contains("older leasebook") == true)
  }

  @Test("is not read half old and half new where somebody who may writes to it meanwhile")
  func changed() throws {
    let scratch = try Scratch()
    let path = try ledger(scratch)
    let reader = try Ledger.open(at: path, mode: .readOnly)
    #expect(try reader.head().count == 5)
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(repeating: 0, count: 4096))
    try handle.close()
    let error = #expect(throws: LedgerProblem.self) { try reader.head() }
    #expect(error == .changedWhileRead(path: path))
  }

  @Test("is read by a user who may only read", .enabled(if: geteuid() != 0))
  func unprivileged() throws {
    let scratch = try Scratch()
    let path = try scratch.recordedLedger()
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: scratch.folder)
    defer { try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.folder) }
    let reader = try Ledger.open(at: path, mode: .readOnly)
    #expect(try reader.head().count == 5)
    try reader.close()
    let error = #expect(throws: LedgerProblem.self) {
      try Ledger.open(at: path, mode: .readWrite).record(
        [Sample.tenant], recordedAt: .at("2026-03-01T10:00:00Z"), program: "test 1")
    }
    #expect(error == .readOnly(path: path))
    #expect(scratch.files == ["test.db"])
    try files.setAttributes([.posixPermissions: 0o000], ofItemAtPath: path)
    #expect(problem(path, .readOnly)?.code == "ledger.cannot-read")
  }
}
