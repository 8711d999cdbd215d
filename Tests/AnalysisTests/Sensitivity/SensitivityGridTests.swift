import Analysis
import CashFlowEngine
import FinanceBasics
import Foundation
import LeaseModel
import TestSupport
import Testing
import Valuation

@Suite("Grids of a sensitivity")
struct SensitivityGridTests {
  private func grid(
    _ axes: String..., of question: SensitivityQuestion
  ) throws -> SensitivityGrid {
    try SensitivityGrid(question, axes: axes.map { try SensitivityAxis(reading: $0) })
  }

  /// The present value of a deal under scenarios, as a single run of `value` makes it.
  private func single(
    _ deal: AnalysedDeal, _ stack: [Scenario], rate: Double, case projectionCase: ProjectionCase
  ) throws -> FlowValuation {
    let question = try ScenarioQuestion(stack, on: [deal], known: [deal.deal.id])
    let flows = try question.deals.map { try DealCashFlows($0, case: projectionCase) }
    return try FlowValuation(
      of: flows, case: projectionCase,
      basis: ValuationBasis(date: CalendarDate("2026-01-01") ?? .earliest, rate: rate))
  }

  @Test(
    "agree with single runs to the cent, cell by cell", arguments: [ProjectionCase.base, .expected])
  func singleRuns(_ projectionCase: ProjectionCase) throws {
    let deal = try SensitivitySamples.riverBend()
    let question = SensitivitySamples.question([deal], case: projectionCase)
    let found = try grid("rate=6%..10%/2%", "delay=0..12mo/6mo", of: question)
    let (rates, delays) = ([0.06, 0.08, 0.1], [0, 6, 12])
    for (row, rate) in rates.enumerated() {
      for (column, months) in delays.enumerated() {
        let late = Scenario(
          id: ScenarioID("late"), delays: [HallDelay(hall: nil, delay: Delay(months: months))])
        let run = try single(deal, [late], rate: rate, case: projectionCase)
        #expect(found.value(atRow: row, column: column) == .amount(run.presentValue))
      }
    }
    #expect(found.base == found.value(atRow: 1, column: 0))
  }

  @Test(
    "agree with single runs for assumptions of every kind",
    arguments: [
      (
        "capitalCost=8..12/2 M USD/MW-IT", "capitalCost",
        ["8 M USD/MW-IT", "10 M USD/MW-IT", "12 M USD/MW-IT"]
      ),
      ("operatingMargin=80%..100%/10%", "operatingMargin", ["80 %", "90 %", "100 %"]),
      (
        "halls[hall 1].readyForService=2027-06-30..2027-08-30/1mo",
        "halls[hall 1].readyForService", ["2027-06-30", "2027-07-30", "2027-08-30"]
      ),
      ("renewals.probability=50..70 %/10", "renewals.probability", ["50 %", "60 %", "70 %"]),
      // Not assumed as the deal stands, and open to an assumption.
      (
        "rent.abatement.length=0..4 months/2", "rent.abatement.length",
        ["0 months", "2 months", "4 months"]
      ),
    ])
  func assumptions(_ axis: String, path: String, texts: [String]) throws {
    let deal = try SensitivitySamples.riverBend()
    let found = try grid(axis, of: SensitivitySamples.question([deal], case: .expected))
    let runs = try texts.map { text in
      try single(
        deal, [SensitivitySamples.scenario(path, text)], rate: 0.08, case: .expected)
    }
    #expect(found.values == runs.map { .amount($0.presentValue) })
  }

