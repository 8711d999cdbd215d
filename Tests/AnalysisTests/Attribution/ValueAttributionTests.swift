import Analysis
import CashFlowEngine
import FinanceBasics
import Foundation
import LeaseModel
import TestSupport
import Testing
import Valuation

@Suite("Attribution of a change of value")
struct ValueAttributionTests {
  private typealias Samples = AttributionSamples

  private func split(_ from: ValueState, _ to: ValueState) throws -> ValueAttribution {
    try ValueAttribution(from: from, to: to, case: .base)
  }

  /// What the rents of the sample from some month on are worth, in cents.
  private func rents(
    from month: Int, on date: String, rate: Double, rent: Double = 100_000_000
  ) throws -> Double {
    let day = try #require(CalendarDate(date))
    return try (month...12).reduce(0) { sum, month in
      let due = try #require(CalendarDate(year: 2027, month: month, day: 1))
      return sum + rent * pow(1 + rate, -Double(day.days(until: due)) / 365)
    }
  }

  @Test("where nothing differs every part is zero")
  func nothing() throws {
    let state = try Samples.state(Samples.year(), on: "2026-07-01", rate: 0.08)
    let found = try split(state, state)
    #expect(found.amounts == [0, 0, 0, 0, 0])
    #expect(found.start == found.end && found.changes.isEmpty)
    #expect(found.parts.map(\.step) == [.cash, .time, .rates, .assumptions, .terms])
  }

  @Test("where only the date moves there is cash, and the discount that unwinds")
  func onlyTime() throws {
    let deal = try Samples.year()
    let found = try split(
      Samples.state(deal, on: "2026-07-01", rate: 0.08),
      Samples.state(deal, on: "2027-03-01", rate: 0.08))
    let start = try rents(from: 1, on: "2026-07-01", rate: 0.08)
    let end = try rents(from: 3, on: "2027-03-01", rate: 0.08)
    // January and February are paid. A posted value is within half a cent.
    #expect(found.amount(of: .cash) == -200_000_000)
    #expect(abs(Double(found.start) - start) <= 0.51)
    #expect(abs(Double(found.end) - end) <= 0.51)
    // In closed form: what is left grows by 1.08^(243/365), and what is paid grew up to its day.
    let paid = start - (try rents(from: 3, on: "2026-07-01", rate: 0.08))
    let unwound = (start - paid) * (pow(1.08, 243.0 / 365) - 1) + 200_000_000 - paid
    #expect(abs(Double(found.amount(of: .time)) - unwound) <= 1.01)
    #expect(found.amounts.dropFirst(2) == [0, 0, 0])
    #expect(found.cashReceived == found.cashExpected)
  }

