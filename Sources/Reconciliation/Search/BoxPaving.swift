import FinanceBasics

/// Boxes that together hold every solution, with what some quantities may be in each of them.
struct BoxPaving {
  struct Leaf {
    let box: TermBox
    /// How often it was cut.
    let depth: Int
    let coefficients: RentCoefficients
    /// What each quantity may be in the box.
    let reach: [Interval]
    /// Whether no cut would tell any more.
    var isSettled = false
  }

  /// An end of a quantity, with the leaf that reaches there.
  private struct End {
    let quantity: Int
    let isUpper: Bool
    var leaf: Int
    /// The cuts that were made for it.
    var cuts = 0
  }

  private(set) var leaves: [Leaf]
  private var inner: [Interval?]
  private var ends: [End]

  /// The share of what is known to be reached up to which an end is near enough.
  private static let tolerance = 0.01

  /// A paving of one box.
  init(_ root: Leaf) {
    leaves = [root]
    inner = root.reach.map { _ in nil }
    ends = root.reach.indices.flatMap { quantity in
      [false, true].map { End(quantity: quantity, isUpper: $0, leaf: 0) }
    }
  }

  /// Takes what a point has, where it is a solution.
  mutating func reach(_ point: [Interval]?) {
    guard let point else { return }
    for (quantity, interval) in point.enumerated() {
      inner[quantity] = inner[quantity]?.hull(interval) ?? interval
    }
  }

  /// The leaf to be cut, and for which quantity; `nil` where every end is near enough.
  ///
  /// An end on which many cuts were spent waits for others.
  mutating func nextCut() -> (leaf: Int, quantity: Int)? {
    var most = 0.0
    var found: Int?
    for (index, end) in ends.enumerated() where !leaves.isEmpty && !leaves[end.leaf].isSettled {
      let gap = min(gap(of: end), Self.greatestGap)
      let urgency = gap / Double(1 + end.cuts / Self.cutsInARow)
      if gap > Self.tolerance, urgency > most { (most, found) = (urgency, index) }
    }
    guard let found else { return nil }
    ends[found].cuts += 1
    return (ends[found].leaf, ends[found].quantity)
  }

  /// More than all that is known, which an end without a bound is beyond it.
  private static let greatestGap = 2.0
  private static let cutsInARow = 8

  /// How far an end is beyond what is known to be reached, as a share of that; infinite where
  /// nothing is.
  private func gap(of end: End) -> Double {
    let outer = value(end, in: leaves[end.leaf])
    guard let inner = inner[end.quantity] else {
      let reach = leaves[end.leaf].reach[end.quantity]
      return reach.lower < reach.upper ? .infinity : 0
    }
    let reached = end.isUpper ? inner.upper : inner.lower
    guard outer != reached else { return 0 }
    let distance = (outer - reached).magnitude
    let width = inner.upper - inner.lower
    // A width of nearly nothing is no measure.
    return distance / max(width, inner.upper.magnitude * Self.leastWidth)
  }

  /// What no report shows, as a share of a number.
  private static let leastWidth = 1e-6

  private func value(_ end: End, in leaf: Leaf) -> Double {
    let reach = leaf.reach[end.quantity]
    return end.isUpper ? reach.upper : reach.lower
  }

  /// Keeps a leaf as it is.
  mutating func settle(_ place: Int) { leaves[place].isSettled = true }

  /// Puts what is left of a leaf in its place.
  mutating func replace(_ place: Int, with halves: [Leaf]) {
    let last = leaves.count - 1
    let stale = ends.indices.filter { ends[$0].leaf == place }
    if let half = halves.first {
      leaves[place] = half
    } else {
      // The last leaf moves to the free place.
      leaves.swapAt(place, last)
      leaves.removeLast()
      for index in ends.indices where ends[index].leaf == last { ends[index].leaf = place }
    }
    leaves += halves.dropFirst()
    for index in stale { find(index) }
  }

  /// Looks for the leaf that reaches furthest at an end.
  private mutating func find(_ index: Int) {
    var end = ends[index]
    guard !leaves.isEmpty else { return }
    end.leaf = 0
    var best = value(end, in: leaves[0])
    for place in leaves.indices.dropFirst() {
      let value = value(end, in: leaves[place])
      if end.isUpper ? value > best : value < best { (best, end.leaf) = (value, place) }
    }
    ends[index] = end
  }

  /// What is proven and what is known of each quantity; empty where no box is left.
  var reaches: [TermReach] {
    guard !leaves.isEmpty else { return [] }
    return inner.indices.map { quantity in
      let mine = ends.filter { $0.quantity == quantity }.map { value($0, in: leaves[$0.leaf]) }
      let outer = Interval(mine[0], max(mine[0], mine[1]))
      return TermReach(
        outer: inner[quantity].map { outer.hull($0) } ?? outer, inner: inner[quantity])
    }
  }
}
