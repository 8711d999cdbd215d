import Foundation
import Testing

/// What was known, in force and recorded by a day; the facts are those of the sample files.
@Suite("The book as of a day")
struct KnownOnTests {
  private static func deals(_ arguments: String...) throws -> [String: [String: String]] {
    let rows = try SampleBook.ask(["list", "--format", "csv"] + arguments).table.rows
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["deal"] ?? "", $0) })
  }

  @Test("deals announced later are not there yet, and those announced that day are")
  func laterDeals() throws {
    let known = Set(try Self.deals("--known-on", "2025-12-31").keys)
    // samples/deals: announced on 2026-05-06, 2026-07-06, 2026-07-20, 2026-06-29 and 2026-07-28.
    let later = [
      "hut8-beacon-point", "terawulf-hawesville", "iren-ai-developers", "bitdeer-tydal",
      "corescientific-amd",
    ]
    #expect(known.isDisjoint(with: later))
    #expect(known.isSuperset(of: ["hut8-river-bend", "terawulf-abernathy", "cipher-black-pearl"]))
    let today = Set(try Self.deals().keys)
    #expect(known.isSubset(of: today) && today.isSuperset(of: later))
    #expect(try Self.deals("--known-on", "2025-12-16")["hut8-river-bend"] == nil)
    #expect(try Self.deals("--known-on", "2025-12-17")["hut8-river-bend"] != nil)
    #expect(try Self.deals("--known-on", "2020-01-01").isEmpty)
  }

  @Test("Barber Lake is 168 MW until its expansion of 20 November 2025, then 207 MW")
  func barberLake() throws {
    for (day, megawatts, value) in [
      ("2025-09-25", "168", "3000000000.00"), ("2025-11-19", "168", "3000000000.00"),
      ("2025-11-20", "207", "3830000000.00"), ("2025-12-31", "207", "3830000000.00"),
    ] {
      let deal = try #require(try Self.deals("--known-on", day)["cipher-barber-lake"])
      #expect(deal["critical_it_mw"] == megawatts && deal["stated_contract_value"] == value)
      #expect(deal["term"] == "10 years")
    }
    // The extension of 25 September 2026 doubles the term.
    #expect(try Self.deals()["cipher-barber-lake"]?["term"] == "20 years")
  }

  @Test("Lake Mariner is restated from 200 and 160 MW to 210 and 168 MW in February 2026")
  func lakeMariner() throws {
    let before = try Self.deals("--known-on", "2026-02-25")
    let after = try Self.deals("--known-on", "2026-02-26")
    for (deal, old, new) in [
      ("terawulf-lake-mariner-cb3-cb4", "200", "210"), ("terawulf-lake-mariner-cb5", "160", "168"),
    ] {
      #expect(before[deal]?["critical_it_mw"] == old)
      #expect(after[deal]?["critical_it_mw"] == new)
      #expect(try Self.deals("--known-on", "2025-12-31")[deal]?["critical_it_mw"] == old)
      #expect(try Self.deals()[deal]?["critical_it_mw"] == new)
    }
  }

  @Test("River Bend's financing of 30 April 2026 is not known the year before")
  func financing() throws {
    func amount(_ arguments: String...) throws -> Any? {
      let asked = ["show", "hut8-river-bend", "--format", "json"] + arguments
      let terms = try SampleBook.ask(asked).object["terms"] as? [String: [String: Any]]
      return terms?["financing[1].amount"]?["value"]
    }
    #expect(try amount("--known-on", "2025-12-31") == nil)
    #expect(try amount("--known-on", "2026-04-29") == nil)
    #expect(try amount("--known-on", "2026-04-30") as? String == "3.25 bn USD")
    #expect(try amount() as? String == "3.25 bn USD")
    let old = try SampleBook.ask("show", "hut8-river-bend", "--known-on", "2025-12-31")
    #expect(!old.output.contains("6.192"))
  }

  @Test("a comparison as known on a day is that of the deals known then")
  func comparison() throws {
    let table = try SampleBook.ask(
      "compare", "--known-on", "2025-12-31", "--format", "csv"
    ).table
    let listed = try Self.deals("--known-on", "2025-12-31").values
    let counted = listed.filter { $0["kind"] != "cloud" && $0["status"] != "conditional" }
    let deals = try table.column("deals").compactMap { Int($0) }
    #expect(deals.reduce(0, +) == counted.count)
    let megawatts = try table.column("contracted_it_mw").compactMap { Double($0) }
    let expected = counted.compactMap { Double($0["critical_it_mw"] ?? "") }
    #expect(megawatts.reduce(0, +) == expected.reduce(0, +))
    // Hut 8 had River Bend alone: 245 MW, and all of its rent backed by Google.
    let hut8 = try table.row(where: "landlord", is: "hut-8")
    #expect(hut8["deals"] == "1" && hut8["contracted_it_mw"] == "245")
    #expect(hut8["guaranteed_share"] == "1")
    // Cipher had Barber Lake with 207 MW and Black Pearl with 207 MW.
    #expect(try table.row(where: "landlord", is: "cipher")["contracted_it_mw"] == "414")
    #expect(try !table.column("landlord").contains("riot"))
  }

  @Test("the terms in force on a day are those of the last amendment that bites by then")
  func effectiveOn() throws {
    let barberLake = "cipher-barber-lake"
    #expect(
      try Self.deals("--effective-on", "2025-11-19")[barberLake]?["critical_it_mw"] == "168")
    #expect(
      try Self.deals("--effective-on", "2025-11-20")[barberLake]?["critical_it_mw"] == "207")
    #expect(try Self.deals("--effective-on", "2025-09-24")[barberLake] == nil)
  }

  @Test("history has every version in the order of recording, and less of it on earlier days")
  func history() throws {
    let table = try SampleBook.ask("history", "cipher-barber-lake", "--format", "csv").table
    #expect(
      try table.column("known") == ["2025-09-25", "2025-11-13", "2025-11-20", "2026-09-25"])
    #expect(try table.column("change") == ["original", "amendment", "amendment", "amendment"])
    let entries = try table.column("entry").compactMap { Int($0) }
    #expect(entries == entries.sorted())
    let then = try SampleBook.ask(
      "history", "cipher-barber-lake", "--known-on", "2025-11-19", "--format", "csv")
    #expect(try then.table.rows.count == 2)
  }

  /// An amendment that was public in October 2026 and is recorded after everything else.
  private static let late = """
    amends: hut8-river-bend
    announced: 2026-10-15
    reason: a filing of October, read late
    source: found
    terms: {term: 16 years}
    sources:
      found: {kind: filing, date: 2026-10-15}

    """

  @Test("what the ledger answered before a late entry it answers again, by that entry's number")
  func recordedBy() throws {
    let folder = try ScratchFolder.withSampleLedger()
    let count = try #require(
      folder.succeed("verify", "--format", "json").object["entries"] as? Int)
    let questions = [
      ["show", "hut8-river-bend"], ["list"], ["compare", "--by", "deal"],
      ["project", "hut8-river-bend"], ["history", "hut8-river-bend"],
      ["show", "hut8-river-bend", "--known-on", "2026-10-31"],
    ].map { $0 + ["--format", "csv"] }
    let before = try questions.map { try folder.run($0).outputBytes }
    try folder.write(Self.late, to: "late.yaml")
    let recorded = try folder.succeed("record", "late.yaml")
    #expect(recorded.output.contains("version 4 (entry \(count + 1))"))
    for (question, answer) in zip(questions, before) {
      let then = try folder.run(question + ["--recorded-by", "\(count)"])
      #expect(then.outputBytes == answer, "\(question)")
      let now = try folder.run(question)
      #expect(now.outputBytes != answer, "\(question)")
    }
    func term(_ arguments: String...) throws -> String? {
      let table = try folder.run(["list", "--format", "csv"] + arguments).table
      return try table.row(where: "deal", is: "hut8-river-bend")["term"]
    }
    #expect(try term() == "16 years")
    #expect(try term("--known-on", "2026-10-14") == "15 years")
    #expect(try term("--known-on", "2026-10-15") == "16 years")
    #expect(try term("--known-on", "2026-10-15", "--recorded-by", "\(count)") == "15 years")
    #expect(try term("--effective-on", "2026-10-14") == "15 years")
    try folder.succeed("verify")
  }

  @Test("an older head shows a ledger that has lost entries, and none that has gained some")
  func olderHead() throws {
    let folder = try ScratchFolder.withSampleLedger()
    let old = try #require(folder.succeed("verify", "--format", "json").object["head"] as? String)
    try folder.write(Self.late, to: "late.yaml")
    try folder.succeed("record", "late.yaml")
    let new = try #require(folder.succeed("verify", "--format", "json").object["head"] as? String)
    try folder.succeed("verify", "--head", old)
    let cut = try SampleBook.folder().run("verify", "--head", new)
    #expect(cut.status == 1)
    #expect(cut.output.hasPrefix("not sound"))
  }
}
