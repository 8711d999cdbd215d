import FinanceBasics
import Foundation
import GRDB
import Testing

@testable import LedgerStore

@Suite("Opening a ledger")
struct OpeningTests {
  private func problem(_ path: String, _ mode: Ledger.Mode = .readOnly) -> LedgerProblem? {
    #expect(throws: LedgerProblem.self) { try Ledger.open(at: path, mode: mode) }
  }

  @Test("says that there is none, and makes none", arguments: [Ledger.Mode.readOnly, .readWrite])
  func missing(_ mode: Ledger.Mode) throws {
    let scratch = try Scratch()
    let found = problem(scratch.path("none.db"), mode)
    #expect(found == .missing(path: scratch.path("none.db")))
    #expect(found?.kind == .missingInput)
    #expect(scratch.files == [])
  }

  @Test("tells a folder from a ledger")
  func folder() throws {
    let scratch = try Scratch()
    #expect(problem(scratch.folder)?.code == "ledger.is-directory")
  }

  @Test("tells an empty file, a text and another program's database from a ledger")
  func notALedger() throws {
    let scratch = try Scratch()
    try Data().write(to: URL(fileURLWithPath: scratch.path("empty.db")))
    try Data("deal: hut8-river-bend\n".utf8).write(
      to: URL(fileURLWithPath: scratch.path("text.db")))
    let other = try DatabaseQueue(path: scratch.path("other.db"))
    try other.write { try $0.execute(sql: "CREATE TABLE t (a)") }
    try other.close()
    let before = scratch.files
    for name in ["empty.db", "text.db", "other.db"] {
      #expect(problem(scratch.path(name))?.code == "ledger.not-a-ledger", "\(name)")
      #expect(problem(scratch.path(name), .readWrite)?.code == "ledger.not-a-ledger", "\(name)")
    }
    #expect(scratch.files == before)
  }

  @Test("refuses a schema that is newer than the program")
  func newer() throws {
    let scratch = try Scratch()
    let path = try scratch.recordedLedger()
    let queue = try scratch.foreign(path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
    try queue.close()
    #expect(problem(path) == .newerSchema(path: path, found: 99, known: Schema.newest))
  }

  @Test(
    "finds a schema that is newer than it says, and leaves nothing beside it",
    arguments: 1..<Schema.newest)
  func understated(_ version: Int) throws {
    let scratch = try Scratch()
    let path = try scratch.recordedLedger()
    let queue = try scratch.foreign(path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = \(version)") }
    try queue.close()
    let before = scratch.files
    #expect(problem(path)?.code == "ledger.corrupted")
    #expect(problem(path, .readWrite)?.code == "ledger.corrupted")
    #expect(scratch.files == before)
  }

  @Test(
    "takes a path for a file's, whatever it would mean to SQLite",
    arguments: [":memory:", "file:a.db"])
  func plainNames(_ name: String) throws {
    let scratch = try Scratch()
    // The names mean something to SQLite only where no folder stands before them.
    #expect(LedgerConnection.plainName(name) == "./" + name)
    #expect(LedgerConnection.plainName(scratch.path(name)) == scratch.path(name))
  }

  @Test("brings an older schema up to date, for readers too")
  func older() throws {
    let scratch = try Scratch()
    let queue = try DatabaseQueue(path: scratch.path("old.db"))
    try queue.writeWithoutTransaction { database in
      _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
      try Schema.migrate(database, through: 2)
    }
    try queue.close()
    let ledger = try Ledger.open(at: scratch.path("old.db"), mode: .readOnly)
    #expect(try ledger.verify().isSound)
  }

  @Test("finds a file that was cut short", arguments: [4096, 40_000])
  func truncated(_ length: Int) throws {
    let scratch = try Scratch()
    let path = try scratch.recordedLedger()
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    try whole.prefix(length).write(to: URL(fileURLWithPath: path))
    #expect(problem(path)?.code == "ledger.corrupted")
  }

  @Test("finds pages that were overwritten")
  func overwritten() throws {
    let scratch = try Scratch()
    let path = try scratch.recordedLedger()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for index in 4096..<bytes.count { bytes[index] = 0x5A }
    try bytes.write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: LedgerProblem.self) {
      try Ledger.open(at: path, mode: .readOnly).snapshot()
    }
    #expect(error?.code == "ledger.corrupted")
  }

  @Test("every problem has its own code, a remedy and the path")
  func texts() {
    let all: [LedgerProblem] = [
      .missing(path: "p"), .isDirectory(path: "p"), .exists(path: "p"),
      .notALedger(path: "p", finding: "f"), .newerSchema(path: "p", found: 2, known: 1),
      .brokenLink(path: "p", finding: "f"), .diskFailed(path: "p", action: "written"),
      .corrupted(path: "p", finding: "f"), .locked(path: "p", seconds: 5), .diskFull(path: "p"),
      .readOnly(path: "p"), .cannotRead(path: "p", finding: "f"), .changedWhileRead(path: "p"),
      .cannotOpen(path: "p", finding: "f"), .failed(path: "p", finding: "f"),
    ]
    #expect(Set(all.map(\.code)).count == all.count)
    #expect(Set(all.map(\.problem)).count == all.count)
    #expect(all.allSatisfy { !$0.remedy.isEmpty && $0.location.file == "p" })
  }
}
