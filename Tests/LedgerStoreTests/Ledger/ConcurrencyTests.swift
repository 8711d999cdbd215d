import FinanceBasics
import Foundation
import GRDB
import LeaseModel
import Testing

@testable import LedgerStore

@Suite("Several connections", .serialized)
struct ConcurrencyTests {
  private func party(_ number: Int) -> NewEntry {
    .party(PartyRecord(Party(id: PartyID("party-\(number)"), name: "Party \(number)")))
  }

  @Test("that record at once wait for each other, and lose nothing")
  func waiting() async throws {
    let scratch = try Scratch()
    let path = try scratch.recordedLedger()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let ledger = try Ledger.open(at: path, mode: .readWrite)
          for number in 0..<10 {
            _ = try ledger.record(
              [self.party(writer * 10 + number)], recordedAt: .at("2026-03-01T10:00:00Z"),
              program: "test 1")
          }
          try ledger.close()
        }
      }
      try await group.waitForAll()
    }
    let ledger = try Ledger.open(at: path, mode: .readOnly)
    // Three parties and 4 × 10 more; five entries and forty more.
    #expect(try ledger.snapshot().parties.count == 43)
    #expect(try ledger.head().count == 45)
    #expect(try ledger.verify().isSound)
  }

  @Test("that find the ledger locked for longer than they wait say so, and record nothing")
  func locked() throws {
    let scratch = try Scratch()
    let path = try scratch.recordedLedger()
    let ledger = try Ledger.open(at: path, mode: .readWrite)
    let other = try scratch.foreign(path)
    try other.inDatabase { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      let error = #expect(throws: LedgerProblem.self) {
        try ledger.record(
          [party(1)], recordedAt: .at("2026-03-01T10:00:00Z"), program: "test 1")
      }
      #expect(error == .locked(path: path, seconds: 5))
      #expect(error?.kind == .storeFailure)
      #expect(try ledger.head().count == 5, "readers go on")
      try database.execute(sql: "ROLLBACK")
    }
    let outcome = try ledger.record(
      [party(1)], recordedAt: .at("2026-03-01T10:00:00Z"), program: "test 1")
    #expect(outcome.head.count == 6)
  }
}
