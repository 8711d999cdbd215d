import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing
import Valuation

/// At no rate the value of the sample is its sum, so that each part can be told by hand.
@Suite("Terms and assumptions of an attribution")
struct DealChangeTests {
  private typealias Samples = AttributionSamples

  private func split(_ from: Deal, _ to: Deal) throws -> ValueAttribution {
    try split([from], [to])
  }

  /// Of the same deal in versions, before all flows at no rate.
  private func split(
    _ from: [Deal], _ to: [Deal],
    _ series: ([String: IndexSeries], [String: IndexSeries]) = ([:], [:])
  ) throws -> ValueAttribution {
    try ValueAttribution(
      from: Samples.state([AnalysedDeal(versions: from, series: series.0)], on: "2025-01-01"),
      to: Samples.state([AnalysedDeal(versions: to, series: series.1)], on: "2025-01-01"),
      case: .base)
  }

  @Test("where only an assumption differs there are only assumptions")
  func onlyAssumptions() throws {
    let found = try split(
      Samples.year(assumptions: [("capitalCost", "720 k USD/MW-IT")]),
      Samples.year(assumptions: [("capitalCost", "900 k USD/MW-IT")]))
    // 10 MW × 180,000.
    #expect(found.amounts == [0, 0, 0, -180_000_000, 0])
    #expect(found.changes.map(\.assumptions) == [["capitalCost"]])
    #expect(found.changes.map(\.terms) == [[]])
  }

  @Test("where only a term differs there are only terms")
  func onlyTerms() throws {
    let assumptions = [("capitalCost", "720 k USD/MW-IT")]
    let found = try split(
      Samples.year(assumptions: assumptions),
      Samples.year(terms: ["rent.rate": "110 USD/kW-month"], assumptions: assumptions))
    // 12 months × 10,000 kW × 10.
    #expect(found.amounts == [0, 0, 0, 0, 120_000_000])
    #expect(found.changes.map(\.terms) == [["rent.rate"]])
    #expect(found.changes.map(\.kind) == [.changes])
  }

  @Test("an assumption is put under the old terms, then the terms under the new assumption")
  func both() throws {
    let found = try split(
      Samples.year(assumptions: [("operatingMargin", "100 %")]),
      Samples.year(
        terms: ["rent.rate": "110 USD/kW-month"], assumptions: [("operatingMargin", "90 %")]))
    // 12 M × −10 %, then 1.2 M × 90 %.
    #expect(found.amounts == [0, 0, 0, -120_000_000, 108_000_000])
    #expect(found.end == 1_188_000_000)
  }

  @Test("an assumption that comes or goes is one")
  func comingAndGoing() throws {
    let free = [("rent.abatement.length", "2 months")]
    let dear = ["rent.rate": "110 USD/kW-month"]
    let come = try split(Samples.year(), Samples.year(terms: dear, assumptions: free))
    // Two rents of 1 M are given up; ten are dearer by 100,000.
    #expect(come.amounts == [0, 0, 0, -200_000_000, 100_000_000])
    let gone = try split(Samples.year(assumptions: free), Samples.year(terms: dear))
    #expect(gone.changes.map(\.assumptions) == [["rent.abatement.length"]])
    // Two rents of 1 M are paid after all; twelve are dearer by 100,000.
    #expect(gone.amounts == [0, 0, 0, 200_000_000, 120_000_000])
  }

  @Test("an assumption that a source now states is a change of terms")
  func displaced() throws {
    let found = try split(
      Samples.year(assumptions: [("capitalCost", "720 k USD/MW-IT")]),
      Samples.year(terms: ["capitalCost": "900 k USD/MW-IT"]))
    #expect(found.amounts == [0, 0, 0, 0, -180_000_000])
    #expect(found.changes.map(\.terms) == [["capitalCost"]])
    #expect(found.changes.map(\.assumptions) == [[]])
  }

