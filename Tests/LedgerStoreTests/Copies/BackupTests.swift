import FinanceBasics
import Foundation
import GRDB
import LeaseModel
import Testing

@testable import LedgerStore

@Suite("A backup")
struct BackupTests {
  @Test("has the rows and the head of the ledger, and is one file")
  func whole() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.open(at: try scratch.fullLedger(), mode: .readOnly)
    let report = try ledger.backUp(to: scratch.path("copy.db"))
    #expect(report.isSound)
    #expect(report.head == (try ledger.head()))
    try ledger.close()
    #expect(scratch.files == ["copy.db", "test.db"])
    let copy = try Ledger.open(at: scratch.path("copy.db"), mode: .readWrite)
    #expect(try copy.snapshot().deals.map(\.id) == [DealID("hut8-river-bend")])
    // The copy is a ledger of its own: what is recorded into it follows its head.
    let party = Party(id: PartyID("terawulf"), name: "TeraWulf")
    let outcome = try copy.record(
      [.party(PartyRecord(party))], recordedAt: .at("2026-03-01T10:00:00Z"), program: "test 1")
    #expect(outcome.head.count == report.head.count + 1)
    #expect(try copy.verify(head: report.head.hash).isSound)
  }

  @Test("never replaces what is there, and leaves nothing of an attempt")
  func exists() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.open(at: try scratch.recordedLedger(), mode: .readOnly)
    try Data("mine".utf8).write(to: URL(filePath: scratch.path("copy.db")))
    for (name, problem) in [
      ("copy.db", CopyProblem.exists(path: scratch.path("copy.db"))),
      ("test.db", .exists(path: scratch.path("test.db"))),
      (
        "none/copy.db",
        .noFolder(path: scratch.path("none/copy.db"), folder: scratch.path("none"))
      ),
    ] {
      let error = #expect(throws: CopyProblem.self) { try ledger.backUp(to: scratch.path(name)) }
      #expect(error == problem)
    }
    try ledger.close()
    #expect(scratch.files == ["copy.db", "test.db"])
    #expect(try Data(contentsOf: URL(filePath: scratch.path("copy.db"))) == Data("mine".utf8))
  }

  @Test("is not made of a ledger that is not sound")
  func unsound() throws {
    let scratch = try Scratch()
    let path = try scratch.recordedLedger()
    let queue = try scratch.foreign(path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "DROP TRIGGER fieldIsNotUpdated") }
    try queue.close()
    let ledger = try Ledger.open(at: path, mode: .readOnly)
    let error = #expect(throws: CopyProblem.self) {
      try ledger.backUp(to: scratch.path("copy.db"))
    }
    #expect(error?.code == "copy.unsound")
    #expect(error?.problem.contains("fieldIsNotUpdated") == true)
    try ledger.close()
    #expect(scratch.files == ["test.db"])
  }

  @Test("is whole while another connection records: each copy is a beginning of the chain")
  func whileRecording() async throws {
    let scratch = try Scratch()
    let path = try scratch.recordedLedger()
    let writer = Task.detached {
      let ledger = try Ledger.open(at: path, mode: .readWrite)
      for number in 1...40 {
        let party = Party(id: PartyID("party-\(number)"), name: "Party \(number)")
        _ = try ledger.record(
          [.party(PartyRecord(party))], recordedAt: .at("2026-03-01T10:00:00Z"),
          program: "test 1")
      }
      try ledger.close()
    }
    let reader = try Ledger.open(at: path, mode: .readOnly)
    var heads: [ChainHead] = []
    for number in 1...8 {
      heads.append(try reader.backUp(to: scratch.path("copy-\(number).db")).head)
    }
    try await writer.value
    #expect(heads.map(\.count) == heads.map(\.count).sorted())
    for head in heads { #expect(try reader.verify(head: head.hash).isSound) }
    // 5 entries of the recorded ledger and 40 parties.
    #expect(try reader.head().count == 45)
  }
}
