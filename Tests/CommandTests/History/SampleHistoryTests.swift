import Foundation
import Testing

/// What happened to the sample deals, as their files and amendments tell it; each has its sources.
@Suite("The histories of the samples")
struct SampleHistoryTests {
  private static func terms(
    _ deal: String, _ arguments: [String] = [], in folder: ScratchFolder? = nil
  ) throws -> [String: String] {
    let words = ["show", deal, "--format", "json"] + arguments
    let run = try folder?.run(words) ?? SampleBook.ask(words)
    let terms = try #require(try run.object["terms"] as? [String: [String: Any]])
    return terms.compactMapValues { $0["value"] as? String }
  }

  private static func known(
    _ deal: String, _ day: String, in folder: ScratchFolder? = nil
  ) throws -> [String: String] {
    try terms(deal, ["--known-on", day], in: folder)
  }

  @Test("River Bend's financing of April 2026 replaces the indication of December 2025")
  func riverBend() throws {
    let signed = try Self.known("hut8-river-bend", "2025-12-31")
    #expect(signed["financing[1].instrument"] == "project debt indication at signing")
    #expect(signed["financing[1].loanToCost"] == "up to 85 %")
    #expect(signed["financing[1].amount"] == nil && signed["status"] == "signed")
    let financed = try Self.known("hut8-river-bend", "2026-04-30")
    #expect(financed["financing[1].instrument"] == "senior secured notes, Hut 8 DC LLC")
    #expect(financed["financing[1].amount"] == "3.25 bn USD")
    #expect(financed["financing[1].coupon"] == "6.192 %")
    #expect(financed["financing[2].instrument"] == nil, "the indication is replaced, not kept")
    #expect(financed["rent.contractValue"] == signed["rent.contractValue"])
    let today = try Self.terms("hut8-river-bend")
    #expect(today["status"] == "under construction")
  }

  @Test("Barber Lake grows by 39 MW in November 2025 and by ten years in September 2026")
  func barberLake() throws {
    let deal = "cipher-barber-lake"
    let first = try Self.known(deal, "2025-11-19")
    #expect(first["criticalIT"] == "168 MW" && first["rent.contractValue"] == "about 3.0 bn USD")
    let expanded = try Self.known(deal, "2025-12-31")
    #expect(expanded["criticalIT"] == "207 MW" && expanded["term"] == "10 years")
    #expect(expanded["rent.contractValue"] == "3.0 bn + 830 M USD")
    #expect(expanded["halls[phase II].criticalIT"] == "39 MW")
    #expect(expanded["creditSupport[1].upTo"] == "1.4 bn + 333 M USD")
    let extended = try Self.terms(deal)
    #expect(extended["criticalIT"] == "207 MW" && extended["term"] == "20 years")
    #expect(extended["periods[2].rent.contractValue"] == "5.2 bn USD")
    #expect(extended["periods[2].tenant"] != extended["periods[1].tenant"])
    // Rent of the first ten years is still the one; of the next ten it is added.
    func rents(_ arguments: String...) throws -> Int {
      let table = try SampleBook.ask(
        ["project", deal, "--by", "year", "--format", "csv"] + arguments
      ).table
      return try table.cents { $0["charge"] ?? "" }["base-rent"] ?? 0
    }
    // 3.83 bn and 9.03 bn, each but for the rounding of the posted months.
    #expect(abs(try rents("--known-on", "2025-12-31") - 383_000_000_000) < 10_000)
    #expect(abs(try rents() - 903_000_000_000) < 10_000)
  }

