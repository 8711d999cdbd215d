/// Payments that grow by one rate from each period to the next, valued in closed form.
///
///     let rent = GrowingAnnuity(firstPayment: 100, growth: 0.03, periods: 15)
///     try rent.presentValue(rate: 0.08, timing: .arrears)  // 1017.73, for 100 a year
public struct GrowingAnnuity: Sendable, Hashable {
  /// What is paid for the whole of the first period.
  public let firstPayment: Double
  /// By how much the payment of a period exceeds that of the one before, as a fraction above −1.
  public let growth: Double
  /// The number of periods, zero or more.
  public let periods: Int
  /// Into how many equal payments, evenly spaced, each period's payment is split; at least one.
  public let paymentsPerPeriod: Int

  /// - Precondition: Growth is above −1, periods are not negative, payments are at least one.
  public init(
    firstPayment: Double, growth: Double, periods: Int, paymentsPerPeriod: Int = 1
  ) {
    precondition(growth > -1 && growth.isFinite, "a growth above -1")
    precondition(periods >= 0, "a number of periods that is not negative")
    precondition(paymentsPerPeriod >= 1, "at least one payment a period")
    self.firstPayment = firstPayment
    self.growth = growth
    self.periods = periods
    self.paymentsPerPeriod = paymentsPerPeriod
  }

  /// The value at the start of the first period.
  ///
  /// In arrears R × (1 − qⁿ) ÷ (r − g) with q = (1 + g) ÷ (1 + r), and n × R ÷ (1 + r) where r = g.
  ///
  /// - Parameters:
  ///   - rate: Effective per period, as a fraction, above −1.
  ///   - timing: When in its part of the period each payment is made.
  /// - Throws: `rateNotAboveMinusOne` or `valueNotFinite`.
  /// Source: CONVENTIONS §8.
  public func presentValue(
    rate: Double, timing: PaymentTiming
  ) throws(ValuationProblem) -> Double {
    let force = try forceOfInterest(rate)
    let partForce = force / Double(paymentsPerPeriod)
    let firstOfPeriods = geometricSum(
      logRatio: logarithmOfOnePlus((growth - rate) / (1 + rate)), terms: periods)
    let withinPeriod = geometricSum(logRatio: -partForce, terms: paymentsPerPeriod)
    let value =
      firstPayment * firstOfPeriods * withinPeriod / Double(paymentsPerPeriod)
      * exponential(-partForce * timing.firstPeriods)
    guard value.isFinite else { throw .valueNotFinite(rate: rate) }
    return value
  }
}

/// 1 + q + q² + … of a number of terms, with q given by its logarithm, exact near q = 1 too.
func geometricSum(logRatio: Double, terms: Int) -> Double {
  let denominator = exponentialMinusOne(logRatio)
  guard denominator != 0 else { return Double(terms) }
  return exponentialMinusOne(Double(terms) * logRatio) / denominator
}
