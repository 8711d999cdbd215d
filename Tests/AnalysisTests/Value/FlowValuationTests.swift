import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing
import Valuation

@Suite("Value of a deal")
struct FlowValuationTests {
  /// 10 MW at 100 $/kW-month for a year from Friday 2027-01-01, built for 8 M.
  private func flows(
    rate: String = "100 USD/kW-month", capital: String? = "800,000 USD/MW-IT",
    renewals: Bool = false
  ) throws -> DealCashFlows {
    let deal = try DealBuilder.deal(
      "year",
      terms: [
        ("landlord", "hut-8"), ("contract.kind", "lease"), ("contract.structure", "triple-net"),
        ("criticalIT", "10 MW"), ("term", "1 year"), ("rentCommencement", "2027-01-01"),
        ("rent.rate", rate),
      ] + (renewals ? [("renewals.count", "1"), ("renewals.each", "1 year")] : []),
      assumptions: (capital.map { [("capitalCost", $0)] } ?? [])
        + (renewals ? [("renewals.probability", "50 %")] : []))
    return try DealCashFlows(
      AnalysedDeal(versions: [deal]), case: renewals ? .expected : .base)
  }

  private func basis(
    _ date: String, rate: Double, _ convention: PresentValueConvention = .actual365
  ) throws -> ValuationBasis {
    ValuationBasis(
      date: try #require(CalendarDate(date)), rate: rate, convention: convention)
  }

  @Test("at a zero rate the present value is the plain sum")
  func zeroRate() throws {
    let value = try FlowValuation(
      of: [flows()], case: .base, basis: basis("2020-01-01", rate: 0))
    // 12 × 1,000,000.00 less 18 × 444,444.44.
    #expect(value.presentValue == 1_200_000_000 - 18 * 44_444_444)
    #expect(value.pastFlows == 0)
  }

  @Test("flows before the valuation date are past, and one on it counts in full")
  func pastFlows() throws {
    let value = try FlowValuation(
      of: [flows(capital: nil)], case: .base, basis: basis("2027-03-01", rate: 0))
    // January and February are past; March, due on the first, counts.
    #expect(value.pastFlows == 200_000_000)
    #expect(value.presentValue == 1_000_000_000)
  }

  @Test("the middle of the accrual month is where midPeriod discounts from")
  func midPeriod() throws {
    let whole = try FlowValuation(
      of: [flows(capital: nil)], case: .base, basis: basis("2027-01-01", rate: 0.08, .midPeriod))
    let monthly = try FlowValuation(
      of: [flows(capital: nil)], case: .base, basis: basis("2027-01-01", rate: 0.08, .monthly))
    // Rent in advance counts months 0 to 11 by `monthly`, so later by `midPeriod`, and less.
    #expect(whole.presentValue < monthly.presentValue)
    var expected = 0.0
    for month in 0..<12 { expected += 100_000_000 * pow(base: 1.08, -Double(month) / 12) }
    // Twelve doubles near 1e8.
    #expect(abs(Double(monthly.presentValue) - expected) <= 1)
  }

  @Test("charges' present values sum to the whole")
  func chargesSum() throws {
    let value = try FlowValuation(
      of: [flows()], case: .base, basis: basis("2025-01-01", rate: 0.1))
    let sum = value.charges.reduce(0) { $0 + $1.presentValue }
    // Each of the two is rounded by itself.
    #expect(abs(sum - value.presentValue) <= 1)
    #expect(value.charges.map(\.charge) == [.baseRent, .capitalCost])
  }

  @Test("the rate of return makes the present value zero, and several deals have one together")
  func rateOfReturn() throws {
    let pair = [try flows(), try flows()]
    let answer = try FlowValuation(
      of: pair, case: .base, basis: basis("2025-01-01", rate: 0.1)
    ).rateOfReturn.get()
    let rate = try #require(answer.rate)
    let value = try FlowValuation(of: pair, case: .base, basis: basis("2025-06-30", rate: rate))
    // A cent for each of some hundred flows that were discounted at a rate of 15 digits.
    #expect(abs(value.presentValue) <= 100)
    #expect(answer.signChanges == 1)
  }

  @Test("a deal that only receives has no rate of return, and says why")
  func illPosed() throws {
    let value = try FlowValuation(
      of: [flows(capital: nil)], case: .base, basis: basis("2027-01-01", rate: 0.08))
    #expect(throws: ValuationProblem.self) { try value.rateOfReturn.get() }
    #expect(value.equityMultiple == nil)
  }

  @Test("the expected case counts a renewal by its probability")
  func expectedCase() throws {
    let value = try FlowValuation(
      of: [flows(capital: nil, renewals: true)], case: .expected,
      basis: basis("2020-01-01", rate: 0))
    // A year of 12 M, and half of another.
    #expect(value.presentValue == 1_800_000_000)
  }

  @Test("a rate of −100 % or less is refused")
  func rateBelow() throws {
    let flows = try flows()
    let basis = try basis("2027-01-01", rate: -1)
    #expect(throws: ValuationProblem.self) {
      try FlowValuation(of: [flows], case: .base, basis: basis)
    }
  }
}
