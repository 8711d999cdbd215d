/// The logarithm of the value of the first sign's flows over that of the second's.
///
/// Where the sign changes once it rises with the force of interest, and is nearly straight, so that
/// Halley's method from anywhere finds its only zero in a few steps.
struct LogRatio {
  private let columns: SignedColumns

  init(_ columns: SignedColumns) {
    self.columns = columns
  }

  /// The force of interest per step at which the ratio is one.
  ///
  /// - Throws: `rateBeyondRange`.
  func root(within limits: RootSearch.Limits) throws(ValuationProblem) -> Double {
    var (low, high) = (limits.lowest, limits.highestOfOnlyRoot)
    var y = 0.0
    for iteration in 0..<Self.maximumIterations {
      let isCoarse = iteration == 1
      let here = value(at: y, isCoarse: isCoarse)
      if here.ratio < 0 { low = y } else { high = y }
      let next = y - here.step
      if !isCoarse, abs(here.step) * columns.layout.span < Self.stepTolerance { return next }
      if next > low && next < high {
        y = next
      } else {
        try requireSignChange(low, high, limits)
        y = low + (high - low) / 2
      }
    }
    return y
  }

  /// A step below this × the span leaves an error of its cube; a coarse one leaves 1e-7 itself.
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
  private func value(at y: Double, isCoarse: Bool = false) -> (ratio: Double, step: Double) {
    let layout = columns.layout
    let firstReference = y >= 0 ? 0 : layout.endOfFirst
    let secondReference = y >= 0 ? layout.startOfSecond : layout.span
    let first = moments(0..<layout.turn, firstReference, y, isCoarse)
    let second = moments(layout.turn..<layout.count, secondReference, y, isCoarse)
    let ratio =
      logarithm(first.sum / second.sum) - y * (firstReference - secondReference)
    let slope = second.mean + secondReference - first.mean - firstReference
    let newton = ratio / slope
    let correction = 1 - newton * (first.variance - second.variance) / (2 * slope)
    return (ratio, correction > 0.5 ? newton / correction : newton)
  }

  /// The sum of a group's values relative to a reference, and their offsets' mean and variance.
  private func moments(
    _ range: Range<Int>, _ reference: Double, _ y: Double, _ isCoarse: Bool
  ) -> (sum: Double, mean: Double, variance: Double) {
    let sums = columns.amounts.withUnsafeBufferPointer { amounts in
      columns.offsets.withUnsafeBufferPointer { offsets in
        let group = ColumnGroup(
          amounts: UnsafeBufferPointer(rebasing: amounts[range]),
          offsets: UnsafeBufferPointer(rebasing: offsets[range]), reference: reference)
        if y == 0 { return group.undiscountedMoments() }
        guard abs(y) * columns.layout.span < largestDecay else {
          return group.momentsOneByOne(at: y)
        }
        return isCoarse ? group.coarseMoments(at: y) : group.moments(at: y)
      }
    }
    let mean = sums.first / sums.zeroth
    return (sums.zeroth, mean, sums.second / sums.zeroth - mean * mean)
  }
}
