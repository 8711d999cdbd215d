/// The logarithm of the value of the first sign's flows over that of the second's.
///
/// Where the sign changes once it rises with the force of interest, and is nearly straight, so that
/// Halley's method from anywhere finds its only zero in a few steps. It takes the rates that are
/// beyond the grid of `TurningFlows`.
struct LogRatio {
  private let sum: ExponentialSum
  /// The index of the first amount of the second sign.
  private let turn: Int

  /// `nil` if the sign does not change exactly once, or amounts are out of all proportion.
  init?(_ sum: ExponentialSum) {
    guard sum.signChanges == 1, sum.amounts.allSatisfy({ abs($0) >= Self.leastAmount }),
      let first = sum.amounts.first,
      let turn = sum.amounts.firstIndex(where: { ($0 < 0) != (first < 0) })
    else { return nil }
    self.sum = sum
    self.turn = turn
  }

  /// Of amounts of one at most; the products of less could leave the range of numbers.
  private static let leastAmount = 1e-150

  /// The force of interest per step at which the ratio is one.
  ///
  /// - Throws: `rateBeyondRange`.
  func root(within limits: RootSearch.Limits) throws(ValuationProblem) -> Double {
    var (low, high) = (limits.lowest, limits.highestOfOnlyRoot)
    var y = 0.0
    for _ in 0..<Self.maximumIterations {
      let here = value(at: y)
      if here.ratio < 0 { low = y } else { high = y }
      let next = y - here.step
      if abs(here.step) * sum.span < Self.stepTolerance { return next }
      if next > low && next < high {
        y = next
      } else {
        try requireSignChange(low, high, limits)
        y = low + (high - low) / 2
      }
    }
    return y
  }

  /// A step below this × the span leaves an error of its cube.
  private static let stepTolerance = 3e-6
  /// Bisection alone needs 64 steps for the last digit; Halley's method needs about three.
  private static let maximumIterations = 100

  /// Checks the ends of the range, where the steps have left what is known to hold the root.
  private func requireSignChange(
    _ low: Double, _ high: Double, _ limits: RootSearch.Limits
  ) throws(ValuationProblem) {
    if low == limits.lowest, value(at: low).ratio > 0 { throw .rateBeyondRange }
    if high == limits.highestOfOnlyRoot, value(at: high).ratio < 0 { throw .rateBeyondRange }
  }

  /// The ratio, and the step down to its zero by Halley's method.
  private func value(at y: Double) -> (ratio: Double, step: Double) {
    // No distance from a group's reference and y differ in sign, so that no power grows.
    let firstReference = y >= 0 ? 0 : sum.offsets[turn - 1]
    let secondReference = y >= 0 ? sum.offsets[turn] : sum.span
    let first = moments(0..<turn, firstReference, y)
    let second = moments(turn..<sum.amounts.count, secondReference, y)
    let ratio = logarithm(-first.sum / second.sum) - y * (firstReference - secondReference)
    let slope = second.mean + secondReference - first.mean - firstReference
    let newton = ratio / slope
    let correction = 1 - newton * (first.variance - second.variance) / (2 * slope)
    return (ratio, correction > 0.5 ? newton / correction : newton)
  }

  /// The sum of a group's values relative to a reference, and their offsets' mean and variance.
  private func moments(
    _ range: Range<Int>, _ reference: Double, _ y: Double
  ) -> (sum: Double, mean: Double, variance: Double) {
    var (zeroth, first, second) = (0.0, 0.0, 0.0)
    for index in range {
      let distance = sum.offsets[index] - reference
      let value = sum.amounts[index] * exponential(-y * distance)
      zeroth += value
      first += value * distance
      second += value * distance * distance
    }
    let mean = first / zeroth
    return (zeroth, mean, second / zeroth - mean * mean)
  }
}
