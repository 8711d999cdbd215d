import FinanceBasics
import Foundation
import GRDB
import LeaseModel
import Testing

@testable import LedgerStore

@Suite("Verification")
struct TamperTests {
  /// Changes a recorded ledger behind its back, triggers and all put back afterwards.
  private func faults(after sql: String, head: String? = nil) throws -> [LedgerFault] {
    let scratch = try Scratch()
    let path = try scratch.recordedLedger()
    let queue = try scratch.foreign(path)
    try queue.writeWithoutTransaction { database in
      let triggers = try Row.fetchAll(
        database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      for trigger in triggers {
        try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)")
      }
      try database.execute(sql: sql)
      for trigger in triggers { try database.execute(sql: trigger["sql"]) }
    }
    try queue.close()
    let ledger = try Ledger.open(at: path, mode: .readOnly)
    return try ledger.verify(head: head).faults
  }

  @Test("finds a ledger that nobody touched sound, with its head")
  func sound() throws {
    let scratch = try Scratch()
    let path = try scratch.recordedLedger()
    let ledger = try Ledger.open(at: path, mode: .readOnly)
    let report = try ledger.verify()
    #expect(report.faults == [])
    #expect(report.head == (try ledger.head()))
    #expect(report.documentCount == 2)
    #expect(try ledger.verify(head: report.head.hash.uppercased()).isSound)
  }

  struct Tampering: Sendable, CustomTestStringConvertible {
    let sql: String
    let kinds: Set<LedgerFault.Kind>
    let entry: Int?
    var testDescription: String { sql }

    init(_ sql: String, _ kinds: Set<LedgerFault.Kind>, entry: Int? = nil) {
      self.sql = sql
      self.kinds = kinds
      self.entry = entry
    }
  }

  static let tamperings = [
    Tampering(
      "UPDATE document SET bytes = CAST(substr(bytes, 1, 5) || 'X' || substr(bytes, 7) AS BLOB) "
        + "WHERE document = 1", [.document]),
    Tampering(
      "UPDATE field SET text = '7000000001 USD' WHERE path = 'rent.contractValue'",
      [.content], entry: 5),
    Tampering("UPDATE field SET line = 13 WHERE position = 2", [.link], entry: 5),
    Tampering(
      "UPDATE dealTerms SET contractValue = contractValue + 1", [.content], entry: 5),
    Tampering("UPDATE derivation SET totalContractValue = 1", [.link], entry: 5),
    Tampering(
      "UPDATE partyAlias SET alias = 'Hut' WHERE position = 1", [.content], entry: 1),
    Tampering("UPDATE entry SET knownOn = '2025-12-16' WHERE sequence = 5", [.link], entry: 5),
    Tampering("UPDATE entry SET hash = content WHERE sequence = 2", [.link], entry: 2),
    Tampering(
      "UPDATE recording SET recordedAt = '2026-01-02T09:00:01Z' WHERE recording = 2", [.link],
      entry: 1),
    Tampering("UPDATE recording SET program = 'x' WHERE recording = 1", [.link], entry: 1),
    Tampering("DELETE FROM partyAlias", [.content], entry: 1),
    Tampering(
      "INSERT INTO partyAlias VALUES (2, 1, 'Fluid')", [.content], entry: 2),
    Tampering("INSERT INTO partyAlias VALUES (99, 1, 'Fluid')", [.reference, .stray], entry: 99),
    Tampering("DELETE FROM entry WHERE sequence = 3", [.reference, .sequence, .link, .stray]),
    // Documents are numbered without gaps.
    Tampering("DELETE FROM document WHERE document = 1", [.document, .reference]),
    Tampering("INSERT INTO document VALUES (9, '\(abc)', x'616263')", [.document, .stray]),
    Tampering("INSERT INTO recording VALUES (3, '2026-01-03T00:00:00Z', 'x', 1)", [.stray]),
    Tampering("DROP VIEW rentRoll", [.schema]),
    Tampering("CREATE TABLE extra (a)", [.schema]),
    Tampering(
      "DROP VIEW sourceList; CREATE VIEW sourceList AS SELECT 1 AS deal", [.schema]),
    Tampering("UPDATE entryKind SET meaning = 'x' WHERE kind = 'deal'", [.schema]),
    Tampering("PRAGMA application_id = 1279607123; DROP INDEX entryOfRecording", [.schema]),
  ]

  /// SHA-256 of "abc", FIPS 180-2 appendix B.1, so that the document itself is sound.
  static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  @Test("names what was tampered with", arguments: tamperings)
  func named(_ tampering: Tampering) throws {
    let faults = try faults(after: tampering.sql)
    #expect(Set(faults.map(\.kind)) == tampering.kinds, "\(faults)")
    if let entry = tampering.entry {
      #expect(faults.compactMap(\.entry).first == entry, "\(faults)")
    }
  }

  @Test("names a changed schema and a changed row both")
  func both() throws {
    let faults = try faults(after: "DROP VIEW chain; UPDATE field SET line = 13 WHERE position = 2")
    #expect(faults.map(\.kind) == [.schema, .link])
  }

  @Test("finds a trigger that was left out")
  func missingTrigger() throws {
    let scratch = try Scratch()
    let path = try scratch.recordedLedger()
    let queue = try scratch.foreign(path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "DROP TRIGGER fieldIsNotUpdated") }
    try queue.close()
    let report = try Ledger.open(at: path, mode: .readOnly).verify()
    #expect(
      report.faults.map(\.description) == [
        "verify.schema: the trigger fieldIsNotUpdated is missing"
      ])
  }

  @Test("finds a cut tail against a head that was kept elsewhere, and only against it")
  func cutTail() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.open(at: try scratch.recordedLedger(), mode: .readWrite)
    let before = try ledger.head()
    let party = Party(id: PartyID("terawulf"), name: "TeraWulf")
    let outcome = try ledger.record(
      [.party(PartyRecord(party))], recordedAt: .at("2026-03-01T10:00:00Z"), program: "test 1")
    #expect(try ledger.verify(head: before.hash).isSound, "an earlier head is still a link")
    try ledger.close()
    let queue = try scratch.foreign(ledger.path)
    try queue.writeWithoutTransaction { database in
      let triggers = try Row.fetchAll(
        database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      for trigger in triggers {
        try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)")
      }
      try database.execute(
        sql: """
          DELETE FROM party WHERE entry = 6; DELETE FROM partyVersion WHERE entry = 6;
          DELETE FROM entry WHERE sequence = 6; DELETE FROM recording WHERE recording = 3;
          """)
      for trigger in triggers { try database.execute(sql: trigger["sql"]) }
    }
    try queue.close()
    let cut = try Ledger.open(at: ledger.path, mode: .readOnly)
    #expect(try cut.verify().isSound)
    #expect(try cut.verify(head: outcome.head.hash).faults.map(\.kind) == [.head])
  }
}
