import FinanceBasics
import GRDB
import LeaseModel
import Testing

@testable import LedgerStore

@Suite("Scenarios in a ledger")
struct ScenarioStorageTests {
  private func record(_ entry: NewEntry, in ledger: Ledger) throws -> RecordOutcome {
    try ledger.record([entry], recordedAt: .at("2026-03-01T09:00:00Z"), program: "test 1")
  }

  @Test("are given back with their files and the hashes of these")
  func roundTrip() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    _ = try record(Sample.scenario(), in: ledger)
    let stored = try #require(try ledger.snapshot().scenario(named: "late"))
    #expect(stored.document == Sample.scenarioFile())
    #expect((stored.entry, stored.number, stored.name) == (1, 1, "Late"))
    try ledger.connection.read { database in
      let row = try #require(try Row.fetchOne(database, sql: "SELECT * FROM scenarioChange"))
      #expect(row["path"] as String? == "delays.all")
      #expect(row["text"] as String? == "6 months")
      #expect(row["deal"] as String? == nil)
      let current = try #require(try Row.fetchOne(database, sql: "SELECT * FROM currentScenario"))
      #expect(current["document"] as String? == stored.document.hash)
      #expect(current["changes"] as Int? == 1)
    }
    #expect(try ledger.verify().isSound)
  }

  @Test("recorded twice change nothing, and may go back to what they were")
  func versions() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    #expect(try record(Sample.scenario(), in: ledger).items.map(\.number) == [1])
    #expect(try record(Sample.scenario(), in: ledger).changedNothing)
    #expect(try record(Sample.scenario(months: 9), in: ledger).items.map(\.number) == [2])
    #expect(try record(Sample.scenario(), in: ledger).items.map(\.number) == [3])
    let now = try #require(try ledger.snapshot().scenario(named: "late"))
    #expect(now.document.hash == Sample.scenarioFile().hash)
    let then = try ledger.snapshot(AsOf(recordedBy: .sequence(2))).scenario(named: "late")
    #expect(then?.document.hash == Sample.scenarioFile(months: 9).hash)
    #expect(try ledger.scenarioHashes().count == 3)
  }
}
