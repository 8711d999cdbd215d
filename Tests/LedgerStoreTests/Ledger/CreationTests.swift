import FinanceBasics
import Foundation
import Testing

@testable import LedgerStore

@Suite("Making a ledger")
struct CreationTests {
  @Test("never replaces what is there")
  func exists() throws {
    let scratch = try Scratch()
    let path = try scratch.recordedLedger()
    let error = #expect(throws: LedgerProblem.self) { try scratch.ledger() }
    #expect(error == .exists(path: path))
    #expect(scratch.files == ["test.db"])
  }

  @Test("in a folder that does not exist says so, and leaves nothing")
  func noFolder() throws {
    let scratch = try Scratch()
    let error = #expect(throws: LedgerProblem.self) { try scratch.ledger("none/test.db") }
    #expect(error?.code == "ledger.cannot-open")
    #expect(error?.location.file == scratch.path("none/test.db"))
    #expect(scratch.files == [])
  }

  @Test("removes what a killed making of the same ledger left, and nothing else")
  func leftovers() throws {
    let scratch = try Scratch()
    // No process has the highest number that the type holds: Linux stops at 2^22, macOS at 99,999.
    let left = "test.db.unfinished-2147483647-0"
    let running = "test.db.unfinished-\(ProcessInfo.processInfo.processIdentifier)-0"
    let others = ["other.db.unfinished-2147483647-0", "test.db.unfinished-notes", running]
    for name in [left, left + "-wal", left + "-shm"] + others {
      try Data("left".utf8).write(to: URL(filePath: scratch.path(name)))
    }
    try scratch.ledger().close()
    #expect(scratch.files == (others + ["test.db"]).sorted())
  }

  @Test("gives each ledger a head of its own before anything is recorded")
  func genesis() throws {
    let scratch = try Scratch()
    let first = try scratch.ledger("first.db")
    let second = try Ledger.create(
      at: scratch.path("second.db"), now: .at("2026-01-01T09:00:01Z"), program: "test 1")
    #expect(try first.head().count == 0)
    #expect(try first.head() != second.head())
    #expect(try first.verify().isSound)
    #expect(try first.snapshot().deals.isEmpty)
  }
}
