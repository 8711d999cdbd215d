import FinanceBasics
import Interchange
import LeaseModel
import Testing

@Suite("Scenario files")
struct ScenarioFileReaderTests {
  static let whole = """
    scenario: late-and-dear
    name: Late, and power dear
    note: two quarters late everywhere
    assumptions:
      operatingMargin: 95 %
      renewals: {probability: 0 %, rent: continue}
      halls:
        - {name: hall 1, criticalIT: 49 MW}
    delays:
      all: 6 months
      hall 1: 90d
    deals:
      hut8-river-bend:
        assumptions: {capitalCost: {value: 11 M USD/MW-IT, note: dearer steel}}
        delays: {halls 2-5: -30 days}

    """

  private func read(_ text: String) throws(Diagnostics) -> Scenario {
    try ScenarioFileReader().read(bytes: Array(text.utf8), file: "s.yaml")
  }

  private func problems(in text: String) -> [any Diagnostic] {
    do throws(Diagnostics) {
      _ = try read(text)
      return []
    } catch {
      return error.all
    }
  }

  @Test("are read with the place of every change")
  func reading() throws {
    let scenario = try read(Self.whole)
    #expect(scenario.id.text == "late-and-dear")
    #expect(scenario.name == "Late, and power dear")
    #expect(scenario.note == "two quarters late everywhere")
    #expect(scenario.file == "s.yaml")
    #expect(
      scenario.leaves.map { "\($0.line):\($0.column) \($0.deal?.text ?? "") \($0.path) \($0.text)" }
        == [
          "5:20  assumptions.operatingMargin 95 %",
          "6:27  assumptions.renewals.probability 0 %",
          "6:38  assumptions.renewals.rent continue",
          "8:14  assumptions.halls[hall 1].name hall 1",
          "8:34  assumptions.halls[hall 1].criticalIT 49 MW",
          "10:8  delays.all 6 months",
          "11:11  delays.hall 1 90 days",
          "14:40 hut8-river-bend assumptions.capitalCost 11 M USD/MW-IT",
          "15:25 hut8-river-bend delays.halls 2-5 -30 days",
        ])
    #expect(scenario.changes.allSatisfy { $0.block == .scenario })
    #expect(scenario.parts.first?.changes.first?.note == "dearer steel")
    #expect(scenario.parts.first?.changes.first?.sources == [SourceID("late-and-dear")])
  }

  @Test("are known by their first word")
  func purpose() {
    let isScenario = { (text: String) in
      ScenarioFileReader.isScenario(bytes: Array(text.utf8), file: "s.yaml")
    }
    #expect(isScenario(Self.whole))
    #expect(!isScenario("deal: one\nannounced: 2025-01-01\n"))
    #expect(!isScenario("\u{1}"))
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let body: String
    let code: String
    let place: String
    var testDescription: String { code + " in " + body }
  }

  static let refusals = [
    Refusal(body: "scenario: a\n", code: "scenario.empty", place: "s.yaml:1:1"),
    Refusal(
      body: "name: a\ndelays: {all: 1d}\n", code: "scenario.id-missing", place: "s.yaml:1:1"),
    Refusal(
      body: "scenario: A b\ndelays: {all: 1d}\n", code: "name.malformed", place: "s.yaml:1:11"),
    Refusal(
      body: "scenario: a\nassumptions: {announced: 2025-01-01}\n", code: "scenario.head-field",
      place: "s.yaml:2:15"),
    Refusal(
      body: "scenario: a\nassumptions: {status: signed}\n", code: "scenario.not-an-assumption",
      place: "s.yaml:2:23"),
    Refusal(
      body: "scenario: a\nterms: {term: 15 years}\n", code: "scenario.not-an-assumption",
      place: "s.yaml:2:1"),
    Refusal(
      body: "scenario: a\nassumptions: {operatingMargim: 95 %}\n", code: "field.unknown",
      place: "s.yaml:2:15"),
    Refusal(
      body: "scenario: a\nassumptions: {operatingMargin: 95}\n", code: "unit.missing",
      place: "s.yaml:2:32"),
    Refusal(
      body: "scenario: a\nassumptions: {operatingMargin: {value: 95 %, source: release}}\n",
      code: "scenario.sourced", place: "s.yaml:2:40"),
    Refusal(
      body: "scenario: a\nassumptions: {term: 1 year, term: 2 years}\n", code: "field.doubled",
      place: "s.yaml:2:29"),
    Refusal(
      body: "scenario: a\nassumptions: {}\n", code: "field.empty", place: "s.yaml:2:14"),
    Refusal(
      body: "scenario: a\ndelays: {hall 1: soon}\n", code: "delay.malformed",
      place: "s.yaml:2:18"),
    Refusal(
      body: "scenario: a\ndelays: {hall 1: 30 years}\n", code: "delay.too-long",
      place: "s.yaml:2:18"),
    Refusal(
      body: "scenario: a\ndelays: 90 days\n", code: "field.expects-group", place: "s.yaml:2:9"),
    Refusal(
      body: "scenario: a\ndeals: {one: {delay: {all: 1d}}}\n", code: "field.unknown",
      place: "s.yaml:2:15"),
    Refusal(
      body: "scenario: a\ndeals: {one: {note: nothing}}\n", code: "scenario.empty",
      place: "s.yaml:2:9"),
    Refusal(
      body: "scenario: a\ndelay: {all: 1d}\n", code: "field.unknown", place: "s.yaml:2:1"),
    Refusal(body: "- scenario\n", code: "yaml.not-a-mapping", place: "s.yaml:1:1"),
  ]

  @Test("at fault are refused with the place of the fault", arguments: refusals)
  func refused(_ refusal: Refusal) {
    let found = problems(in: refusal.body)
    #expect(found.map(\.code) == [refusal.code])
    #expect(found.first?.location.rendered == refusal.place)
  }

  @Test("report every fault in one pass, by line")
  func allAtOnce() {
    let text = """
      scenario: a
      assumptions: {operatingMargin: 95, status: signed}
      delays: {all: soon}
      deals: {one: {assumptions: {nam: x}}}

      """
    let found = problems(in: text)
    #expect(
      found.map(\.code) == [
        "unit.missing", "scenario.not-an-assumption", "delay.malformed", "field.unknown",
      ])
    #expect(found.last?.location.field == "deals.one.assumptions.nam")
  }
}