  @Test("with the rate first are the same as with the rate second, turned")
  func turned() throws {
    let question = SensitivitySamples.question([try SensitivitySamples.riverBend()])
    let first = try grid("rate=6%..8%/1%", "capitalCost=8..10/2 M USD/MW-IT", of: question)
    let second = try grid("capitalCost=8..10/2 M USD/MW-IT", "rate=6%..8%/1%", of: question)
    for row in 0..<3 {
      for column in 0..<2 {
        #expect(
          first.value(atRow: row, column: column) == second.value(atRow: column, column: row))
      }
    }
  }

  @Test("present value falls on a line in capital cost")
  func linear() throws {
    let question = SensitivitySamples.question([try SensitivitySamples.riverBend()])
    let values = try grid("capitalCost=8..12/1 M USD/MW-IT", of: question).values.compactMap {
      $0?.number
    }
    let differences = zip(values, values.dropFirst()).map { $1 - $0 }
    #expect(differences.count == 4)
    // 2 halls × 18 payments, each rounded to a cent at both ends of a difference.
    #expect(differences.allSatisfy { abs($0 - differences[0]) <= 2 * 36 })
    // 245 MW at a million more each, paid before 2028, at 8 % for less than two years.
    #expect(differences[0] > -245e8 && differences[0] < -245e8 / 1.08 / 1.08)
  }

  @Test("take NOI, contract value, yield on cost, multiple and payback from the same projections")
  func measures() throws {
    let deal = try SensitivitySamples.twoFlows()
    let axis = "capitalCost=500..1000/250 k USD"
    func values(_ measure: SensitivityMeasure) throws -> [MeasuredValue?] {
      try grid(axis, of: SensitivitySamples.question([deal], measure)).values
    }
    // One month's rent of 10,000 kW × 100 USD, whatever it cost.
    #expect(try values(.contractValue) == Array(repeating: .amount(100_000_000), count: 3))
    // Triple net and nothing stated: NOI equals rent.
    #expect(try values(.netOperatingIncome) == Array(repeating: .amount(100_000_000), count: 3))
    #expect(try values(.equityMultiple) == [.multiple(2), .multiple(1e6 / 750e3), .multiple(1)])
    #expect(
      try values(.payback)
        == Array(repeating: CalendarDate("2028-02-01").map { .date($0) }, count: 3))
    // No 12 months in which all halls pay: there is no stabilised NOI.
    #expect(try values(.yieldOnCost) == [nil, nil, nil])
    // (1,000 ÷ cost)^(365 ÷ 366) − 1, for 366 days lie between the two.
    let rates = try values(.rateOfReturn).compactMap { $0?.number }
    #expect(rates.count == 3)
    #expect(abs(rates[0] - (pow(2, 365.0 / 366) - 1)) < 1e-12 && abs(rates[2]) < 1e-12)
  }

  @Test("yield on cost is that of the metric")
  func yieldOnCost() throws {
    let deal = try SensitivitySamples.riverBend()
    let found = try grid(
      "capitalCost=8..10/2 M USD/MW-IT", of: SensitivitySamples.question([deal], .yieldOnCost))
    let comparison = try Comparison(
      of: [deal], by: .deal, metrics: MetricRegistry.metrics(named: "yield_on_cost"), view: .gross,
      on: nil, rate: nil, convention: .actual365)
    #expect(
      comparison.rows.first?.values.first?.value == found.values[1].map { .number($0.number) })
    // The same NOI over 8 tenths of the cost.
    let yields = found.values.compactMap { $0?.number }
    #expect(abs(yields[0] / yields[1] - 1.25) < 1e-9)
  }

  @Test("another rent takes the place of what the terms state")
  func rent() throws {
    let deal = try SensitivitySamples.riverBend()
    let question = SensitivitySamples.question([deal], .contractValue)
    let values = try grid("rent=100..200 USD/kW-month/50", of: question).values.compactMap {
      $0?.number
    }
    // Contract value is proportional to the first-year rent, up to half a cent a posted month.
    #expect(abs(values[1] - 1.5 * values[0]) <= 2 * 181)
    #expect(abs(values[2] - 2 * values[0]) <= 2 * 181)
    // 7.0 bn USD are stated; the rent that gives them lies where the proportion says.
    let rate = 100 * 700e9 / values[0]
    let search = try TargetSearch(
      for: SolveTarget(reading: "contract-value=7.0 bn USD"), moving: .rent, of: question)
    #expect(search.solutions.count == 1)
    let solved = search.solutions.first?.exact.number.doubleValue ?? 0
    #expect(abs(solved / rate - 1) < 1e-9)
  }

  @Test("rents of halls are scaled together, so that their average is the new one")
  func rentOfHalls() throws {
    let deal = AnalysedDeal(versions: [
      try DealBuilder.deal(
        "halls",
        terms: [
          ("landlord", "hut-8"), ("contract.kind", "lease"), ("criticalIT", "40 MW"),
          ("term", "1 year"),
        ],
        assumptions: [
          ("halls[a].name", "a"), ("halls[a].criticalIT", "10 MW"),
          ("halls[a].readyForService", "2027-01-01"), ("halls[a].rent.rate", "100 USD/kW-month"),
          ("halls[b].name", "b"), ("halls[b].criticalIT", "30 MW"),
          ("halls[b].readyForService", "2028-01-01"),
          ("halls[b].rent.rate", "2.4 M USD/MW-IT-year"),
        ])
    ])
    let found = try grid(
      "rent=175..350 USD/kW-month/175", of: SensitivitySamples.question([deal], .contractValue))
    // 10,000 kW × 100 and 30,000 kW × 200 (2.4 M USD a MW and year) are 175 on average; 12 months.
    #expect(found.base == .amount(12 * (10_000 * 100 + 30_000 * 200) * 100))
    #expect(found.values == [found.base, .amount(2 * 12 * 7_000_000 * 100)])
  }

  @Test("one element of a list without names leaves the others in their places")
  func listElement() throws {
    let deal = try SensitivitySamples.twoRates()
    let question = SensitivitySamples.question([deal], rate: 0, on: "2027-01-01")
    let found = try grid("capitalSpending.draws[1].amount=90..110 k USD/10", of: question)
    // At no rate: 230 − 132 − what the first draw is.
    #expect(found.values == [.amount(800_000), .amount(-200_000), .amount(-1_200_000)])
  }

  @Test("several deals are valued together, and those that state the path keep it")
  func several() throws {
    let deals = [
      try SensitivitySamples.riverBend("one"),
      try SensitivitySamples.riverBend("two", margin: "85 %"),
    ]
    let found = try grid("operatingMargin=80%..90%/10%", of: SensitivitySamples.question(deals))
    #expect(found.remarks == ["vary leaves operatingMargin as the terms of two state it"])
    let kept = try single(deals[1], [], rate: 0.08, case: .base).presentValue
    let moved = try single(
      deals[0], [SensitivitySamples.scenario("operatingMargin", "80 %")], rate: 0.08, case: .base
    ).presentValue
    // Two sums rounded to a cent each, and one of both.
    #expect(abs((found.values[0]?.number ?? 0) - Double(kept + moved)) <= 1.5)
  }

  @Test("a term is refused at the option")
  func stated() throws {
    let question = SensitivitySamples.question([try SensitivitySamples.riverBend()])
    let error = try #require(throws: Diagnostics.self) {
      try grid("term=10..20 years/5", of: question)
    }
    #expect(error.all.map(\.code) == ["scenario.term-stated"])
    #expect(
      error.all.first?.location.rendered
        == "--vary term=10..20 years/5 at 10 years:assumptions.term")
  }

  @Test("a value beyond the bounds of its field is refused at the option and the value")
  func outOfBounds() throws {
    let question = SensitivitySamples.question([try SensitivitySamples.riverBend()])
    let error = try #require(throws: Diagnostics.self) {
      try grid("renewals.probability=90%..110%/10%", of: question)
    }
    #expect(error.all.map(\.code) == ["share.out-of-bounds"])
    #expect(error.all.first?.location.rendered.contains("at 110 %") == true)
  }

  @Test("two levers of which one takes the place of the other are refused")
  func displaced() throws {
    let codes = SensitivitySamples.codes {
      _ = try grid(
        "rent.escalator.fixed=1..2 %/1", "rent.escalator.steps[1]=1..2/1",
        of: SensitivitySamples.question([
          try SensitivitySamples.twoFlows()
        ]))
    }
    #expect(codes == ["sensitivity.displaced"])
  }

  @Test("have one axis or two different ones, and at most 10,000 cells")
  func limits() throws {
    let rate = try SensitivityAxis(reading: "rate=0%..10%/0.1%")
    let delay = try SensitivityAxis(reading: "delay=0..99/1d")
    #expect(
      SensitivitySamples.codes { _ = try SensitivityRequest(.grid([])) }
        == ["sensitivity.too-many-axes"])
    #expect(
      SensitivitySamples.codes { _ = try SensitivityRequest(.grid([rate, rate])) }
        == ["sensitivity.lever-twice"])
    // 101 rates × 100 delays.
    #expect(
      SensitivitySamples.codes { _ = try SensitivityRequest(.grid([rate, delay])) }
        == ["sensitivity.too-many-cells"])
  }
}
