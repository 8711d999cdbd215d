import FinanceBasics

extension FigureProblem {
  /// The same problem without figures that later ones have overtaken.
  func without(_ others: Set<Int>) -> FigureProblem {
    FigureProblem(
      outline: outline, figures: figures, constraints: constraints, unmetDays: unmetDays,
      unmetTerms: unmetTerms, written: written, overtaken: overtaken.union(others))
  }

  /// The earliest figures of sets that cannot hold together, where later ones of each set have
  /// overtaken them; `nil` where a set has figures of one announcement alone.
  ///
  /// What is built gives way to no figure: an amendment says so where it changed.
  func overtakenFigures(in conflict: FigureConflict?) -> Set<Int>? {
    guard let conflict, !conflict.sets.isEmpty else { return nil }
    var found: Set<Int> = []
    for set in conflict.sets {
      let earlier = set.map(\.figure).overtaken.filter(\.isAmount)
      guard let first = earlier.min(by: { $0.announced.first < $1.announced.first }) else {
        return nil
      }
      for (place, figure) in figures.enumerated()
      where earlier.contains(figure) && !first.announced.isBefore(figure.announced) {
        found.insert(place)
      }
    }
    return found
  }
}

extension Array<AnnouncedQuantity> {
  /// The figures that were published before the latest of them.
  var overtaken: [AnnouncedQuantity] {
    filter { figure in contains { figure.announced.isBefore($0.announced) } }
  }
}

extension StatedDate {
  /// Whether every day that it may mean is before every day that another may.
  func isBefore(_ other: StatedDate) -> Bool { last < other.first }
}

extension AnnouncedQuantity {
  /// Whether it is of money or a share, rather than of what is built and when.
  var isAmount: Bool {
    switch kind {
    case .criticalIT, .gross, .utility, .term, .firstDelivery, .lastDelivery: false
    default: true
    }
  }
}

extension AnnouncedQuantity.Kind {
  /// Whether a figure of this kind tells of rent by itself.
  var isOfRent: Bool {
    switch self {
    case .contractValue, .contractValueWithRenewals, .firstYearRevenue, .annualisedRevenue,
      .averageAnnualRevenue, .rate:
      true
    default: false
    }
  }
}
