import FinanceBasics
import LeaseModel
import Testing

@testable import LedgerStore

@Suite("Entries that the ledger refuses")
struct RefusalTests {
  private func problems(_ entries: [NewEntry]) throws -> [any Diagnostic] {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    let error = #expect(throws: Diagnostics.self) {
      try ledger.record(entries, recordedAt: .at("2026-03-01T10:00:00Z"), program: "test 1")
    }
    #expect(try ledger.head().count == 0)
    return error?.all ?? []
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let entry: NewEntry
    let problem: String
    var testDescription: String { problem }
  }

  static let cases = [
    Case(
      entry: .site(SiteRecord(Site(id: SiteID("s"), name: "S", country: "usa"))),
      problem: "the ledger refuses the site s: its country is none that a ledger can hold"),
    Case(
      entry: .party(PartyRecord(Party(id: PartyID("p"), name: ""))),
      problem: "the ledger refuses the party p: its name is none that a ledger can hold"),
    Case(
      entry: .party(PartyRecord(Party(id: PartyID("p"), name: "P", parent: PartyID("p")))),
      problem: "the ledger refuses the party p: its parent is none that a ledger can hold"),
    Case(
      entry: .party(PartyRecord(Party(id: PartyID("p"), name: "P", shares: 0))),
      problem: "the ledger refuses the party p: its shares is none that a ledger can hold"),
  ]

  @Test("are named, with what is wrong in plain words", arguments: cases)
  func plainWords(_ example: Case) throws {
    let found = try problems([example.entry])
    #expect(found.map(\.code) == ["record.refused"])
    #expect(found.map(\.problem) == [example.problem])
  }

  @Test("are all of a recording's that name a party or a site that is nowhere")
  func references() throws {
    let found = try problems([
      .party(PartyRecord(Party(id: PartyID("p"), name: "P", parent: PartyID("none")))),
      .site(SiteRecord(Site(id: SiteID("s"), name: "S", landlord: PartyID("q")))),
      .site(SiteRecord(Site(id: SiteID("t"), name: "T", campus: SiteID("far")))),
    ])
    #expect(
      found.map(\.code) == ["record.party-unknown", "record.party-unknown", "record.site-unknown"])
  }

  @Test("are not those whose parent or campus comes later in the same recording")
  func laterInTheSame() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    let outcome = try ledger.record(
      [
        .party(PartyRecord(Party(id: PartyID("p"), name: "P", parent: PartyID("q")))),
        .party(PartyRecord(Party(id: PartyID("q"), name: "Q"))),
        .site(SiteRecord(Site(id: SiteID("s"), name: "S", campus: SiteID("t")))),
        .site(SiteRecord(Site(id: SiteID("t"), name: "T"))),
      ], recordedAt: .at("2026-03-01T10:00:00Z"), program: "test 1")
    #expect(outcome.head.count == 4)
    #expect(try ledger.verify().isSound)
  }

  static let texts = [
    Case(
      entry: .party(PartyRecord(Party(id: PartyID("p"), name: "Hut\08"))),
      problem: "the name of the party p has a NUL character, which no ledger can hold"),
    Case(
      entry: .site(SiteRecord(Site(id: SiteID("s"), name: "S", powerMarket: "\0"))),
      problem: "the power market of the site s has a NUL character, which no ledger can hold"),
    Case(
      entry: .deal(
        VersionRecord(
          deal: DealID("d"), change: .original, effective: .on("2026-01-01"),
          known: .on("2026-01-01"), reason: "because\0",
          statement: VersionRecord.Statement(
            announced: StatedDate(.on("2026-01-01")), signed: nil, source: nil,
            terms: Sample.terms(), fields: [], sources: []))),
      problem: "the reason of the deal d has a NUL character, which no ledger can hold"),
    Case(
      entry: .deal(
        VersionRecord(
          deal: DealID("d"), change: .original, effective: .on("2026-01-01"),
          known: .on("2026-01-01"),
          statement: VersionRecord.Statement(
            announced: StatedDate(.on("2026-01-01")), signed: nil, source: nil,
            terms: Sample.terms(),
            fields: [
              DealField(
                block: .terms, path: FieldPath.root.key("site"), text: "a\0b", line: 1, column: 1)
            ], sources: []))),
      problem: "the site of the deal d has a NUL character, which no ledger can hold"),
  ]

  @Test("are those with a NUL character in any text", arguments: texts)
  func nul(_ example: Case) throws {
    let found = try problems([example.entry])
    #expect(found.map(\.code) == ["record.nul-character"])
    #expect(found.map(\.problem) == [example.problem])
  }

  @Test(
    "name a column in words",
    arguments: [
      ("country", "country"), ("powerMarket", "power market"),
      ("criticalITWatts", "critical IT watts"),
      ("firstYearRatePerKWMonth", "first year rate per KW month"),
    ])
  func columns(_ column: String, _ words: String) {
    #expect(RefusedRule.words(column) == words)
  }
}
