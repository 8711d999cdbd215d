import Analysis
import CashFlowEngine
import FinanceBasics
import Foundation
import LeaseModel
import Testing

@Suite("Targets solved for")
struct TargetSearchTests {
  private func search(
    _ target: String, _ lever: String, between range: String? = nil, of deal: AnalysedDeal,
    rate: Double = 0.08, on date: String = "2026-01-01"
  ) throws -> TargetSearch {
    let lever = try Lever(named: lever)
    return try TargetSearch(
      for: SolveTarget(reading: target), moving: lever,
      in: try range.map { try LeverRange(reading: $0, of: lever) },
      of: SensitivitySamples.question([deal], rate: rate, on: date))
  }

  private func only(_ search: TargetSearch) throws -> TargetSearch.Solution {
    #expect(search.solutions.count == 1)
    return try #require(search.solutions.first)
  }

  /// Cents of a payment are rounded: half a cent of the payments of these deals.
  private let rounding = 1e-8

  @Test(
    "the cost that gives an IRR is the rent discounted at it",
    arguments: [nil, "500 k USD..2000 k USD", "100..900 k USD"])
  func rateOfReturn(_ range: String?) throws {
    let found = try search(
      "irr=12%", "capitalCost", between: range, of: SensitivitySamples.twoFlows())
    let solution = try only(found)
    // 1 M USD after 366 days: cost = 1,000,000 ÷ 1.12^(366 ÷ 365), in thousands.
    let cost = 1000 / pow(1.12, 366.0 / 365)
    #expect(abs(solution.exact.number.doubleValue / cost - 1) < rounding)
    #expect(abs((solution.exact.value?.number ?? 0) - 0.12) < rounding)
    #expect(solution.isReached)
    #expect(found.isRangeStated == (range != nil))
  }

  @Test("the rent that gives an IRR is the cost compounded at it")
  func rent() throws {
    let found = try search("irr=12%", "rent", of: SensitivitySamples.twoFlows())
    // 800 k USD for 366 days at 12 %, over 10,000 kW.
    let rent = 80 * pow(1.12, 366.0 / 365)
    let solution = try only(found)
    #expect(abs(solution.exact.number.doubleValue / rent - 1) < rounding)
    #expect(found.present?.text == "100 USD/kW-month")
    #expect(solution.exact.text.hasSuffix(" USD/kW-month"))
    // Printed to six digits, and worked out again.
    #expect(solution.rounded.text == "89.6278 USD/kW-month")
    #expect(abs((solution.rounded.value?.number ?? 0) - 0.12) < 1e-6)
  }

  @Test("the cost at which present value is zero lies on the line through two others")
  func breakEven() throws {
    let deal = try SensitivitySamples.riverBend()
    let grid = try SensitivityGrid(
      SensitivitySamples.question([deal]),
      axes: [try SensitivityAxis(reading: "capitalCost=8..12/4 M USD/MW-IT")])
    let values = grid.values.compactMap { $0?.number }
    let zero = 8 + 4 * values[0] / (values[0] - values[1])
    let solution = try only(try search("pv=0", "capitalCost", of: deal))
    // 36 payments rounded to a cent, of 2.45 bn USD: 36 × 0.005 ÷ 2.45e9 is below 1e-10.
    #expect(abs(solution.exact.number.doubleValue / zero - 1) < 1e-9)
    // 36 payments may be rounded alike.
    #expect((solution.exact.value?.number ?? .infinity).magnitude <= 36)
    #expect(solution.isReached)
  }

  @Test("the rate at which present value is zero is the IRR of flows that all lie ahead")
  func rate() throws {
    let found = try search("pv=0", "rate", of: SensitivitySamples.twoFlows(), on: "2027-01-31")
    // 1,000 for 800 after 366 days.
    let rate = pow(1.25, 365.0 / 366) - 1
    let solution = try only(found)
    #expect(abs(solution.exact.number.doubleValue / 100 - rate) < 1e-8)
    #expect(solution.exact.text.hasSuffix(" %"))
  }

