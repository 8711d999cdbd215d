/// Flows at ascending times from 0 to 1 whose sign changes exactly once, seen where they lie.
struct TurningFlows {
  /// One a flow, in the order of the times; some may be zero.
  let amounts: UnsafeBufferPointer<Double>
  /// The time of each flow as a part of the span of all.
  let times: UnsafeBufferPointer<Double>
  /// The index of the first flow of the second sign.
  let turn: Int

  /// `nil` if the sign of the amounts does not change exactly once.
  @inline(__always)
  init?(amounts: UnsafeBufferPointer<Double>, times: UnsafeBufferPointer<Double>) {
    precondition(amounts.count <= times.count, "each amount has a time")
    guard let first = amounts.first(where: { $0 != 0 }) else { return nil }
    let isPaidFirst = first < 0
    guard let turn = amounts.firstIndex(where: { isPaidFirst ? $0 > 0 : $0 < 0 }),
      Self.hasNone(isPaidFirst ? -1 : 1, amounts, from: turn)
    else { return nil }
    self.amounts = amounts
    self.times = times
    self.turn = turn
  }

  /// Whether no amount from an index on has a sign.
  @inline(__always)
  private static func hasNone(
    _ sign: Double, _ amounts: UnsafeBufferPointer<Double>, from start: Int
  ) -> Bool {
    var found = SIMDMask<SIMD4<Int64>>(repeating: false)
    let wholeVectors = start + (amounts.count - start) / 4 * 4
    for index in stride(from: start, to: wholeVectors, by: 4) {
      found .|= amounts.lanes(at: index, as: SIMD4<Double>.self) * sign .> 0
    }
    let rest = amounts[wholeVectors...].contains { $0 * sign > 0 }
    return !rest && !any(found)
  }
}

extension TurningFlows {
  /// The grid of forces of interest over the whole span at which flows are summed.
  enum Grid {
    static let nodesPerUnit = 16.0
    /// The force of interest over the whole span at a node.
    @inline(__always)
    static func force(at node: Int) -> Double { Double(node) / nodesPerUnit }
    /// The last node each way: flows at the far end are worth e^−32 there.
    static let farthestNode = 512
    /// How far from a node its series give a value to 1.6e-16 of itself: 0.04⁸ ÷ 8!.
    static let reach = 0.04
    /// The nodes after which a search is left to bisection; most need two.
    static let maximumNodes = 16
  }

  /// The only force of interest over the whole span at which the flows are worth nothing.
  ///
  /// The logarithm of the value of the first sign's flows over that of the second's rises with the
  /// force of interest. From a node of the grid its series leads to a node near the zero, and from
  /// there to the zero. The nodes do not depend on the flows, so that flows of one calendar can
  /// share their discount factors, and whether they do makes no difference to the result.
  ///
  /// - Parameter discounts: The discount factors of all times at a node, up to a common factor.
  /// - Returns: `nil` where the zero is beyond the grid or the amounts are out of all proportion.
  @inline(__always)
  func root(discounts: (_ node: Int) -> UnsafeBufferPointer<Double>) -> Double? {
    var node = 0
    for _ in 0..<Grid.maximumNodes {
      let factors = discounts(node)
      let first = powerSums(of: amounts, factors, times, in: 0..<turn)
      let second = powerSums(of: amounts, factors, times, in: turn..<amounts.count)
      guard let ratio = RatioSeries(first, second) else { return nil }
      let step = ratio.zero
      if abs(step) <= Grid.reach {
        return ratio.refined(step).map { Grid.force(at: node) + $0 }
      }
      let next = ((Grid.force(at: node) + step) * Grid.nodesPerUnit).rounded()
      guard abs(next) <= Double(Grid.farthestNode) else { return nil }
      node = Int(next)
    }
    return nil
  }

  /// Fills in the discount factors of times at a node, the largest of them one.
  @inline(__always)
  static func fillDiscounts(
    _ factors: UnsafeMutableBufferPointer<Double>, at node: Int,
    times: UnsafeBufferPointer<Double>
  ) {
    guard node != 0 else { return factors.update(repeating: 1) }
    let force = Grid.force(at: node)
    let lastFactor = force < 0 ? 1.0 : 0.0
    for index in stride(from: 0, to: times.count, by: Lanes.scalarCount) {
      // From the last flow back where the force is negative, so that no factor exceeds one.
      let elapsed = times.lanes(at: index, as: Lanes.self) - lastFactor
      factors.store(decay(elapsed * force), at: index)
    }
  }
}