  @Test("a term that no source states any longer stays, whatever is assumed instead")
  func withdrawn() throws {
    let found = try split(
      Samples.year(terms: ["capitalCost": "720 k USD/MW-IT"]),
      Samples.year(
        assumptions: [("capitalCost", "900 k USD/MW-IT"), ("operatingMargin", "90 %")]))
    // 12 M × −10 %; then 10 MW × 180,000.
    #expect(found.amounts == [0, 0, 0, -120_000_000, -180_000_000])
  }

  @Test("a scenario and a delay are assumptions")
  func scenarios() throws {
    let deals = [
      AnalysedDeal(versions: [try Samples.year(assumptions: [("operatingMargin", "100 %")])])
    ]
    let from = try Samples.state(deals, on: "2025-01-01", rate: 0)
    let lower = try Samples.under(Samples.scenario("operatingMargin", "95 %"), deals: deals)
    let found = try ValueAttribution(
      from: from, to: ValueState(deals: lower, basis: from.basis), case: .base)
    // 12 M × −5 %.
    #expect(found.amounts == [0, 0, 0, -60_000_000, 0])
    let late = try Samples.under(
      Scenario(id: ScenarioID("late"), delays: [HallDelay(hall: nil, delay: Delay(days: 365))]),
      deals: [try Samples.bullet(on: "2027-01-01")])
    let basis = try Samples.state([], on: "2026-01-01", rate: 0.25).basis
    let slow = try ValueAttribution(
      from: ValueState(deals: [try Samples.bullet(on: "2027-01-01")], basis: basis),
      to: ValueState(deals: late, basis: basis), case: .base)
    // 1,000,000 ÷ 1.25, then ÷ 1.25².
    #expect(slow.amounts == [0, 0, 0, 64_000_000 - 80_000_000, 0])
  }

  @Test("another form of what was assumed displaces it, and counts as a term")
  func anotherForm() throws {
    let found = try split(
      Samples.year(terms: ["rent.rate": ""], assumptions: [("rent.rate", "100 USD/kW-month")]),
      Samples.year(terms: ["rent.rate": "", "rent.contractValue": "13.2 M USD"]))
    #expect(found.amounts == [0, 0, 0, 0, 120_000_000])
    #expect(found.changes.map(\.assumptions) == [[]])
  }