  @Test("two rates in the range are both found")
  func twoRates() throws {
    let found = try search(
      "pv=0", "rate", between: "1%..50%", of: SensitivitySamples.twoRates(), on: "2027-01-01")
    let rates = found.solutions.map(\.exact.number.doubleValue)
    #expect(rates.count == 2)
    // Near its roots present value moves by about 7 cents a thousandth of a percentage point.
    #expect(zip(rates, [10, 20]).allSatisfy { abs($0 - $1) < 1e-3 })
    #expect(found.solutions.allSatisfy { $0.exact.value == .amount(0) })
  }

  @Test("none in range shows both ends")
  func none() throws {
    let found = try search(
      "irr=12%", "capitalCost", between: "1000..2000 k USD", of: SensitivitySamples.twoFlows())
    #expect(found.solutions.isEmpty)
    #expect(found.low.text == "1000 k USD" && found.high.text == "2000 k USD")
    // The rent of 1,000 is the cost, then half of it: 0.5^(365 ÷ 366) − 1.
    #expect((found.low.value?.number ?? 1).magnitude < 1e-12)
    #expect(abs((found.high.value?.number ?? 0) - (pow(0.5, 365.0 / 366) - 1)) < 1e-9)
  }

  @Test("a measure that the lever does not move reaches no target")
  func unmoved() throws {
    let found = try search("irr=12%", "rate", of: SensitivitySamples.twoFlows())
    #expect(found.solutions.isEmpty && found.low.value == found.high.value)
  }

  @Test("a day that passes the target is shown with its neighbour")
  func day() throws {
    let found = try search(
      "pv=0", "capitalSpending.draws[2].date", between: "2028-01-01..2030-01-01",
      of: SensitivitySamples.twoRates(), on: "2027-01-01")
    let solution = try only(found)
    // −100 + 230 ÷ 1.08 − 132 ÷ 1.08^(d ÷ 365) = 0, with 365 days to the rent.
    let days = 365 * log(132 / (230 / 1.08 - 100)) / log(1.08)
    let first = try #require(CalendarDate("2027-01-01")).adding(days: Int(days.rounded(.down)))
    #expect(!solution.isReached)
    #expect(
      [solution.exact, solution.other].compactMap { $0?.text }.sorted()
        == [first.description, first.adding(days: 1).description])
  }

  @Test("a probability is sought from 0 % to 100 % and no further")
  func bounds() throws {
    let deal = try SensitivitySamples.riverBend()
    let question = SensitivitySamples.question([deal], case: .expected)
    let found = try TargetSearch(
      for: SolveTarget(reading: "pv=1000 bn USD"), moving: Lever(named: "renewals.probability"),
      of: question)
    #expect(found.solutions.isEmpty)
    #expect([found.low.text, found.high.text] == ["0 %", "100 %"])
  }

  @Test(
    "is refused where it cannot be sought",
    arguments: [
      // No deal says anything of a deposit.
      ("pv=0", "deposit.amount", nil, "sensitivity.range-needed"),
      ("pv=1 M EUR", "capitalCost", nil, "sensitivity.currency-differs"),
      ("irr=12%", "term", nil, "scenario.term-stated"),
      ("irr=12%", "capitalCost", "2..1 M USD", "sensitivity.range-reversed"),
      ("irr=12%", "capitalCost", "1 M USD", "sensitivity.range-malformed"),
      ("irr=12%", "capitalCost", "1..2/1 M USD", "sensitivity.range-malformed"),
      ("irr", "capitalCost", nil, "sensitivity.target-malformed"),
      ("irr=", "capitalCost", nil, "sensitivity.target-malformed"),
      ("irr=0.12", "capitalCost", nil, "unit.missing"),
      ("pv=3", "capitalCost", nil, "unit.missing"),
      ("yield=9%", "capitalCost", nil, "sensitivity.measure-unknown"),
    ] as [(String, String, String?, String)])
  func refused(_ target: String, lever: String, range: String?, code: String) {
    let codes = SensitivitySamples.codes {
      _ = try search(target, lever, between: range, of: SensitivitySamples.twoFlows())
    }
    #expect(codes == [code])
  }

  @Test("a request knows its measure, and whether it may bring a hall forward")
  func request() throws {
    let target = try SolveTarget(reading: "yield-on-cost=9%")
    let request = try SensitivityRequest(.solve(target, .delay, nil))
    #expect(request.measure == .yieldOnCost && request.hastensDelivery)
    #expect(try !SensitivityRequest(.solve(target, .rent, nil)).hastensDelivery)
  }
}