  @Test(
    "a single flow ahead unwinds at the flat rate, whatever the days between",
    arguments: ["2026-01-01", "2026-12-31", "2027-07-01", "2028-01-01"])
  func oneFlow(_ end: String) throws {
    let deal = try Samples.bullet(on: "2029-01-01")
    let from = try Samples.state([deal], on: "2026-01-01", rate: 0.08)
    let found = try split(from, Samples.state([deal], on: end, rate: 0.08))
    let days = Double(from.basis.date.days(until: try #require(CalendarDate(end))))
    // PV × (1.08^(days ÷ 365) − 1), of two values that are posted.
    let unwound = Double(found.start) * (pow(1.08, days / 365) - 1)
    #expect(abs(Double(found.amount(of: .time)) - unwound) <= 1.5)
    #expect(found.amounts == [0, found.end - found.start, 0, 0, 0])
  }

  @Test("at no rate time is worth nothing, and cash is the flows with their signs")
  func zeroRate() throws {
    // 10 MW × 720,000 = 7.2 M of capital cost in 18 months of 400,000 up to December 2026.
    let deal = try Samples.year(assumptions: [("capitalCost", "720 k USD/MW-IT")])
    let found = try split(
      Samples.state(deal, on: "2026-10-01"), Samples.state(deal, on: "2027-02-01"))
    // Three month-ends of capital cost and one rent: 1,000,000 − 1,200,000.
    #expect(found.amounts == [20_000_000, 0, 0, 0, 0])
    // 12 M less 1.2 M, then eleven rents.
    #expect(found.start == 1_080_000_000 && found.end == 1_100_000_000)
  }

  @Test("a flow on the first date is received, and one on the last is still to come")
  func ends() throws {
    let deal = try Samples.year()
    let found = try split(
      Samples.state(deal, on: "2027-01-01"), Samples.state(deal, on: "2027-02-01"))
    #expect(found.cashReceived == 100_000_000)
    #expect(found.end == 1_100_000_000)
  }

  @Test("where only the rate moves there are only rates")
  func onlyRates() throws {
    let deal = try Samples.year()
    let found = try split(
      Samples.state(deal, on: "2026-07-01", rate: 0.08),
      Samples.state(deal, on: "2026-07-01", rate: 0.09))
    let change =
      try rents(from: 1, on: "2026-07-01", rate: 0.09)
      - rents(from: 1, on: "2026-07-01", rate: 0.08)
    #expect(abs(Double(found.amount(of: .rates)) - change) <= 1.01)
    #expect(found.amounts == [0, 0, found.end - found.start, 0, 0])
  }

  @Test("as time passes the forward rates of the start's curve come true; the rest is rates")
  func curves() throws {
    let deals = [try Samples.bullet(on: "2029-01-01")]
    let from = ValuationBasis(
      date: try #require(CalendarDate("2027-01-01")),
      discounting: try Samples.curve("2027-01-01", "0.95", "0.88"))
    let to = ValuationBasis(
      date: try #require(CalendarDate("2028-01-01")),
      discounting: try Samples.curve("2028-01-01", "0.90", "0.80"))
    let found = try split(
      ValueState(deals: deals, basis: from), ValueState(deals: deals, basis: to))
    // 1,000,000 × 0.88; then × 0.88 ÷ 0.95 = 926,315.79; then × 0.90.
    #expect(found.start == 88_000_000 && found.end == 90_000_000)
    #expect(found.amounts == [0, 92_631_579 - 88_000_000, 90_000_000 - 92_631_579, 0, 0])
  }

  @Test("a tier's rate and a spread count as rates")
  func tiers() throws {
    let deals = [try Samples.bullet(on: "2027-01-01")]
    var from = try Samples.state(deals, on: "2026-01-01").basis
    var to = from
    from.tiers = [.tenant: .annual(rate: 0.25, .actual365)]
    to.tiers = [.tenant: .annual(rate: 0.6, .actual365)]
    let found = try split(
      ValueState(deals: deals, basis: from), ValueState(deals: deals, basis: to))
    // A year: 1,000,000 ÷ 1.25 and ÷ 1.6.
    #expect(found.amounts == [0, 0, 62_500_000 - 80_000_000, 0, 0])
  }

  @Test("a deal of one state alone counts under terms, with the cash that it had")
  func newDeals() throws {
    let (old, new) = (try Samples.bullet(on: "2029-01-01"), try Samples.year())
    let from = try Samples.state([old], on: "2026-07-01")
    let both = try Samples.state([old, AnalysedDeal(versions: [new])], on: "2027-03-01")
    let found = try split(from, both)
    // Twelve rents, of which the two before March are received.
    #expect(found.amounts == [-200_000_000, 0, 0, 0, 1_200_000_000])
    #expect(found.cashExpected == 0)
    #expect(found.changes.map(\.kind) == [.appears])
    let back = try split(
      ValueState(deals: both.deals, basis: from.basis), ValueState(deals: [old], basis: to(both)))
    #expect(back.amounts == [0, 0, 0, 0, -1_200_000_000])
    #expect(back.changes.map(\.kind) == [.disappears])
  }

  private func to(_ state: ValueState) -> ValuationBasis { state.basis }

  @Test("a rent that slips from before the end to after it is no gain")
  func slippedCash() throws {
    let deals = [AnalysedDeal(versions: [try Samples.year()])]
    let late = Scenario(
      id: ScenarioID("late"), delays: [HallDelay(hall: nil, delay: Delay(months: 2))])
    let found = try split(
      Samples.state(deals, on: "2026-12-01"),
      Samples.state(try Samples.under(late, deals: deals), on: "2027-02-01"))
    // All twelve rents are still to come, and at no rate lateness costs nothing.
    #expect(found.amounts == [0, 0, 0, 0, 0])
    #expect(found.cashExpected == 100_000_000 && found.cashReceived == 0)
    #expect(found.changes.first?.assumptions == ["delay of all halls"])
  }

  @Test("a cost that was past at the start, and is to come by the end, is told apart")
  func movedPast() throws {
    // 400,000 on each of 18 month-ends up to December 2026; two months later up to February 2027.
    let deals = [
      AnalysedDeal(versions: [
        try Samples.year(assumptions: [("capitalCost", "720 k USD/MW-IT")])
      ])
    ]
    let late = Scenario(
      id: ScenarioID("late"), delays: [HallDelay(hall: nil, delay: Delay(months: 2))])
    let state = try Samples.state(deals, on: "2026-12-01")
    let found = try split(
      state, ValueState(deals: try Samples.under(late, deals: deals), basis: state.basis))
    // One of 18 payments is to come, then three.
    #expect(found.amounts == [0, 0, 0, -80_000_000, 0])
    #expect(found.past == (-17 * 40_000_000, -15 * 40_000_000))
  }

  @Test("two currencies are refused")
  func currencies() throws {
    let euros = try Samples.year("euros", terms: ["rent.rate": "100 EUR/kW-month"])
    #expect(throws: AnalysisProblem.currenciesMixed(["EUR", "USD"])) {
      try split(
        Samples.state(Samples.year(), on: "2026-07-01"), Samples.state(euros, on: "2026-07-01"))
    }
  }

  /// A deal of a seed: rent, term, start, margin, cost and growth from small sets.
  private func drawn(_ id: String, _ random: inout SplitMix64) throws -> AnalysedDeal {
    func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? texts[0] }
    let rent = pick(["87.13 USD/kW-month", "100 USD/kW-month", "133.7 USD/kW-month"])
    let assumed = Bool.random(using: &random)
    let deal = try Samples.year(
      id,
      terms: [
        "rent.rate": rent, "term": pick(["7 months", "3 years", "15 years"]),
        "rentCommencement": pick(["2026-11-15", "2027-01-01", "2028-02-29"]),
        "rent.escalator.fixed": pick(["2 %", "3 %"]),
        "operatingMargin": assumed ? "" : pick(["85 %", "90 %"]),
      ],
      assumptions: (assumed ? [("operatingMargin", pick(["80 %", "98.6 %"]))] : [])
        + [("capitalCost", pick(["8.1 M USD/MW-IT", "11 M USD/MW-IT"]))])
    return AnalysedDeal(versions: [deal])
  }

