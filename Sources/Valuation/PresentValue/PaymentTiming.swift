/// When in its period a periodic amount is paid.
public enum PaymentTiming: String, CaseIterable, Sendable {
  /// At the start of its period: the first amount is not discounted.
  case advance
  /// At the end of its period: the first amount is discounted by one period.
  case arrears
  /// In the middle of its period: the first amount is discounted by half a period.
  case midPeriod

  /// The periods by which the first amount is discounted.
  public var firstPeriods: Double {
    switch self {
    case .advance: 0
    case .arrears: 1
    case .midPeriod: 0.5
    }
  }
}

/// The present value of one amount a period.
///
///     try netPresentValue(rate: 0.1, amounts: [-100, 110], timing: .advance)  // 0.0
///
/// - Parameters:
///   - rate: Per period, as a fraction, above −1.
///   - amounts: One a period, in order.
/// - Throws: `rateNotAboveMinusOne`, `amountNotFinite` or `valueNotFinite`.
public func netPresentValue(
  rate: Double, amounts: [Double], timing: PaymentTiming
) throws(ValuationProblem) -> Double {
  let force = try forceOfInterest(rate)
  var sum = CompensatedSum()
  for (index, amount) in amounts.enumerated() where amount != 0 {
    guard amount.isFinite else { throw .amountNotFinite(position: index + 1) }
    sum.add(amount * exponential(-force * (Double(index) + timing.firstPeriods)))
  }
  guard sum.value.isFinite else { throw .valueNotFinite(rate: rate) }
  return sum.value
}
