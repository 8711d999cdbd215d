import FinanceBasics

/// The shares of a cost by month along a cumulative normal curve, cut at ±3 standard deviations.
///
/// The months have equal widths on the curve; the shares sum to 1. Source: CONVENTIONS §7.
/// - Parameter months: At least one.
func sCurveShares(months: Int) -> [PreciseReal] {
  let levels = (0...months).map { month in
    normalIntegral(to: PreciseReal(6 * month - 3 * months, over: months))
  }
  let whole = levels[months].minus(levels[0])
  return (0..<months).map { levels[$0 + 1].minus(levels[$0]).divided(by: whole) }
}

/// The integral of exp(−x²/2) from 0 to a bound within ±3, by its power series.
///
/// The terms are (−1)ⁿ x²ⁿ⁺¹ ÷ (2ⁿ n! (2n + 1)); at 3 the greatest is near 20, and the 100th is
/// below 10⁻⁹⁰, so that 35 digits are right.
private func normalIntegral(to bound: PreciseReal) -> PreciseReal {
  let square = bound.times(bound)
  var power = bound
  var sum = PreciseReal.zero
  for index in 0..<100 {
    sum = sum.plus(power.divided(by: PreciseReal(integer: 2 * index + 1)))
    power = power.times(square).divided(by: PreciseReal(integer: -2 * (index + 1)))
  }
  return sum
}
