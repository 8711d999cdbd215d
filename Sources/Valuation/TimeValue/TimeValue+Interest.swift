extension TimeValue {
  /// The interest in the payment of one period; the spreadsheet's IPMT.
  ///
  /// Payments in advance carry the interest of the period before; the first carries none.
  ///
  /// - Parameters:
  ///   - period: From 1 to the number of periods.
  ///   - periods: At least one.
  /// - Throws: `rateNotAboveMinusOne`, `periodOutsideTerm` or `valueNotFinite`.
  public static func interestPayment(
    rate: Double, period: Int, periods: Int, presentValue: Double, futureValue: Double = 0,
    timing: PaymentTiming = .arrears
  ) throws(ValuationProblem) -> Double {
    try split(
      rate, period, periods, presentValue: presentValue, futureValue: futureValue, timing: timing
    ).interest
  }

  /// The repayment in the payment of one period; the spreadsheet's PPMT.
  ///
  /// - Parameters:
  ///   - period: From 1 to the number of periods.
  ///   - periods: At least one.
  /// - Throws: `rateNotAboveMinusOne`, `periodOutsideTerm` or `valueNotFinite`.
  public static func principalPayment(
    rate: Double, period: Int, periods: Int, presentValue: Double, futureValue: Double = 0,
    timing: PaymentTiming = .arrears
  ) throws(ValuationProblem) -> Double {
    try split(
      rate, period, periods, presentValue: presentValue, futureValue: futureValue, timing: timing
    ).principal
  }

  /// The interest in the payments of several periods; the spreadsheet's CUMIPMT.
  ///
  /// - Parameter range: The first to the last period, both included, from 1 on.
  /// - Throws: `rateNotAboveMinusOne`, `periodOutsideTerm` or `valueNotFinite`.
  /// - Complexity: O(n) in the periods asked for.
  public static func cumulativeInterest(
    rate: Double, through range: ClosedRange<Int>, periods: Int, presentValue: Double,
    timing: PaymentTiming = .arrears
  ) throws(ValuationProblem) -> Double {
    var sum = CompensatedSum()
    for period in range {
      sum.add(
        try interestPayment(
          rate: rate, period: period, periods: periods, presentValue: presentValue, timing: timing))
    }
    return sum.value
  }

  /// The repayment in the payments of several periods; the spreadsheet's CUMPRINC.
  ///
  /// - Parameter range: The first to the last period, both included, from 1 on.
  /// - Throws: `rateNotAboveMinusOne`, `periodOutsideTerm` or `valueNotFinite`.
  /// - Complexity: O(n) in the periods asked for.
  public static func cumulativePrincipal(
    rate: Double, through range: ClosedRange<Int>, periods: Int, presentValue: Double,
    timing: PaymentTiming = .arrears
  ) throws(ValuationProblem) -> Double {
    var sum = CompensatedSum()
    for period in range {
      sum.add(
        try principalPayment(
          rate: rate, period: period, periods: periods, presentValue: presentValue, timing: timing))
    }
    return sum.value
  }

  /// A payment's interest and repayment, from the value of all that is still to be paid.
  ///
  /// Discounting what remains is exact where compounding what went before would cancel.
  private static func split(
    _ rate: Double, _ period: Int, _ periods: Int, presentValue: Double, futureValue: Double,
    timing: PaymentTiming
  ) throws(ValuationProblem) -> (interest: Double, principal: Double) {
    guard period >= 1, period <= periods else { throw .periodOutsideTerm(period, of: periods) }
    let payment = try payment(
      rate: rate, periods: Double(periods), presentValue: presentValue, futureValue: futureValue,
      timing: timing)
    if timing == .advance, period == 1 { return (0, payment) }
    let owed = try self.presentValue(
      rate: rate, periods: Double(periods - period + 1), payment: payment,
      futureValue: futureValue, timing: timing)
    let interest: Double
    switch timing {
    case .arrears: interest = -owed * rate
    case .advance: interest = -owed * rate / (1 + rate)
    case .midPeriod:
      // Half a period on what was owed at its start, half on what is left after the payment.
      let half = exponentialMinusOne((try forceOfInterest(rate)) / 2)
      interest = -owed * half - (owed * (1 + half) + payment) * half
    }
    return (interest, payment - interest)
  }
}
