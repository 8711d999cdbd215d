import FinanceBasics
import Foundation
import LeaseModel
import Testing

@testable import LedgerStore

@Suite("Recording")
struct RecordingTests {
  static let later = Timestamp.at("2026-03-01T10:00:00Z")

  @Test("writes parties, sites and deals in that order, and tells of each as it was given")
  func order() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    let outcome = try ledger.record(
      Sample.riverBendBatch, recordedAt: Self.later, program: "test 1")
    #expect(outcome.items.map(\.entry) == [5, 1, 2, 3, 4])
    #expect(outcome.items.map(\.status) == Array(repeating: .recorded, count: 5))
    #expect(outcome.head.count == 5)
    #expect(try ledger.head() == outcome.head)
  }

  @Test("of a repeat changes nothing and says so for each item")
  func repeats() throws {
    let scratch = try Scratch()
    let path = try scratch.recordedLedger()
    let ledger = try Ledger.open(at: path, mode: .readWrite)
    let before = try ledger.head()
    let outcome = try ledger.record(
      Sample.riverBendBatch, recordedAt: Self.later, program: "test 2")
    #expect(outcome.changedNothing)
    // The site came from no file, so that its words alone are the same.
    #expect(
      outcome.items.map(\.status) == [
        .alreadyRecorded, .alreadyRecorded, .alreadyRecorded, .alreadyRecorded, .unchanged,
      ])
    #expect(outcome.items.map(\.entry) == [5, 1, 2, 3, 4])
    #expect(outcome.head == before)
    #expect(try ledger.verify().isSound)
  }

  @Test("of a file that says the same at other lines changes nothing")
  func otherLines() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.open(at: try scratch.recordedLedger(), mode: .readWrite)
    let original = Sample.version()
    let statement = try #require(original.statement)
    let moved = statement.fields.map { field in
      DealField(
        block: field.block, path: field.path, text: field.text, sources: field.sources,
        note: field.note, line: field.line + 1, column: field.column)
    }
    let commented = VersionRecord(
      deal: original.deal, change: .original, effective: original.effective,
      known: original.known, document: Document(name: "commented.yaml", bytes: [35]),
      statement: VersionRecord.Statement(
        announced: statement.announced, signed: nil, source: statement.source,
        terms: statement.terms, fields: moved, sources: statement.sources))
    let outcome = try ledger.record(
      [.deal(commented)], recordedAt: Self.later, program: "test 2")
    #expect(outcome.items.map(\.status) == [.unchanged])
  }

  @Test("keeps a changed party as a new version")
  func partyVersions() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.open(at: try scratch.recordedLedger(), mode: .readWrite)
    let renamed = PartyRecord(
      Party(id: PartyID("hut-8"), name: "Hut 8 Inc."),
      Announcement(announced: StatedDate(.on("2026-02-01"))))
    let outcome = try ledger.record(
      [.party(renamed)], recordedAt: Self.later, program: "test 1")
    #expect(outcome.items.map(\.number) == [2])
    #expect(try ledger.snapshot().party(PartyID("hut-8"))?.name == "Hut 8 Inc.")
    let before = try ledger.snapshot(AsOf(effectiveOn: .on("2026-01-31")))
    #expect(before.party(PartyID("hut-8"))?.aliases == ["Hut 8", "Hut 8 Mining"])
    #expect(
      try ledger.snapshot(AsOf(knownOn: .on("2026-01-31"))).party(PartyID("hut-8"))?.name
        == "Hut 8 Corp.")
  }

  @Test("of one wrong item records none, and names every fault")
  func allOrNothing() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    let batch: [NewEntry] =
      Sample.riverBendBatch + [
        .deal(Sample.version("second", tenant: "fluidstak")),
        .deal(Sample.version("third", change: .amendment)),
      ]
    let error = #expect(throws: Diagnostics.self) {
      try ledger.record(batch, recordedAt: Self.later, program: "test 1")
    }
    #expect(error?.all.map(\.code) == ["record.party-unknown", "record.deal-unknown"])
    #expect(error?.all.first?.remedy.hasPrefix("write fluidstack") == true)
    #expect(try ledger.head().count == 0)
    #expect(try ledger.snapshot().parties.isEmpty)
    #expect(try ledger.verify().isSound)
  }

  @Test("refuses another file for a deal that is there")
  func dealExists() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.open(at: try scratch.recordedLedger(), mode: .readWrite)
    let error = #expect(throws: Diagnostics.self) {
      try ledger.record(
        [.deal(Sample.version(value: 7_100_000_000))], recordedAt: Self.later, program: "test 1")
    }
    #expect(error?.all.map(\.code) == ["record.deal-exists"])
  }

  @Test("refuses to correct what is no version of the deal, or was corrected")
  func corrections() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.open(at: try scratch.recordedLedger(), mode: .readWrite)
    func correct(_ entry: Int, value: Int) throws {
      let correction = Sample.version(change: .correction(of: entry), value: value)
      _ = try ledger.record([.deal(correction)], recordedAt: Self.later, program: "test 1")
    }
    #expect(throws: Diagnostics.self) { try correct(1, value: 7_000_000_001) }
    try correct(5, value: 7_000_000_002)
    let error = #expect(throws: Diagnostics.self) { try correct(5, value: 7_000_000_003) }
    #expect(error?.all.map(\.code) == ["record.corrected-already"])
    try correct(6, value: 7_000_000_003)
    #expect(try ledger.history(of: DealID("hut8-river-bend")).map(\.entry) == [5, 6, 7])
  }

  @Test("gives what it was given back, field by field, and the file byte for byte")
  func roundTrip() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.open(at: try scratch.recordedLedger(), mode: .readOnly)
    let version = try ledger.version(entry: 5)
    #expect(version.fields == Sample.fields())
    #expect(version.sources == Sample.sources)
    #expect(version.derived == Sample.derived)
    #expect(version.program == "test 1")
    let hash = try #require(version.documentHash)
    #expect(try ledger.document(hash: hash) == Sample.version().document)
    #expect(try ledger.isRecorded(document: hash))
  }

  @Test("leaves one file when the last connection is closed")
  func oneFile() throws {
    let scratch = try Scratch()
    let path = try scratch.recordedLedger()
    #expect(scratch.files == ["test.db"])
    let reader = try Ledger.open(at: path, mode: .readOnly)
    #expect(try reader.snapshot().deals.count == 1)
    try reader.close()
    #expect(scratch.files == ["test.db"])
  }

  @Test("merges amendments from the ledger as it stands under the lock")
  func preparing() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.open(at: try scratch.recordedLedger(), mode: .readWrite)
    let outcome = try ledger.record(recordedAt: Self.later, program: "test 1") { book in
      let last = try #require(book.deal(DealID("hut8-river-bend"))?.inForce)
      #expect(last.entry == 5)
      #expect(try ledger.isRecorded(document: Sample.partyFile.hash))
      #expect(book.partyID(named: "hut 8 mining") == PartyID("hut-8"))
      return [
        .deal(
          Sample.version(
            change: .amendment, effective: "2026-04-01", known: "2026-04-01", name: "financing",
            value: 7_200_000_000))
      ]
    }
    #expect(outcome.items.map(\.number) == [2])
  }
}
