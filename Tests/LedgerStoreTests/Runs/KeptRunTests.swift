import FinanceBasics
import GRDB
import LeaseModel
import Testing

@testable import LedgerStore

@Suite("Kept runs in the ledger")
struct KeptRunTests {
  private func ledger(_ scratch: Scratch) throws -> Ledger {
    try Ledger.open(at: try scratch.recordedLedger(), mode: .readWrite)
  }

  @Test("are read back as they were kept, with the program and the hash of the answer")
  func roundTrip() throws {
    let scratch = try Scratch()
    let ledger = try ledger(scratch)
    let question = try Sample.question(of: ledger)
    let kept = try Sample.keep(question, in: ledger)
    #expect(kept.isNew && kept.name == "value-1" && kept.entry == 6)
    #expect(try kept.head == ledger.head())
    let run = try #require(try ledger.runs().first)
    #expect(run.question == question)
    #expect((run.name, run.record.number, run.entry) == ("value-1", 1, 6))
    #expect((run.program, run.schema) == ("test 1", Schema.newest))
    #expect(run.recordedAt == .at("2028-05-01T13:00:00Z"))
    #expect(run.answerHash == Document(name: "", bytes: question.answer).hash)
    #expect(try ledger.document(hash: run.answerHash).name == "runs/value-1.json")
    #expect(question.files.map(\.name) == ["downside.yaml"])
    #expect(try ledger.verify().faults == [])
  }

  @Test("are named by the verb and the next number, or as they are told")
  func names() throws {
    let scratch = try Scratch()
    let ledger = try ledger(scratch)
    let names = try [("8%", nil), ("9%", "base"), ("10%", nil), ("11%", "value-5"), ("12%", nil)]
      .map { try Sample.keep(Sample.question(of: ledger, rate: $0), in: ledger, as: $1).name }
    // The fifth would be value-5, and is the next that is free.
    #expect(names == ["value-1", "base", "value-3", "value-5", "value-6"])
    #expect(try ledger.runs().map(\.record.number) == [1, 2, 3, 4, 5])
    #expect(try ledger.verify().isSound)
  }

  @Test("are recognised when the same is asked of the same and answered the same")
  func repeated() throws {
    let scratch = try Scratch()
    let ledger = try ledger(scratch)
    let first = try Sample.keep(try Sample.question(of: ledger), in: ledger)
    let head = try ledger.head()
    // The state of the ledger is another: the run itself was recorded meanwhile.
    for name in [nil, "value-1", "another"] {
      let again = try Sample.keep(try Sample.question(of: ledger), in: ledger, as: name)
      #expect(!again.isNew && again.name == "value-1" && again.entry == first.entry)
      #expect(again.head == head)
    }
    #expect(try ledger.runs().count == 1)
  }

  static let others: [@Sendable (Ledger) throws -> AnsweredQuestion] = [
    { try Sample.question(of: $0, verb: .project) }, { try Sample.question(of: $0, rate: "9%") },
    { try Sample.question(of: $0, entries: [1, 2, 4]) },
    { try Sample.question(of: $0, answer: "{\"present_value\": 1.01}\n") },
  ]

  @Test("are another run with another verb, option, input or answer", arguments: others.indices)
  func another(_ index: Int) throws {
    let scratch = try Scratch()
    let ledger = try ledger(scratch)
    _ = try Sample.keep(try Sample.question(of: ledger), in: ledger)
    let kept = try Sample.keep(try Self.others[index](ledger), in: ledger)
    #expect(kept.isNew)
  }

  @Test("refuse a name that another run has, and change nothing then")
  func taken() throws {
    let scratch = try Scratch()
    let ledger = try ledger(scratch)
    _ = try Sample.keep(try Sample.question(of: ledger), in: ledger, as: "base")
    let head = try ledger.head()
    let error = #expect(throws: Diagnostics.self) {
      try Sample.keep(try Sample.question(of: ledger, rate: "9%"), in: ledger, as: "base")
    }
    #expect(error?.all.map(\.code) == ["record.run-exists"])
    #expect(try ledger.head() == head)
  }

  @Test("a file that a run was asked with counts as none that was recorded")
  func files() throws {
    let scratch = try Scratch()
    let ledger = try ledger(scratch)
    let question = try Sample.question(of: ledger)
    _ = try Sample.keep(question, in: ledger)
    let file = try #require(question.files.first)
    #expect(try ledger.document(hash: file.hash) == file)
    #expect(try !ledger.isRecorded(document: file.hash))
    #expect(try !ledger.isRecorded(document: Document(name: "", bytes: question.answer).hash))
    #expect(try ledger.isRecorded(document: Sample.partyFile.hash))
  }

  @Test("the inputs are the entries as the chain has them")
  func inputs() throws {
    let scratch = try Scratch()
    let ledger = try ledger(scratch)
    let inputs = try ledger.inputs(entries: [5, 1])
    let entries = inputs.compactMap { input in
      if case .entry(let entry) = input { entry } else { nil }
    }
    #expect(entries.map(\.entry) == [1, 5])
    #expect(entries.map(\.kind) == [.party, .deal])
    #expect(entries.map(\.subject) == ["hut-8", "hut8-river-bend"])
    #expect(entries.map(\.number) == [1, 1])
    #expect(entries[1].hash == (try ledger.head().hash))
    #expect(entries[1].documentHash == Sample.version().document?.hash)
  }

  @Test("the versions in force of parties and sites are found as of the dates asked for")
  func registered() throws {
    let scratch = try Scratch()
    let ledger = try ledger(scratch)
    let party = Party(id: PartyID("hut-8"), name: "Hut 8 Inc.")
    let later = try ledger.record(
      [.party(PartyRecord(party, effective: .on("2026-06-01"), known: .on("2026-05-01")))],
      recordedAt: .at("2026-05-02T09:00:00Z"), program: "test 1")
    let entry = later.items[0].entry
    let found = { (asOf: AsOf) in
      try ledger.registeredEntries(
        asOf, parties: [PartyID("hut-8")], sites: [SiteID("river-bend"), SiteID("none")])
    }
    let site = 4
    #expect(try found(AsOf()) == [entry, site])
    #expect(try found(AsOf(effectiveOn: .on("2026-05-31"))) == [1, site])
    #expect(try found(AsOf(knownOn: .on("2026-04-30"))) == [1, site])
    #expect(try found(AsOf(recordedBy: .sequence(entry - 1))) == [1, site])
    #expect(try found(AsOf(recordedBy: .sequence(0))) == [])
  }

  @Test("the view for other programs says what was kept")
  func view() throws {
    let scratch = try Scratch()
    let path = try scratch.fullLedger()
    let queue = try scratch.foreign(path)
    let row = try #require(
      try queue.read { try Row.fetchOne($0, sql: "SELECT * FROM keptRun") })
    #expect(row["run"] == "value-1")
    #expect(row["inputs"] == 3)
    #expect(row["program"] == "test 1")
    #expect(row["asked"] == "value hut8-river-bend --rate 8%")
  }
}