  @Test("Lake Mariner's CB-5 is added in August 2025, restated in February 2026, and late in 2026")
  func lakeMariner() throws {
    let deal = "terawulf-lake-mariner-cb5"
    let earlier = try SampleBook.ask("list", "--known-on", "2025-08-17", "--format", "csv").table
    #expect(try !earlier.column("deal").contains(deal))
    #expect(try earlier.column("deal").contains("terawulf-lake-mariner-cb3-cb4"))
    let signed = try Self.known(deal, "2025-12-31")
    #expect(signed["criticalIT"] == "160 MW" && signed["delivery.last"] == "2026-H2")
    let restated = try Self.known(deal, "2026-02-26")
    #expect(restated["criticalIT"] == "168 MW" && restated["delivery.last"] == "2026-H2")
    #expect(restated["rent.contractValue"] == signed["rent.contractValue"])
    #expect(try Self.terms(deal)["delivery.last"] == "2027-Q1")
  }

  @Test("TeraWulf's share of Abernathy is 50.1 % until its sale of July 2026, then nothing")
  func abernathy() throws {
    let deal = "terawulf-abernathy"
    #expect(try Self.known(deal, "2025-12-31")["ownership"] == "50.1 %")
    #expect(try Self.known(deal, "2026-07-05")["ownership"] == "50.1 %")
    #expect(try Self.known(deal, "2026-07-06")["ownership"] == "0 %")
    #expect(try Self.terms(deal, ["--effective-on", "2026-07-05"])["ownership"] == "50.1 %")
    #expect(try Self.terms(deal)["ownership"] == "0 %")
  }

  /// The four deals as known at the end of 2025 and as they are.
  private static func states(in folder: ScratchFolder) throws -> [[[String: String]]] {
    try [
      "hut8-river-bend", "cipher-barber-lake", "terawulf-lake-mariner-cb5", "terawulf-abernathy",
    ].map { [try known($0, "2025-12-31", in: folder), try terms($0, in: folder)] }
  }

  @Test("the book of the end of 2025 differs from today's as it did, also after a correction")
  func afterCorrection() throws {
    let folder = try ScratchFolder.withSampleLedger()
    let before = try Self.states(in: folder)
    for state in before { #expect(state[0] != state[1]) }
    // In November 2026 somebody finds that the restatement of CB-5 was misread: 169 MW.
    let deal = "terawulf-lake-mariner-cb5"
    let history = try folder.succeed("history", deal, "--format", "csv").table
    let entry = try history.row(where: "known", is: "2026-02-26")["entry"] ?? ""
    let file = PackageFolder.samples.appending(path: "deals/\(deal)-restatement-2026-02.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try folder.write(text.replacing("168 MW, source", with: "169 MW, source"), to: "right.yaml")
    try folder.succeed("correct", deal, "right.yaml", "--entry", entry, "--reason", "a misprint")
    let after = try Self.states(in: folder)
    #expect(after[2][0] == before[2][0], "what was known in 2025 was not in the restatement")
    #expect(before[2][1]["criticalIT"] == "168 MW" && after[2][1]["criticalIT"] == "169 MW")
    for other in [0, 1, 3] { #expect(after[other] == before[other]) }
    try folder.succeed("verify")
  }

  @Test("every deal's history replays: each version is what its file says of the one before")
  func replay() throws {
    // The head has 64 digits, which leave no room beside the finding at 80 columns.
    let run = try SampleBook.ask("verify")
    #expect(run.output.hasPrefix("sound: ") && run.lines.count == 2)
    #expect(run.output.contains(" read again and recomputed\nhead "))
    let wide = try SampleBook.folder().run(["verify"], environment: ["COLUMNS": "132"])
    #expect(wide.lines == [run.lines.joined(separator: ", ")])
  }

  @Test("of a party and a site are told too, with what is known of them")
  func parties() throws {
    let party = try SampleBook.ask("history", "hut-8").output
    #expect(party.contains("added     name: Hut 8 Corp.") && party.contains("ticker: HUT"))
    #expect(!party.contains("0001-01-01"))
    let site = try SampleBook.ask("history", "river-bend", "--format", "csv").table
    #expect(try site.column("change") == ["site"] && site.column("known") == [""])
    #expect(try SampleBook.folder().run("history", "hut-9").status == 66)
  }
}
