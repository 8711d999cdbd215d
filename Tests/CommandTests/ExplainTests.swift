import Foundation
import Testing

/// `explain` on the samples: what people read, what programs get, and what is refused.
@Suite("Explanations on the command line")
struct ExplainTests {
  private static let rentOfTheFirstMonth = [
    "explain", "hut8-river-bend", "base-rent", "2027-06", "--hall", "hall 1",
  ]

  /// Rent of 2027-06-30, a Wednesday, the first day of hall 1: 49 MW × rate ÷ 30, where the rate is
  /// worked out anew from the sample's figures.
  @Test("the first month's rent of River Bend is a tree that a page can hold")
  func firstRent() throws {
    let run = try SampleBook.ask(Self.rentOfTheFirstMonth)
    let flow = try #require(
      RiverBend.flows.first {
        $0.hall == "hall 1" && $0.charge == "base-rent" && $0.month == "2027-06"
      })
    let cents = try Cents.reading(String(format: "%.2f", flow.posted))
    let head = try #require(run.lines.dropFirst().first)
    #expect(head.hasPrefix("base rent of hall 1, 2027-06, posted: 209,092."))
    #expect(try Cents.reading(String(head.split(separator: " ").dropLast().last ?? "")) == cents)
    let words = [
      "critical IT of hall 1: 49 MW", "first-year rate: 128,015.6677", "exactly 1/30",
      "contract value: 7,000,000,000 USD", "disclosed · rent.contractValue: 7.0 bn USD",
      "samples/deals/hut8-river-bend.yaml, line", "source finanzen", "in all; --full prints them",
      "as this tree does",
    ]
    for word in words { #expect(run.output.contains(word), "\(word)") }
    #expect(run.lines.allSatisfy { $0.count <= 80 })
    try Golden.expect(run.output, equals: "explain-hut8-river-bend.txt")
  }

