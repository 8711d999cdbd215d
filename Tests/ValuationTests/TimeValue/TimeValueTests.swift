import Testing
import Valuation

@Suite("Time-value functions")
struct TimeValueTests {
  @Test("invert each other", arguments: PaymentTiming.allCases, [-0.02, 0, 1e-9, 0.08, 1])
  func inverses(_ timing: PaymentTiming, _ rate: Double) throws {
    let payment = try TimeValue.payment(
      rate: rate, periods: 24, presentValue: 1_000, futureValue: -100, timing: timing)
    let present = try TimeValue.presentValue(
      rate: rate, periods: 24, payment: payment, futureValue: -100, timing: timing)
    #expect(abs(present - 1_000) < 1e-9)
    let periods = try TimeValue.periods(
      rate: rate, payment: payment, presentValue: 1_000, futureValue: -100, timing: timing)
    // At 100 % the last payments hardly move the balance, which costs nper seven digits.
    #expect(abs(periods - 24) < 1e-6)
    let rates = try TimeValue.rate(
      periods: 24, payment: payment, presentValue: 1_000, futureValue: -100, timing: timing)
    #expect(rates.roots.contains { abs($0 - rate) < 1e-12 })
  }

  @Test("repay the whole over the term", arguments: PaymentTiming.allCases)
  func cumulative(_ timing: PaymentTiming) throws {
    let principal = try TimeValue.cumulativePrincipal(
      rate: 0.07, through: 1...12, periods: 12, presentValue: 5_000, timing: timing)
    let interest = try TimeValue.cumulativeInterest(
      rate: 0.07, through: 1...12, periods: 12, presentValue: 5_000, timing: timing)
    let payment = try TimeValue.payment(
      rate: 0.07, periods: 12, presentValue: 5_000, timing: timing)
    #expect(abs(principal + 5_000) < 1e-9)
    #expect(abs(principal + interest - 12 * payment) < 1e-9)
  }

  @Test("refuse a period outside the term, a loan of no periods, and payments that never suffice")
  func refused() {
    #expect(throws: ValuationProblem.periodOutsideTerm(13, of: 12)) {
      try TimeValue.cumulativeInterest(
        rate: 0.07, through: 1...13, periods: 12, presentValue: 5_000)
    }
    #expect(throws: ValuationProblem.noPeriods) {
      try TimeValue.payment(rate: 0.07, periods: 0, presentValue: 5_000)
    }
    // Interest of 350 a year, payments of 300.
    #expect(throws: ValuationProblem.neverRepaid) {
      try TimeValue.periods(rate: 0.07, payment: -300, presentValue: 5_000)
    }
  }
}
