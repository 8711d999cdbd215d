import FinanceBasics

/// How far free terms move in a family: the hull of all boxes that are not rejected.
struct RangeSearch {
  let choices: TermChoices
  var subset: Set<Int>?
  var limit: Int

  /// The ranges of some quantities, by their order; empty where no box is left.
  ///
  /// Every solution is inside. A box is cut while it may widen what points are known to reach.
  func ranges(
    _ problem: inout FigureProblem, _ clock: inout SearchClock,
    of quantities: (TermBox, RatioBounds, RentCoefficients) -> [Interval]
  ) -> [Interval] {
    let search = BoxSearch(choices: choices, subset: subset, limit: limit)
    var queue = [problem.outline.box(choices)]
    var next = 0
    var (inner, outer): ([Interval], [Interval]) = ([], [])
    while next < queue.count {
      let box = queue[next]
      next += 1
      guard let bounds = problem.bounds(choices, box, subset: subset) else { continue }
      let reach = quantities(box, bounds.bounds, bounds.coefficients)
      let point = box.center
      if let found = problem.bounds(choices, point, subset: subset) {
        inner = Self.hull(inner, quantities(point, found.bounds, found.coefficients))
      }
      guard next < limit, clock.tick(), !Self.isCovered(reach, by: inner),
        let side = search.widestSide(of: box, bounds.coefficients, &problem) ?? box.sides.first
      else {
        outer = Self.hull(outer, reach)
        continue
      }
      let halves = box.halves(side)
      queue.append(halves.0)
      queue.append(halves.1)
    }
    return outer
  }

  /// How far beyond what is known to be reached a box may go and still be taken as a whole.
  private static let tolerance = 0.01

  private static func isCovered(_ reach: [Interval], by inner: [Interval]) -> Bool {
    guard inner.count == reach.count else { return false }
    return zip(reach, inner).allSatisfy { reach, inner in
      inner.contains(reach)
        || inner.widened(by: (inner.upper - inner.lower) * tolerance)
          .contains(reach)
    }
  }

  private static func hull(_ first: [Interval], _ second: [Interval]) -> [Interval] {
    first.isEmpty ? second : zip(first, second).map { $0.hull($1) }
  }
}