  @Test("the tree for programs is whole: each part once, with its field and line")
  func json() throws {
    let object = try SampleBook.ask(Self.rentOfTheFirstMonth + ["--format", "json"]).object
    #expect(object["agrees"] as? Bool == true)
    var pending = [try #require(object["derivation"] as? [String: Any])]
    var ids: Set<Int> = []
    var repeated: Set<Int> = []
    var terms: [[String: Any]] = []
    // Each object is taken off once.
    while let node = pending.popLast() {
      pending += node["parts"] as? [[String: Any]] ?? []
      if let same = node["same_as"] as? Int {
        repeated.insert(same)
        continue
      }
      let id = try #require(node["id"] as? Int)
      #expect(ids.insert(id).inserted)
      if let input = node["input"] as? [String: Any] { terms.append(input) }
    }
    #expect(repeated.isSubset(of: ids))
    let value = try #require(terms.first { $0["path"] as? String == "rent.contractValue" })
    #expect(value["basis"] as? String == "disclosed" && value["text"] as? String == "7.0 bn USD")
    // The line of the sample file that states it.
    let file = try String(
      contentsOf: PackageFolder.samples.appending(path: "deals/hut8-river-bend.yaml"),
      encoding: .utf8)
    let line = try #require(
      file.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.contains("rent: {contractValue: 7.0 bn USD") })
    #expect(value["line"] as? Int == line + 1)
  }

  @Test("a depth cuts the tree, and --full leaves nothing out")
  func extent() throws {
    let short = try SampleBook.ask(Self.rentOfTheFirstMonth + ["--depth", "1"])
    let page = try SampleBook.ask(Self.rentOfTheFirstMonth)
    let full = try SampleBook.ask(Self.rentOfTheFirstMonth + ["--full"])
    #expect(short.lines.count < page.lines.count && page.lines.count < full.lines.count)
    #expect(!full.output.contains("--full"))
    let rows = try SampleBook.ask(Self.rentOfTheFirstMonth + ["--format", "csv"]).table.rows
    #expect(rows.first?["label"] == "base rent of hall 1, 2027-06, posted")
    #expect(rows.dropFirst().allSatisfy { $0["part_of"] != "" })
  }

  static let explainedSubjects = [
    ["base-rent", "2030-06"], ["capital-cost", "2027-01"], ["operating-cost", "2030-06"],
    ["noi", "2030-06"], ["net-cash", "2027-06"], ["renewal-rent", "2043-01", "--case", "expected"],
    ["present-value", "--rate", "8%", "--on", "2026-01-01"], ["noi"], ["yield_on_cost"],
    ["base-rent", "2028-01", "--delay", "hall 1=90d"],
    ["present-value", "--rate", "8%", "--on", "2026-01-01", "--convention", "midPeriod"],
  ]

  @Test("every kind of number is explained as the projection has it", arguments: explainedSubjects)
  func subjects(_ arguments: [String]) throws {
    let whole = ["explain", "hut8-river-bend"] + arguments + ["--format", "json"]
    let object = try SampleBook.ask(whole).object
    #expect(object["agrees"] as? Bool == true)
    #expect((object["derivation"] as? [String: Any])?["parts"] != nil)
  }

  /// Rents of December 2027 are 6,272,767.72 and 809,389.38: 7,082,157.10, and not 7,082,157.1.
  @Test("what posted amounts come to has its cents, in the tree, its formulas and its data")
  func postedSums() throws {
    let month = ["explain", "hut8-river-bend", "base-rent", "2027-12"]
    let rents = RiverBend.flows.filter { $0.charge == "base-rent" && $0.month == "2027-12" }
    let cents = Int64(rents.reduce(0) { $0 + ($1.posted * 100).rounded() })
    #expect(cents == 708_215_710)
    let text = try SampleBook.ask(month)
    #expect(text.output.contains("\nbase rent, 2027-12: 7,082,157.10 USD\n"))
    let whole = try SampleBook.ask(
      "explain", "hut8-river-bend", "net-cash", "2027-12", "--depth", "1")
    #expect(whole.output.contains("= base rent, 2027-12 (7,082,157.10) + "))
    let data = try SampleBook.ask(month + ["--format", "json"]).object
    #expect((data["derivation"] as? [String: Any])?["value"] as? String == "7082157.10")
  }

  /// 168 and 39 MW for ten years at 3 %: 207 × 12 × (1.03¹⁰ − 1) ÷ 0.03, where 1.03¹⁰ is
  /// 1.34391637934412192049. Days of a month are added up as thirty-firsts.
  @Test("a sum of many fractions ends where its decimal does")
  func shortSum() throws {
    let run = try SampleBook.ask("explain", "cipher-barber-lake", "net-cash", "2028-06", "--full")
    let plain = run.output.split { $0 == " " || $0 == "│" || $0.isNewline }.joined(separator: " ")
    #expect(
      plain.contains("MW-months at their levels: 28,476.276209693295016572 MW-months"))
    #expect(try run.output.firstMatch(of: Regex("\\.[0-9]*(0{9}|9{9})[0-9]")) == nil)
  }

  @Test("a delay is said where it moves a day")
  func delay() throws {
    let run = try SampleBook.ask(
      "explain", "hut8-river-bend", "base-rent", "2027-09", "--hall", "hall 1", "--delay",
      "hall 1=90d")
    // 2027-06-30 and 90 days is 2027-09-28: 3 of 30 days.
    #expect(run.output.contains("days charged, 2027-09-28 to 2027-09-30: 3 days"))
    #expect(run.output.contains("moved by 90 days in the scenario"))
  }

  @Test("an impact shows what moves, before and after")
  func impact() throws {
    let object = try SampleBook.ask(
      "explain", "hut8-river-bend", "--impact", "capitalCost", "--rate", "8%", "--on",
      "2026-01-01", "--format", "json"
    ).object
    #expect(object["taken"] as? String == "+1 %")
    let charges = try #require(object["charges"] as? [[String: Any]])
    #expect(charges.compactMap { $0["charge"] as? String } == ["capital-cost"])
    // 1 % of 245 MW × 10 M USD, each of 2 × 18 cells rounded twice.
    let difference = try Cents.reading(charges.first?["difference"])
    #expect(abs(difference + 2_450_000_000) <= 36)
    let value = try #require(object["present_value"] as? [String: Any])
    #expect(try Cents.reading(value["difference"]) < 0)
  }

  @Test(
    "what cannot be explained is refused in plain words",
    arguments: [
      ("explain hut8-river-bent base-rent 2027-06", 66, "hut8-river-bend"),
      ("explain hut8-river-bend base-rnt 2027-06", 65, "base-rent"),
      ("explain hut8-river-bend base-rent 2027-05", 65, "from 2027-06 to 2042-12"),
      ("explain hut8-river-bend power-cost 2027-06", 65, "has no power-cost"),
      ("explain hut8-river-bend base-rent 2027-06 --hall nowhere", 66, "hall 1"),
      ("explain hut8-river-bend base-rent", 64, "2027-06"),
      ("explain hut8-river-bend base-rent 2027-6", 64, "YYYY-MM"),
      ("explain hut8-river-bend present-value", 64, "--rate"),
      ("explain hut8-river-bend present-value --rate 8%", 64, "--on"),
      ("explain hut8-river-bend noi 2030-06 --metric noi", 64, "one of a charge"),
      ("explain hut8-river-bend --metric npi", 65, "noi"),
      ("explain hut8-river-bend", 64, "one of a charge"),
      ("explain hut8-river-bend --impact rent.contractvalue", 66, "rent.contractValue"),
      ("explain hut8-river-bend --impact landlord", 65, "enters no calculation"),
      ("explain hut8-river-bend base-rent 2027-06 --to 3", 64, "--impact"),
    ] as [(String, Int32, String)])
  func refusal(line: String, status: Int32, word: String) throws {
    let run = try SampleBook.folder().run(line.split(separator: " ").map(String.init))
    #expect(run.status == status && run.output.isEmpty, "\(run.errors)")
    #expect(run.errors.contains(word), "\(run.errors)")
  }
}
