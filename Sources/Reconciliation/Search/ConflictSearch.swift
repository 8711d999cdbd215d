import FinanceBasics

/// Finds the smallest sets of figures that cannot hold together under any of some combinations.
struct ConflictSearch {
  /// Each with everything free that counts.
  let combinations: [TermChoices]

  /// The largest sets that are looked for.
  private static let mostFigures = 5
  /// Boxes by combination and set.
  private static let boxes = 200

  /// All sets of the smallest size; `nil` where none was found within the limits.
  func conflict(_ problem: inout FigureProblem, _ clock: inout SearchClock) -> FigureConflict? {
    let figures = problem.bindingFigures
    for size in 1...Self.mostFigures where size <= figures.count {
      var found: [[Int]] = []
      for set in Self.subsets(of: figures, size: size) {
        guard !clock.isOver else { break }
        if cannotHold(Set(set), &problem, &clock) { found.append(set) }
      }
      guard found.isEmpty else {
        return FigureConflict(sets: found.map { moves(of: $0, &problem, &clock) })
      }
    }
    return nil
  }

  private func cannotHold(
    _ set: Set<Int>, _ problem: inout FigureProblem, _ clock: inout SearchClock
  ) -> Bool {
    for choices in combinations {
      let search = BoxSearch(choices: choices, subset: set, limit: Self.boxes)
      guard search.decide(&problem, &clock, accept: { _ in true }) == .rejected else {
        return false
      }
    }
    return true
  }

  /// How far each figure of a set would have to move for the others to hold.
  private func moves(
    of set: [Int], _ problem: inout FigureProblem, _ clock: inout SearchClock
  ) -> [FigureMove] {
    set.map { place in
      let figure = problem.figures[place]
      if problem.unmetDays.contains(place) || problem.unmetTerms.contains(place),
        problem.written.indices.contains(place)
      {
        return FigureMove(problem.written[place])
      }
      let others = Set(set).subtracting([place])
      guard let constraint = problem.constraints.first(where: { $0.figure == place }),
        let reach = reach(of: constraint, others, &problem, &clock)
      else { return FigureMove(figure, nearest: nil) }
      return FigureMove(figure, reach: reach)
    }
  }

  /// What the other figures of a set leave of one; `nil` where they leave nothing.
  private func reach(
    of constraint: FigureConstraint, _ others: Set<Int>, _ problem: inout FigureProblem,
    _ clock: inout SearchClock
  ) -> Interval? {
    var hull: Interval?
    for choices in combinations {
      let search = RangeSearch(choices: choices, subset: others, limit: Self.boxes)
      let found = search.reaches(&problem, &clock) { _, bounds, coefficients in
        guard let ratio = constraint.ratio(coefficients, choices) else { return [.notNegative] }
        let value = bounds.ratio(ratio.above, over: ratio.below) * ratio.factor
        return [constraint.value(ofRatio: value, coefficients, choices)]
      }
      if let first = found.first?.outer { hull = hull?.hull(first) ?? first }
    }
    return hull
  }

  /// The subsets of a size, in the order of their members.
  static func subsets(of members: [Int], size: Int) -> [[Int]] {
    guard size > 0 else { return [[]] }
    guard members.count >= size, let first = members.first else { return [] }
    let rest = Array(members.dropFirst())
    return subsets(of: rest, size: size - 1).map { [first] + $0 } + subsets(of: rest, size: size)
  }
}

extension FigureConstraint {
  /// The figure that a ratio of amounts, times its factor, stands for.
  func value(
    ofRatio ratio: Interval, _ coefficients: RentCoefficients, _ choices: TermChoices
  ) -> Interval {
    let others = choices.areOthersFree ? rest.open : rest.asWritten
    switch kind {
    case .loanToCost:
      guard let debt else { return ratio }
      // The ratio is the cost itself.
      return ratio.lower > 0 ? debt / ratio : .notNegative
    case .averageAnnualNOI where constant != .zero:
      let years = coefficients.years(choices.average)
      return years.lower > 0 ? (ratio + constant) / years : .everything
    case .contractValueWithRenewals
    where choices.renewalRent == .another || coefficients.renewalsOverBase == nil:
      return Interval(max(0, ratio.lower), .infinity) + others
    default: return ratio + constant + others
    }
  }
}

extension FigureMove {
  /// A day or a length, which would have to be the one that the file has.
  fileprivate init(_ check: FigureCheck) {
    figure = check.figure
    nearest = check.computed
    move = check.gap
    relativeMove = nil
  }

  fileprivate init(_ figure: AnnouncedQuantity, nearest: QuantityValue?) {
    self.figure = figure
    self.nearest = nearest
    move = nil
    relativeMove = nil
  }

  /// - Parameter reach: What the others leave, percentages as fractions.
  fileprivate init(_ figure: AnnouncedQuantity, reach: Interval) {
    self.figure = figure
    guard case .amount(let low, let high, let unit) = figure.range else {
      (nearest, move, relativeMove) = (nil, nil, nil)
      return
    }
    let scale = unit == .percent ? 100.0 : 1
    let isBelow = reach.upper * scale < low.doubleValue
    let end = (isBelow ? low : high).real
    let bound = isBelow ? reach.upper : reach.lower
    guard bound.isFinite else {
      (nearest, move, relativeMove) = (nil, nil, nil)
      return
    }
    let value = PreciseReal(exactly: bound * scale)
    nearest = .amount(value)
    move = value.minus(end)
    relativeMove = end.isZero ? nil : value.minus(end).divided(by: end)
  }
}
