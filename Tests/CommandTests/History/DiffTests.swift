import Foundation
import Testing

/// Two versions side by side; the figures are those of the sample files.
@Suite("Differences of versions")
struct DiffTests {
  private static func changes(_ arguments: String...) throws -> [String: [String: String]] {
    let rows = try SampleBook.ask(["diff"] + arguments + ["--format", "csv"]).table.rows
    return Dictionary(
      uniqueKeysWithValues: rows.map { ("\($0["block"] ?? "") \($0["path"] ?? "")", $0) })
  }

  @Test("name each field with both its words, what they are worth and where they come from")
  func barberLake() throws {
    // Versions: the original, the notes, the expansion and the extension.
    let changes = try Self.changes("cipher-barber-lake", "2", "3")
    let megawatts = try #require(changes["terms criticalIT"])
    #expect(megawatts["before"] == "168 MW" && megawatts["after"] == "207 MW")
    #expect(megawatts["change"] == "changed")
    #expect(megawatts["after_source"] == "expansion-release")
    #expect(megawatts["after_note"] == "168 + 39 MW")
    let clock = try #require(changes["terms termClock"])
    #expect(clock["before"] == "per hall" && clock["before_basis"] == "assumed")
    #expect(clock["after"] == "from first" && clock["after_basis"] == "disclosed")
    #expect(changes["terms halls[phase II].criticalIT"]?["change"] == "added")
    #expect(changes["terms term"] == nil)
    let extended = try Self.changes("cipher-barber-lake", "3", "4")
    #expect(extended["terms term"]?["before"] == "10 years")
    #expect(extended["terms term"]?["after"] == "20 years")
    #expect(extended["terms renewals.count"]?["change"] == "taken away")
  }

