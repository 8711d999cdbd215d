import FinanceBasics

/// How far a term moves in a family.
struct TermReach {
  /// Holds every value that any solution has: proven.
  let outer: Interval
  /// Between values that points of the terms have by the closed formulas; `nil` where no point was
  /// found.
  let inner: Interval?
}

/// How far free terms move in a family: bounds that hold all solutions, and what points reach.
///
/// The box that reaches furthest beyond the known points is cut, again and again, so that each end
/// of each term is shaved where nothing is proven to be left.
struct RangeSearch {
  let choices: TermChoices
  var subset: Set<Int>?
  var limit: Int

  /// The quantities whose ends are looked for, over a box that is not rejected.
  typealias Quantities = (TermBox, RatioBounds, RentCoefficients) -> [Interval]

  /// The ranges of some quantities, by their order; empty where no box is left.
  ///
  /// - Parameter known: A solution, where one is known.
  func reaches(
    _ problem: inout FigureProblem, _ clock: inout SearchClock, known: TermBox? = nil,
    of quantities: Quantities
  ) -> [TermReach] {
    guard let root = leaf(problem.outline.box(choices), depth: 0, &problem, quantities) else {
      return []
    }
    var paving = BoxPaving(root)
    for point in [root.box.center, known].compactMap(\.self) {
      paving.reach(reach(of: point, &problem, quantities))
    }
    for _ in 1..<max(2, limit) {
      guard let (place, quantity) = paving.nextCut(), clock.tick() else { break }
      let cut = paving.leaves[place]
      guard let side = side(of: cut, quantity: quantity, &problem, quantities) else {
        paving.settle(place)
        continue
      }
      let halves = cut.box.halves(side)
      let kept = [halves.0, halves.1].compactMap {
        leaf($0, depth: cut.depth + 1, &problem, quantities)
      }
      for half in kept { paving.reach(reach(of: half.box.center, &problem, quantities)) }
      paving.replace(place, with: kept)
    }
    return paving.reaches
  }

  private func leaf(
    _ box: TermBox, depth: Int, _ problem: inout FigureProblem, _ quantities: Quantities
  ) -> BoxPaving.Leaf? {
    problem.bounds(choices, box, subset: subset).map { found in
      BoxPaving.Leaf(
        box: box, depth: depth, coefficients: found.coefficients,
        reach: quantities(box, found.bounds, found.coefficients))
    }
  }

  private func reach(
    of point: TermBox, _ problem: inout FigureProblem, _ quantities: Quantities
  ) -> [Interval]? {
    problem.bounds(choices, point, subset: subset).map {
      quantities(point, $0.bounds, $0.coefficients)
    }
  }

  /// By turns the side whose cut tells most of the figures, and the one that narrows the quantity.
  private func side(
    of leaf: BoxPaving.Leaf, quantity: Int, _ problem: inout FigureProblem,
    _ quantities: Quantities
  ) -> TermBox.Side? {
    let search = BoxSearch(choices: choices, subset: subset, limit: limit)
    if leaf.depth.isMultiple(of: 2),
      let side = search.widestSide(of: leaf.box, leaf.coefficients, &problem)
    {
      return side
    }
    let whole = leaf.reach[quantity]
    var best: (side: TermBox.Side, width: Double)?
    for side in leaf.box.sides {
      let narrowed = leaf.box.narrowed(side)
      guard let reach = reach(of: narrowed, &problem, quantities) else { return side }
      let width = reach[quantity].upper - reach[quantity].lower
      if width < best?.width ?? (whole.upper - whole.lower) { best = (side, width) }
    }
    return best?.side ?? leaf.box.sides.first
  }
}
