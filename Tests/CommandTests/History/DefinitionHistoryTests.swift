import Foundation
import Testing

/// Second versions of parties, sites and scenarios, by the three dates.
@Suite("The histories of parties, sites and scenarios")
struct DefinitionHistoryTests {
  private static let parties = """
    parties:
      prairie: {name: Prairie Mining Inc., aliases: [Prairie Mining], ticker: PRRY, shares: "100,000,000", role: landlord}
      meadow: {name: Meadow Cloud}

    """
  private static let sites = """
    sites:
      flat: {name: Flatland, region: ND, country: US, landlord: prairie, powerMarket: SPP}

    """
  /// 10 MW at 100 USD/kW-month, level, from Friday 2027-01-01: 1,000,000.00 a month.
  private static let deal = """
    deal: prairie-flat
    announced: 2026-03-02
    source: release
    terms:
      landlord: prairie
      tenant: meadow
      site: flat
      contract: {kind: lease, structure: triple-net}
      criticalIT: 10 MW
      term: 10 years
      rentCommencement: 2027-01-01
      rent: {rate: 100 USD/kW-month, escalator: none}
    sources: {release: {kind: release, date: 2026-03-02}}

    """
  private static let quarter = """
    announced: 2026-08-06
    effective: 2026-07-31
    reason: 25 million shares were sold in July
    source: 10-q
    parties:
      prairie: {shares: "125,000,000"}
    sources: {10-q: {kind: filing, date: 2026-08-06, title: cover of the 10-Q}}

    """

