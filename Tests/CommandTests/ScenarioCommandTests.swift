import Foundation
import Testing

/// Scenarios and delays of River Bend, whose own figures are worked out in `RiverBend`.
@Suite("Scenarios on the command line")
struct ScenarioCommandTests {
  private static let dear = """
    scenario: dear
    name: Dear
    assumptions: {operatingMargin: 90 %}

    """

  private static func folder() throws -> ScratchFolder {
    let folder = try ScratchFolder.withSampleLedger()
    try folder.write(dear, to: "dear.yaml")
    return folder
  }

  private static let byMonth = ["project", "hut8-river-bend", "--by", "month", "--format", "csv"]

  @Test("a delay of 90 days moves the hall's first rent to 28 September, and keeps its sum")
  func delay() throws {
    let folder = try Self.folder()
    let groups = ["--group-by", "hall,charge"]
    let late = try folder.run(Self.byMonth + groups + ["--delay", "hall 1=90d"]).table
    let rents = late.rows.filter { $0["hall"] == "hall 1" && $0["charge"] == "base-rent" }
    // 2027-06-30 and 90 days are 2027-09-28: three days of September are paid.
    #expect(rents.first?["period_start"] == "2027-09-01")
    // The rate is solved anew over 2 × 181 posted months, so that all rents stay at 7.0 bn.
    let sum = try late.cents { $0["charge"] ?? "" }["base-rent"]
    #expect(abs(try #require(sum) - 700_000_000_000) <= 181)
    let other = late.rows.filter { $0["hall"] == "halls 2-5" && $0["charge"] == "base-rent" }
    #expect(other.first?["period_start"] == "2027-12-01")
  }

  @Test("a delay and its opposite leave every byte as recorded")
  func identity() throws {
    let folder = try Self.folder()
    let recorded = try folder.run(Self.byMonth)
    let both = try folder.run(Self.byMonth + ["--delay", "all=6mo", "--delay", "all=-6mo"])
    #expect(both.status == 0)
    #expect(both.output == recorded.output)
  }

  @Test("a scenario is the same by its file and by its recorded id, and has its file's hash")
  func hash() throws {
    let folder = try Self.folder()
    let question = ["project", "hut8-river-bend", "--by", "total", "--format", "json"]
    let byFile = try folder.run(question + ["--scenario", "dear.yaml"])
    try folder.succeed("record", "dear.yaml")
    let byName = try folder.run(question + ["--scenario", "dear"])
    #expect(byFile.status == 0)
    #expect(byFile.output == byName.output)
    let scenarios = try #require(try byName.object["scenarios"] as? [[String: Any]])
    #expect(scenarios.map { $0["id"] as? String } == ["dear"])
    // The first 12 digits of what sha256sum of GNU coreutils prints for the file.
    #expect(scenarios.map { $0["hash"] as? String } == ["a95988d23585"])
    #expect(try byName.object["scenario_inputs"] as? Int == 1)
    let text = try folder.run("project", "hut8-river-bend", "--scenario", "dear")
    #expect(text.output.contains("scenario dear (a95988d23585): Dear\n"))
  }

  @Test("a margin of 90 % costs a tenth of every posted rent")
  func margin() throws {
    let folder = try Self.folder()
    let table = try folder.run(Self.byMonth + ["--scenario", "dear.yaml"]).table
    let sums = try table.cents { $0["charge"] ?? "" }
    let rent = try #require(sums["base-rent"])
    let cost = try #require(sums["operating-cost"])
    // Each of at most 2 × 181 cells is rounded by half a cent.
    #expect(abs(cost + rent / 10) <= 182)
  }