  @Test("halls that are assumed otherwise count as terms, other assumptions beside them do not")
  func assumedHalls() throws {
    func halls(_ name: String, _ start: String, margin: String) throws -> Deal {
      try Samples.year(
        terms: ["rentCommencement": ""],
        assumptions: [
          ("halls[\(name)].name", name), ("halls[\(name)].criticalIT", "10 MW"),
          ("halls[\(name)].rentCommencement", start), ("operatingMargin", margin),
        ])
    }
    let found = try split(
      halls("one", "2027-01-01", margin: "100 %"), halls("first", "2027-02-01", margin: "90 %"))
    // 12 M × −10 %; a month later is worth the same at no rate.
    #expect(found.amounts == [0, 0, 0, -120_000_000, 0])
    #expect(
      found.changes.map(\.assumptions) == [["operatingMargin"]]
        && found.changes.flatMap(\.terms).contains("halls[first].rentCommencement"))
  }

  @Test("a delay of all halls is an assumption, whatever the halls are called at the end")
  func delayOfOtherHalls() throws {
    let named = try Samples.year(
      "bullet",
      terms: [
        "term": "1 month", "rentCommencement": "", "rent.rate": "200 USD/kW-month",
        "halls[one].name": "one", "halls[one].criticalIT": "10 MW",
        "halls[one].rentCommencement": "2027-01-01",
      ])
    let late = Scenario(
      id: ScenarioID("late"), delays: [HallDelay(hall: nil, delay: Delay(days: 365))])
    let basis = try Samples.state([], on: "2026-01-01", rate: 0.25).basis
    let found = try ValueAttribution(
      from: ValueState(deals: [try Samples.bullet(on: "2027-01-01")], basis: basis),
      to: ValueState(
        deals: try Samples.under(late, deals: [AnalysedDeal(versions: [named])]), basis: basis),
      case: .base)
    // 1,000,000 ÷ 1.25, then ÷ 1.25²; then twice the rent.
    #expect(found.amounts == [0, 0, 0, 64_000_000 - 80_000_000, 64_000_000])
    #expect(found.changes.map(\.assumptions) == [["delay of one"]])
  }

  @Test("a hall that only the end has counts as terms, and so does what is assumed of it")
  func newHalls() throws {
    func halls(_ names: [String], assumed: [(String, String)] = []) throws -> Deal {
      let stated = names.flatMap { name in
        [
          ("halls[\(name)].name", name), ("halls[\(name)].criticalIT", "10 MW"),
          ("halls[\(name)].rentCommencement", "2027-01-01"),
        ]
      }
      return try Samples.year(
        terms: ["criticalIT": "\(names.count * 10) MW", "rentCommencement": ""]
          .merging(stated) { _, given in given }, assumptions: assumed)
    }
    let margin = [("operatingMargin", "90 %")]
    let found = try split(halls(["one"]), halls(["one", "two"], assumed: margin))
    // 12 M × −10 %; then another 12 M × 90 %.
    #expect(found.amounts == [0, 0, 0, -120_000_000, 1_080_000_000])
  }

  @Test("an amendment counts from the day on which it bites")
  func amendments() throws {
    let first = try Samples.year(assumptions: [("operatingMargin", "100 %")])
    let dearer = try Samples.year(
      terms: ["rent.rate": "110 USD/kW-month"], assumptions: [("operatingMargin", "100 %")],
      head: ["effective": "2027-07-01"])
    // Six months × 100,000.
    #expect(try split([first], [first, dearer]).amounts == [0, 0, 0, 0, 60_000_000])
    let leaner = try Samples.year(
      assumptions: [("operatingMargin", "90 %")], head: ["effective": "2027-07-01"])
    // Six months × 1 M × −10 %.
    #expect(try split([first], [first, leaner]).amounts == [0, 0, 0, -60_000_000, 0])
    let both = try Samples.year(
      terms: ["rent.rate": "110 USD/kW-month"], assumptions: [("operatingMargin", "90 %")],
      head: ["effective": "2027-07-01"])
    // The same; then six months × 100,000 × 90 %.
    #expect(
      try split([first], [first, both]).amounts == [0, 0, 0, -60_000_000, 54_000_000])
  }

  @Test("a series that is published anew counts as an assumption")
  func series() throws {
    let deal = try Samples.year(terms: [
      "term": "2 years", "rent.escalator.cpi.series": "prices",
      "rent.escalator.cpi.lag": "0 months", "rent.escalator.cpi.afterLast": "",
    ])
    func index(_ last: Int) throws -> [String: IndexSeries] {
      let hundred = ExactDecimal(100)
      let values: [ExactDecimal?] =
        Array(repeating: hundred, count: 12) + [ExactDecimal(last)]
      let first = try #require(YearMonth("2027-01"))
      return ["prices": IndexSeries(name: "prices", firstMonth: first, values: values)]
    }
    let found = try split([deal], [deal], (index(102), index(105)))
    // The second year's rent of 12 M grows by 5 % rather than by 2 %.
    #expect(found.amounts == [0, 0, 0, 36_000_000, 0])
    #expect(found.changes.map(\.assumptions) == [["series prices"]])
  }

  @Test("where old terms and new assumptions do not go together, all counts as terms")
  func inseparable() throws {
    let found = try split(
      Samples.year(assumptions: [("operatingMargin", "90 %")]),
      Samples.year(
        terms: ["term": "2 years", "rent.rate": "", "rent.contractValue": "24 M USD"],
        assumptions: [
          ("operatingMargin", "100 %"), ("rent.abatement.length", "13 months"),
        ]))
    #expect(found.changes.map(\.kind) == [.inseparable])
    #expect(found.amount(of: .assumptions) == 0)
    #expect(found.amount(of: .terms) == found.end - found.start)
  }
}