  @Test("name versions by number, by entry and by day, and the last two by default")
  func choices() throws {
    let deal = "cipher-barber-lake"
    let entries = try SampleBook.ask("history", deal, "--format", "csv").table.column("entry")
    let byNumber = try SampleBook.ask("diff", deal, "1", "3").output
    #expect(
      try SampleBook.ask("diff", deal, "entry:\(entries[0])", "entry:\(entries[2])").output
        == byNumber)
    #expect(
      try SampleBook.ask("diff", deal, "known:2025-11-12", "known:2025-12-31").output == byNumber)
    #expect(
      try SampleBook.ask("diff", deal, "effective:2025-09-25", "effective:2025-11-20").output
        == byNumber)
    #expect(
      try SampleBook.ask("diff", deal).output == SampleBook.ask("diff", deal, "3", "4").output)
    #expect(
      try SampleBook.ask("diff", deal, "1").output == SampleBook.ask("diff", deal, "1", "4").output)
  }

  @Test("match the elements of a list by what they are, not by their numbers")
  func elements() throws {
    // The indication of December stood first; the notes of April, which stand first now, are no
    // change of it.
    let changes = try Self.changes(
      "hut8-river-bend", "known:2025-12-31", "known:2026-04-30")
    let indication = "financing[project debt indication at signing]"
    #expect(changes["terms \(indication).loanToCost"]?["change"] == "taken away")
    #expect(changes["terms \(indication).loanToCost"]?["before"] == "up to 85 %")
    let notes = "financing[senior secured notes, Hut 8 DC LLC]"
    #expect(changes["terms \(notes).coupon"]?["change"] == "added")
    #expect(changes["terms \(notes).coupon"]?["after"] == "6.192 %")
    #expect(
      !changes.values.contains { $0["change"] == "changed" && $0["path"]?.hasPrefix("fin") == true }
    )
    // Google stays the first guarantor of Barber Lake: its cap changes under its number.
    let cap = try Self.changes("cipher-barber-lake", "2", "3")["terms creditSupport[1].upTo"]
    #expect(cap?["before"] == "1.4 bn USD" && cap?["after"] == "1.4 bn + 333 M USD")
  }

  @Test("are none of a version and itself, and mirror each other backwards")
  func laws() throws {
    let deal = "hut8-river-bend"
    #expect(try Self.changes(deal, "2", "2").isEmpty)
    #expect(try SampleBook.ask("diff", deal, "2", "2").output.hasSuffix("the two say the same\n"))
    let there = try Self.changes(deal, "1", "2")
    let back = try Self.changes(deal, "2", "1")
    #expect(
      !there.isEmpty && Set(there.values.map { $0["path"] }) == Set(back.values.map { $0["path"] }))
    for (path, change) in there {
      let mirror = back[path] ?? back.values.first { $0["path"] == change["path"] }
      #expect(mirror?["before"] == change["after"] && mirror?["after"] == change["before"])
    }
  }

  @Test("compare a correction with what it corrects")
  func correction() throws {
    let folder = try ScratchFolder.withSampleLedger()
    let sample = PackageFolder.samples.appending(path: "deals/terawulf-hawesville.yaml")
    let text = try String(contentsOf: sample, encoding: .utf8)
    #expect(text.contains("term: 20 years"))
    try folder.write(text.replacing("term: 20 years", with: "term: 21 years"), to: "deal.yaml")
    let entry = try folder.succeed("history", "terawulf-hawesville", "--format", "csv").table
      .column("entry")[0]
    try folder.succeed(
      "correct", "terawulf-hawesville", "deal.yaml", "--entry", entry, "--reason", "a misprint")
    let object = try folder.succeed("diff", "terawulf-hawesville", "--format", "json").object
    let changes = try #require(object["changes"] as? [[String: Any]])
    #expect(changes.map { $0["path"] as? String } == ["term"])
    #expect((object["after"] as? [String: Any])?["reason"] as? String == "a misprint")
  }

  @Test("of a series are those of its values")
  func series() throws {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    func write(_ announced: String, _ values: String) throws {
      try folder.write(
        """
        series: spot
        name: Spot rent
        kind: price index
        unit: index
        frequency: monthly
        announced: \(announced)
        file: spot.csv
        source: made
        sources: {made: {kind: press}}

        """, to: "spot.yaml")
      try folder.write("month,value\n" + values, to: "spot.csv")
      try folder.succeed("record", "spot.yaml")
    }
    try write("2026-02-10", "2026-01,100\n2026-02,101\n")
    try write("2026-03-10", "2026-01,100\n2026-02,101.5\n2026-03,102\n")
    let rows = try folder.succeed("diff", "spot", "--format", "csv").table.rows
    #expect(rows.map { $0["period"] } == ["2026-02", "2026-03"])
    #expect(rows.map { $0["before"] } == ["101", ""])
    #expect(rows.map { $0["after"] } == ["101.5", "102"])
    #expect(rows.map { $0["change"] } == ["changed", "added"])
    let named = try folder.succeed("diff", "spot", "known:2026-03-01", "2")
    #expect(named.output.contains("2 values differ"))
  }

  static let refusals: [(arguments: [String], status: Int32, codes: [String])] = [
    (["hut8-river-bent"], 66, ["name.unknown"]),
    (["hut8-river-bend", "1", "9"], 66, ["version.unknown"]),
    (["hut8-river-bend", "entry:1"], 66, ["version.unknown"]),
    (["hut8-river-bend", "known:2020-01-01"], 66, ["version.unknown"]),
    (["terawulf-hawesville"], 66, ["version.single"]),
    (["--kind", "series", "cpi"], 66, ["name.unknown"]),
    (["cpi-u-nsa"], 66, ["version.single"]),
    (["hut8-river-bend", "0"], 64, []),
    (["hut8-river-bend", "known:2025-13-01"], 64, []),
    (["hut8-river-bend", "1", "2", "3"], 64, []),
  ]

  @Test("are refused where there is no such version", arguments: refusals)
  func refused(_ refusal: (arguments: [String], status: Int32, codes: [String])) throws {
    let run = try SampleBook.folder().run(["diff"] + refusal.arguments)
    #expect(run.status == refusal.status, "\(run.errors)")
    #expect(CommandRun.codes(in: run.errors) == refusal.codes, "\(run.errors)")
    #expect(run.output.isEmpty)
  }
}
