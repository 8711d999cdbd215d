import Testing
import Valuation

@Suite("Net present value of periodic amounts")
struct NetPresentValueTests {
  @Test("reproduces the npv cases", arguments: OracleCase.cases(of: "npv"))
  func oracle(_ example: OracleCase) throws {
    let rate = try #require(example.inputs.rate)
    let amounts = try #require(example.inputs.amounts)
    let timing: PaymentTiming = example.inputs.firstAt == 0 ? .advance : .arrears
    guard case .number(let expected) = example.expected else {
      // At −100 % the discount factor divides by zero: numpy-financial returns NaN, we refuse.
      #expect(throws: ValuationProblem.rateNotAboveMinusOne(rate)) {
        try netPresentValue(rate: rate, amounts: amounts, timing: timing)
      }
      return
    }
    let value = try netPresentValue(rate: rate, amounts: amounts, timing: timing)
    #expect(example.accepts(value, for: expected))
  }

  @Test("halves the first period's discount in mid-period")
  func midPeriod() throws {
    // 100 ÷ 1.21^½ = 100 ÷ 1.1
    let value = try netPresentValue(rate: 0.21, amounts: [100], timing: .midPeriod)
    #expect(abs(value - 100 / 1.1) < 1e-12)
  }

  @Test("at a zero rate is the plain sum", arguments: PaymentTiming.allCases)
  func zeroRate(_ timing: PaymentTiming) throws {
    #expect(try netPresentValue(rate: 0, amounts: [-100, 30, 80], timing: timing) == 10)
  }
}

@Suite("Growing annuity")
struct GrowingAnnuityTests {
  /// River Bend's base rent: $7.0bn over 15 years, 3 % a year, so $376,366,063.24 in year 1.
  struct RiverBend: Sendable, CustomTestStringConvertible {
    let timing: PaymentTiming
    let paymentsPerYear: Int
    let millions: Double
    let tolerance: Double
    var testDescription: String { "\(paymentsPerYear) a year, \(timing.rawValue)" }
  }

  @Test(
    "values River Bend at 8 % as the conventions print it",
    arguments: [
      // Source: CONVENTIONS §8, in $m, each computed twice by independent programs.
      RiverBend(timing: .arrears, paymentsPerYear: 1, millions: 3_830.3805, tolerance: 5e-5),
      RiverBend(timing: .midPeriod, paymentsPerYear: 1, millions: 3_980.6482, tolerance: 5e-5),
      RiverBend(timing: .advance, paymentsPerYear: 1, millions: 4_136.8110, tolerance: 5e-5),
      RiverBend(timing: .arrears, paymentsPerYear: 12, millions: 3_968.876, tolerance: 5e-4),
      RiverBend(timing: .advance, paymentsPerYear: 12, millions: 3_994.412, tolerance: 5e-4),
    ])
  func riverBend(_ example: RiverBend) throws {
    let rent = GrowingAnnuity(
      firstPayment: 376.36606324, growth: 0.03, periods: 15,
      paymentsPerPeriod: example.paymentsPerYear)
    let value = try rent.presentValue(rate: 0.08, timing: example.timing)
    #expect(abs(value - example.millions) < example.tolerance)
  }

  @Test("is the sum of its payments, discounted one by one", arguments: PaymentTiming.allCases)
  func sumOfPayments(_ timing: PaymentTiming) throws {
    let annuity = GrowingAnnuity(firstPayment: 100, growth: 0.05, periods: 7)
    let payments = (0..<7).map { 100 * power(1.05, Double($0)) }
    for rate in [-0.5, 0, 0.0499999999, 0.05, 0.0500000001, 0.2, 4] {
      let value = try annuity.presentValue(rate: rate, timing: timing)
      let sum = try netPresentValue(rate: rate, amounts: payments, timing: timing)
      #expect(abs(value - sum) < 1e-13 * sum, "at \(rate)")
    }
  }

  @Test("at a rate that equals the growth is n × R ÷ (1 + r)")
  func equalRates() throws {
    let annuity = GrowingAnnuity(firstPayment: 100, growth: 0.25, periods: 12)
    let value = try annuity.presentValue(rate: 0.25, timing: .arrears)
    #expect(abs(value - 12 * 100 / 1.25) < 1e-12)
  }
}