  private static func folder() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    try folder.write(parties, to: "parties.yaml")
    try folder.write(sites, to: "sites.yaml")
    try folder.write(deal, to: "deal.yaml")
    try folder.write(quarter, to: "parties-2026-q2.yaml")
    try folder.succeed("record", "parties.yaml", "sites.yaml", "deal.yaml")
    return folder
  }

  private static func perShare(_ folder: ScratchFolder, _ arguments: String...) throws -> String {
    let table = try folder.run(
      ["value", "prairie-flat", "--rate", "8%", "--on", "2027-01-01", "--format", "csv"]
        + arguments
    ).table
    return try #require(table.rows.first?["value_per_share"])
  }

  @Test("a new count of shares divides values from the day on which it is known and effective")
  func shares() throws {
    let folder = try Self.folder()
    let before = try #require(Double(try Self.perShare(folder)))
    try folder.succeed("record", "parties-2026-q2.yaml")
    let after = try #require(Double(try Self.perShare(folder)))
    // The same value by 125 M in place of 100 M shares; quotients have four digits.
    #expect(abs(after - before / 1.25) <= 0.0001)
    for (arguments, expected) in [
      (["--known-on", "2026-08-05"], before), (["--known-on", "2026-08-06"], after),
      (["--effective-on", "2026-07-30"], before), (["--effective-on", "2026-07-31"], after),
      (["--recorded-by", "4"], before), (["--recorded-by", "5"], after),
    ] {
      let table = try folder.run(
        ["value", "prairie-flat", "--rate", "8%", "--on", "2027-01-01", "--format", "csv"]
          + arguments
      ).table
      #expect(try table.column("value_per_share").map { Double($0) } == [expected], "\(arguments)")
    }
    try folder.succeed("verify")
  }

  @Test("tells who was what from when, why, and from which source")
  func history() throws {
    let folder = try Self.folder()
    try folder.succeed("record", "parties-2026-q2.yaml")
    let table = try folder.succeed("history", "prairie", "--format", "csv").table
    #expect(try table.column("known") == ["", "2026-08-06"])
    #expect(try table.column("effective") == ["", "2026-07-31"])
    #expect(try table.column("reason") == ["", "25 million shares were sold in July"])
    let rows = try folder.succeed("diff", "prairie", "--format", "csv").table.rows
    #expect(rows.count == 1)
    let row = try #require(rows.first)
    #expect(row["path"] == "shares" && row["before"] == "100000000" && row["after"] == "125000000")
    #expect(row["block"] == "party" && row["after_basis"] == "")
    #expect(try table.column("source") == ["", "10-q"])
    // What the file leaves open is as it was.
    let text = try folder.succeed("history", "prairie").output
    #expect(text.contains("shares: 100000000 → 125000000") && !text.contains("ticker: PRRY →"))
  }

  @Test("the same file again changes nothing, and neither do the same words in another file")
  func repeated() throws {
    let folder = try Self.folder()
    try folder.succeed("record", "parties-2026-q2.yaml")
    let before = try folder.bytes(of: "leasebook.db")
    let again = try folder.succeed("record", "parties-2026-q2.yaml", "parties.yaml")
    #expect(again.output.contains("nothing to record"))
    try folder.write("# the same\n" + Self.quarter, to: "same.yaml")
    #expect(try folder.succeed("record", "same.yaml").output.contains("unchanged"))
    #expect(try folder.bytes(of: "leasebook.db") == before)
  }

  @Test("an older version that is recorded later stands where its dates put it")
  func outOfOrder() throws {
    let folder = try Self.folder()
    try folder.succeed("record", "parties-2026-q2.yaml")
    try folder.write(
      Self.quarter.replacing("2026-08-06", with: "2026-05-07")
        .replacing("effective: 2026-07-31\n", with: "").replacing(
          "125,000,000", with: "110,000,000"
        )
        .replacing("25 million shares were sold in July", with: "ten million more"),
      to: "q1.yaml")
    try folder.succeed("record", "q1.yaml")
    let table = try folder.succeed("diff", "prairie", "1", "known:2026-06-30", "--format", "csv")
      .table
    #expect(try table.column("after") == ["110000000"])
    #expect(
      try folder.succeed("diff", "prairie", "3", "effective:2026-12-31", "--format", "csv").table
        .column("after") == ["125000000"])
    try folder.succeed("verify")
  }

  @Test("a version of the same days puts the one before right, and says nothing else")
  func correction() throws {
    let folder = try Self.folder()
    try folder.write(
      Self.quarter.replacing("shares: \"125,000,000\"", with: "ticker: PRRX, shares: \"1\""),
      to: "wrong.yaml")
    try folder.succeed("record", "wrong.yaml")
    try folder.succeed("record", "parties-2026-q2.yaml")
    let rows = try folder.succeed("diff", "prairie", "2", "3", "--format", "csv").table.rows
    #expect(rows.map { $0["path"] } == ["shares", "ticker"])
    #expect(rows.map { $0["after"] } == ["125000000", "PRRY"])
    #expect(
      try folder.succeed("diff", "prairie", "1", "known:2026-08-06", "--format", "csv").table
        .column("path") == ["shares"])
    try folder.succeed("verify")
  }

  @Test("a site changes hands and a party its name, and deals find both")
  func siteAndName() throws {
    let folder = try Self.folder()
    try folder.write(
      """
      announced: 2026-09-01
      reason: the merger of September
      source: release
      parties:
        prairie: {name: Grand Inc., aliases: [Prairie Mining Inc.], ticker: none}
      sites:
        flat: {landlord: meadow, powerMarket: MISO}
      sources: {release: {kind: release, date: 2026-09-01}}

      """, to: "merger.yaml")
    try folder.succeed("record", "merger.yaml")
    let site = try folder.succeed("diff", "flat", "--format", "csv").table.rows
    #expect(site.map { $0["path"] } == ["landlord", "powerMarket"])
    #expect(site.map { $0["before"] } == ["prairie", "SPP"])
    #expect(site.map { $0["after"] } == ["meadow", "MISO"])
    let party = try folder.succeed("diff", "prairie", "--format", "csv").table.rows
    #expect(party.map { $0["path"] } == ["aliases", "name", "ticker"])
    #expect(party.last?["change"] == "taken away")
    #expect(try folder.succeed("list", "--landlord", "Grand Inc.").output.contains("flat"))
    let then = try folder.succeed("list", "--landlord", "Prairie Mining Inc.").output
    #expect(then.contains("prairie-flat"))
    let compared = try folder.run(["compare", "--by", "landlord", "--known-on", "2026-08-31"])
    // A table has the shortest name.
    #expect(compared.output.contains("Prairie Mining"), "\(compared.errors)")
    #expect(try folder.succeed("compare", "--by", "landlord").output.contains("Grand Inc."))
    // A deal file that is read later may use the old name, which is kept as an alias.
    try folder.write(
      Self.deal.replacing("deal: prairie-flat", with: "deal: prairie-second")
        .replacing("landlord: prairie", with: "landlord: Prairie Mining Inc."), to: "second.yaml")
    try folder.succeed("record", "second.yaml")
    try folder.succeed("verify")
  }

  @Test("a scenario holds from its announcement on, and its earlier version until then")
  func scenario() throws {
    let folder = try Self.folder()
    try folder.write(
      "scenario: late\ndelays: {all: 3 months}\n", to: "late.yaml")
    try folder.write(
      """
      scenario: late
      announced: 2026-06-30
      reason: the turbines are late
      source: memo
      delays: {all: 6 months}
      sources: {memo: {kind: release, date: 2026-06-30}}

      """, to: "later.yaml")
    try folder.succeed("record", "late.yaml")
    try folder.succeed("record", "later.yaml")
    func first(_ arguments: String...) throws -> String? {
      try folder.run(
        [
          "project", "prairie-flat", "--scenario", "late", "--by", "month", "--format", "csv",
          "--from", "2027-01-01", "--through", "2027-12-31",
        ] + arguments
      ).table.column("period_start").min()
    }
    // 2027-01-01 and three or six months.
    #expect(try first() == "2027-07-01")
    #expect(try first("--known-on", "2026-06-29") == "2027-04-01")
    #expect(try first("--known-on", "2026-06-30") == "2027-07-01")
    let rows = try folder.succeed("diff", "late", "--format", "csv").table.rows
    #expect(rows.map { $0["path"] } == ["delays.all"])
    #expect(rows.map { $0["before"] } == ["3 months"] && rows.map { $0["after"] } == ["6 months"])
    let history = try folder.succeed("history", "late").output
    #expect(history.contains("the turbines are late"))
    #expect(try folder.succeed("record", "late.yaml").output.contains("nothing to record"))
    try folder.succeed("verify")
  }

  static let refusals: [(old: String, new: String, code: String)] = [
    ("announced: 2026-08-06\n", "", "field.missing"),
    ("source: 10-q\n", "", "field.missing"),
    ("source: 10-q\n", "source: 10-k\n", "source.unknown"),
    ("effective: 2026-07-31", "effective: 2026-07-32", "date.nonexistent"),
    ("  prairie: {", "  prairie: {ticket: X, ", "field.unknown"),
    ("  prairie: {", "  praire: {", "field.missing"),
    ("\"125,000,000\"", "\"0\"", "count.malformed"),
    ("\"125,000,000\"}", "\"9\", parent: nobody}", "party.unknown"),
    ("parties:", "terms: {term: 1 year}\nparties:", "file.purpose-missing"),
  ]

  @Test("a wrong file is refused with its line, and nothing is recorded", arguments: refusals)
  func refused(_ refusal: (old: String, new: String, code: String)) throws {
    let folder = try Self.folder()
    let text = Self.quarter.replacing(refusal.old, with: refusal.new)
    #expect(text != Self.quarter)
    try folder.write(text, to: "wrong.yaml")
    let before = try folder.bytes(of: "leasebook.db")
    let run = try folder.run("record", "wrong.yaml")
    #expect(run.status == 65, "\(run.errors)")
    #expect(CommandRun.codes(in: run.errors).contains(refusal.code), "\(run.errors)")
    #expect(run.errors.hasPrefix("wrong.yaml:"), "\(run.errors)")
    #expect(try folder.bytes(of: "leasebook.db") == before)
  }
}
