/// The logarithm of what is received over what is paid, for flows whose sign changes once.
///
/// It is monotone in the force of interest, and nearly straight, so that Newton's method from
/// anywhere finds its only zero in a few steps.
struct LogRatio {
  private let sum: ExponentialSum
  /// The index of the first amount of the second sign.
  private let turn: Int

  /// - Precondition: The sign of the sum's amounts changes exactly once.
  init(_ sum: ExponentialSum) {
    assert(sum.signChanges == 1, "one sign change")
    self.sum = sum
    let isFirstNegative = sum.amounts[0] < 0
    turn = sum.amounts.firstIndex { ($0 < 0) != isFirstNegative } ?? sum.amounts.count
  }

  /// The force of interest per step at which the ratio is one.
  ///
  /// - Throws: `rateBeyondRange`.
  func root(within limits: RootSearch.Limits) throws(ValuationProblem) -> Double {
    var (low, high) = (limits.lowest, limits.highestOfOnlyRoot)
    guard value(at: low).ratio <= 0, value(at: high).ratio >= 0 else { throw .rateBeyondRange }
    var y = 0.0
    for _ in 0..<Self.maximumIterations {
      let (ratio, slope) = value(at: y)
      if ratio < 0 { low = y } else { high = y }
      let next = y - ratio / slope
      if abs(next - y) * sum.span < Self.stepTolerance { return next }
      y = next > low && next < high ? next : low + (high - low) / 2
    }
    return y
  }

  /// A step below this, as a part of the whole span, leaves an error of its square.
  private static let stepTolerance = 1e-9
  /// Bisection alone needs 64 steps for the last digit; Newton's method needs about five.
  private static let maximumIterations = 100

  /// log(first group ÷ second group), which rises with y, and its derivative.
  private func value(at y: Double) -> (ratio: Double, slope: Double) {
    let first = group(0..<turn, at: y)
    let second = group(turn..<sum.amounts.count, at: y)
    return (first.logarithm - second.logarithm, second.meanOffset - first.meanOffset)
  }

  /// The logarithm of the value of amounts of one sign, and the mean of their offsets.
  private func group(
    _ indices: Range<Int>, at y: Double
  ) -> (logarithm: Double, meanOffset: Double) {
    let reference = sum.offsets[y >= 0 ? indices.lowerBound : indices.upperBound - 1]
    var value = 0.0
    var moment = 0.0
    for index in indices {
      let distance = sum.offsets[index] - reference
      let term = abs(sum.amounts[index]) * exponential(-y * distance)
      value += term
      moment += term * distance
    }
    return (logarithm(value) - y * reference, reference + moment / value)
  }
}