  @Test("side by side has the answers of the single runs, and their differences")
  func sideBySide() throws {
    let folder = try Self.folder()
    let question = ["project", "hut8-river-bend", "--by", "year", "--format", "csv"]
    let both = try folder.run(
      question + ["--scenario", "dear.yaml", "--scenario", "dear.yaml+dear.yaml", "--side-by-side"]
    ).table
    let key = { (row: [String: String]) in "\(row["period_start"] ?? "") \(row["charge"] ?? "")" }
    let recorded = try folder.run(question).table.cents(by: key)
    let dear = try folder.run(question + ["--scenario", "dear.yaml"]).table.cents(by: key)
    for row in both.rows {
      let amount = try Cents.reading(try #require(row["amount"]))
      let base = recorded[key(row)] ?? 0
      switch row["scenario"] {
      case "as-recorded":
        #expect(amount == base && row["difference"] == "")
      default:
        #expect(amount == dear[key(row)] ?? 0)
        #expect(try Cents.reading(try #require(row["difference"])) == amount - base)
      }
    }
    #expect(Set(both.rows.compactMap { $0["scenario"] }) == ["as-recorded", "dear", "dear+dear"])
  }

  @Test("values side by side differ by the difference of the single values")
  func values() throws {
    let folder = try Self.folder()
    let question = ["value", "hut8-river-bend", "--rate", "8%", "--on", "2026-01-01"]
    let scenario = ["--scenario", "dear.yaml"]
    let both = try folder.run(question + scenario + ["--side-by-side", "--format", "csv"]).table
    let single = try folder.run(question + scenario + ["--format", "csv"]).table
    let recorded = try folder.run(question + ["--format", "csv"]).table
    let row = try #require(
      both.rows.first { $0["scenario"] == "dear" && $0["measure"] == "present_value" })
    let value = try Cents.reading(try #require(single.rows.first?["present_value"]))
    let base = try Cents.reading(try #require(recorded.rows.first?["present_value"]))
    #expect(try Cents.reading(try #require(row["value"])) == value)
    #expect(try Cents.reading(try #require(row["difference"])) == value - base)
  }

  @Test("a comparison counts the inputs that a scenario changed")
  func comparison() throws {
    let folder = try Self.folder()
    let run = try folder.run(
      "compare", "hut8-river-bend", "--by", "deal", "--metrics", "noi_margin", "--scenario",
      "dear.yaml", "--format", "csv")
    let row = try #require(try run.table.rows.first)
    #expect(row["scenario_inputs"] == "1")
    #expect(row["noi_margin"].flatMap(Double.init).map { abs($0 - 0.9) < 1e-6 } == true)
  }

  @Test("show lists a changed field with its basis, the scenario's id and the key dates")
  func show() throws {
    let folder = try Self.folder()
    let run = try folder.run(
      "show", "hut8-river-bend", "--scenario", "dear.yaml", "--delay", "hall 1=90d", "--format",
      "json")
    let terms = try #require(try run.object["terms"] as? [String: Any])
    let margin = try #require(terms["operatingMargin"] as? [String: Any])
    #expect(margin["basis"] as? String == "scenario" && margin["source"] as? String == "dear")
    let dates = try #require(try run.object["key_dates"] as? [String: Any])
    #expect(dates["rent_from[hall 1]"] as? String == "2027-09-28")
    #expect(dates["last_day[hall 1]"] as? String == "2042-09-27")
  }

  @Test("the bridge goes from rent to NOI, and leaks what no recovery pays back")
  func bridge() throws {
    let folder = try Self.folder()
    let run = try folder.run(
      "project", "hut8-river-bend", "--bridge", "--by", "year", "--scenario", "dear.yaml",
      "--format", "csv")
    for row in try run.table.rows where row["line"] == "" && row["item"] == "leakage" {
      // A tenth of the rent, posted by month and hall: within 24 half cents of a year's rent.
      let share = try #require(row["share_of_rent"].flatMap(Double.init))
      #expect(abs(share - 0.1) < 1e-6)
    }
    let lines = try run.table.rows.filter { $0["line"] == "margin" && $0["item"] == "cost" }
    let cost = try lines.reduce(0) { try $0 + Cents.reading(try #require($1["amount"])) }
    // Exactly a tenth of 7.0 bn, rounded once in each of 16 calendar years.
    #expect(abs(cost - 70_000_000_000) <= 8)
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let code: String
    let status: Int32
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let refusals = [
    Refusal(arguments: ["--delay", "hal 1=90d"], code: "scenario.hall-unknown", status: 65),
    Refusal(
      arguments: ["--delay", "hut8-river-bent/hall 1=90d"], code: "scenario.deal-unknown",
      status: 65),
    Refusal(arguments: ["--scenario", "no-such"], code: "scenario.unknown", status: 66),
    Refusal(arguments: ["--scenario", "dear.yaml+no-such"], code: "scenario.unknown", status: 66),
    Refusal(arguments: ["--scenario", "longer.yaml"], code: "scenario.term-stated", status: 65),
    Refusal(arguments: ["--scenario", "empty.yaml"], code: "scenario.empty", status: 65),
  ]

  @Test("what cannot be is refused with its code", arguments: refusals)
  func refused(_ refusal: Refusal) throws {
    let folder = try Self.folder()
    try folder.write("scenario: longer\nassumptions: {term: 20 years}\n", to: "longer.yaml")
    try folder.write("scenario: empty\n", to: "empty.yaml")
    let run = try folder.run(["project", "hut8-river-bend"] + refusal.arguments)
    #expect(run.status == refusal.status)
    #expect(CommandRun.codes(in: run.errors) == [refusal.code])
    #expect(run.output.isEmpty)
  }

  @Test(
    "flags that cannot be meant are usage errors",
    arguments: [
      ["--delay", "90d"], ["--delay", "hall 1=90"], ["--side-by-side"],
      ["--delay", "all=1d", "--side-by-side", "--bridge"],
    ])
  func usage(_ arguments: [String]) throws {
    let run = try Self.folder().run(["project", "hut8-river-bend"] + arguments)
    #expect(run.status == 64)
  }

  @Test("every sample scenario is recorded, and answers a question about the whole book")
  func samples() throws {
    let folder = try Self.folder()
    try folder.succeed("record", "samples/scenarios")
    for name in ["late-two-quarters", "renewals-lapse", "margins-lower"] {
      let run = try folder.run(
        "project", "--by", "total", "--case", "expected", "--scenario", name, "--format", "json")
      #expect(run.status == 0)
      #expect(try run.object["rows"] is [[String: Any]])
    }
  }
}