  @Test(
    "of several deals the ends are what single valuations post, and the parts sum to their gap",
    arguments: 0..<40 as Range<UInt64>)
  func sums(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let ids = ["a", "b", "c"]
    let from = try ids.dropLast(Int.random(in: 0...1, using: &random)).map {
      try drawn($0, &random)
    }
    let to = try ids.dropFirst(Int.random(in: 0...1, using: &random)).map { try drawn($0, &random) }
    let day = try #require(CalendarDate("2026-01-01"))
      .adding(days: Int.random(in: 0...900, using: &random))
    // In every second case the halls are sold in the midst of a month, and later flows drop out.
    let exit = try #require(CalendarDate("2031-06-15"))
    let terminal = seed % 2 == 0 ? nil : TerminalTerms(.capRate(0.07), exit: exit)
    let start = ValuationBasis(
      date: day, discounting: .annual(rate: Double.random(in: 0...0.12, using: &random), .monthly),
      terminal: terminal)
    let end = ValuationBasis(
      date: day.adding(days: Int.random(in: 0...500, using: &random)),
      discounting: .annual(rate: Double.random(in: 0...0.12, using: &random), .actual365),
      terminal: terminal)
    let found = try split(
      ValueState(deals: from, basis: start), ValueState(deals: to, basis: end))
    #expect(found.start == (try value(of: from, start)))
    #expect(found.end == (try value(of: to, end)))
    #expect(found.start + found.amounts.reduce(0, +) == found.end)
  }

  private func value(of deals: [AnalysedDeal], _ basis: ValuationBasis) throws -> Int64 {
    try FlowValuation(
      of: deals.map { try DealCashFlows($0, case: .base) }, case: .base, basis: basis
    ).presentValue
  }
}
