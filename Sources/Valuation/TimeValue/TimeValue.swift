/// The time-value functions of spreadsheets: level payments between two values.
///
/// What is received is positive, what is paid negative, and the three add up to nothing:
/// present value + payment × annuity factor + future value × (1 + rate)^−periods = 0.
///
///     try TimeValue.payment(rate: 0.05, periods: 10, presentValue: 100_000)  // −12,950.46
///
/// Rates are effective per period, as fractions above −1; others throw `rateNotAboveMinusOne`.
public enum TimeValue {
  /// What a payment of one in each period is worth at the start of the first.
  static func annuityFactor(
    rate: Double, periods: Double, timing: PaymentTiming
  ) throws(ValuationProblem) -> Double {
    let force = try forceOfInterest(rate)
    guard force != 0 else { return periods }
    let inArrears = exponentialMinusOne(-periods * force) / -exponentialMinusOne(force)
    return inArrears * exponential(force * (1 - timing.firstPeriods))
  }

  private static func discountFactor(
    rate: Double, periods: Double
  ) throws(ValuationProblem) -> Double {
    exponential(-periods * (try forceOfInterest(rate)))
  }

  /// The value at the start of level payments and of what is left at the end; the spreadsheet's PV.
  ///
  /// - Throws: `rateNotAboveMinusOne` or `valueNotFinite`.
  public static func presentValue(
    rate: Double, periods: Double, payment: Double, futureValue: Double = 0,
    timing: PaymentTiming = .arrears
  ) throws(ValuationProblem) -> Double {
    let annuity = try annuityFactor(rate: rate, periods: periods, timing: timing)
    let factor = try discountFactor(rate: rate, periods: periods)
    return try finite(-(payment * annuity + futureValue * factor), at: rate)
  }

  /// The value left at the end of level payments; the spreadsheet's FV.
  ///
  /// - Throws: `rateNotAboveMinusOne` or `valueNotFinite`.
  public static func futureValue(
    rate: Double, periods: Double, payment: Double, presentValue: Double,
    timing: PaymentTiming = .arrears
  ) throws(ValuationProblem) -> Double {
    let annuity = try annuityFactor(rate: rate, periods: periods, timing: timing)
    let factor = try discountFactor(rate: rate, periods: periods)
    return try finite(-(presentValue + payment * annuity) / factor, at: rate)
  }

  /// The level payment of each period; the spreadsheet's PMT.
  ///
  /// - Throws: `rateNotAboveMinusOne`, `noPeriods` or `valueNotFinite`.
  public static func payment(
    rate: Double, periods: Double, presentValue: Double, futureValue: Double = 0,
    timing: PaymentTiming = .arrears
  ) throws(ValuationProblem) -> Double {
    guard periods > 0 else { throw .noPeriods }
    let annuity = try annuityFactor(rate: rate, periods: periods, timing: timing)
    let factor = try discountFactor(rate: rate, periods: periods)
    return try finite(-(presentValue + futureValue * factor) / annuity, at: rate)
  }

  /// The number of periods, not always whole; the spreadsheet's NPER.
  ///
  /// Infinite where neither payments nor interest change what is owed.
  ///
  /// - Throws: `rateNotAboveMinusOne`, or `neverRepaid` where no number of periods will do.
  public static func periods(
    rate: Double, payment: Double, presentValue: Double, futureValue: Double = 0,
    timing: PaymentTiming = .arrears
  ) throws(ValuationProblem) -> Double {
    let force = try forceOfInterest(rate)
    let change = -(presentValue + futureValue)
    guard force != 0 else {
      guard payment != 0 || change == 0 else { return .infinity }
      return change == 0 ? 0 : change / payment
    }
    let perpetuity = payment * exponential(force * (1 - timing.firstPeriods)) / rate
    let growth = change / (perpetuity + presentValue)
    let periods = logarithmOfOnePlus(growth) / force
    guard growth > -1, periods.isFinite else { throw .neverRepaid }
    return periods
  }

  /// Every rate per period at which the payments repay what is owed; the spreadsheet's RATE.
  ///
  /// - Parameter periods: At least one.
  /// - Throws: `noPeriods`, and as the internal rate of return does.
  public static func rate(
    periods: Int, payment: Double, presentValue: Double, futureValue: Double = 0,
    timing: PaymentTiming = .arrears
  ) throws(ValuationProblem) -> RateOfReturn {
    guard periods > 0 else { throw .noPeriods }
    // In half periods, so that payments in the middle have a step of their own.
    var amounts = [Double](repeating: 0, count: 2 * periods + 1)
    amounts[0] = presentValue
    amounts[2 * periods] += futureValue
    let first = Int(2 * timing.firstPeriods)
    for period in 0..<periods { amounts[first + 2 * period] += payment }
    return try RateOfReturn(ofAmounts: amounts, stepsPerPeriod: 2)
  }

  static func finite(_ value: Double, at rate: Double) throws(ValuationProblem) -> Double {
    guard value.isFinite else { throw .valueNotFinite(rate: rate) }
    return value
  }
}
