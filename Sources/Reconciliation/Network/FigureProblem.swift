import Analysis
import FinanceBasics
import LeaseModel

/// The figures of a deal as bounds on amounts, under any choice and over any box of terms.
struct FigureProblem {
  let outline: TermsOutline
  private let facts: OutlineFacts
  let figures: [AnnouncedQuantity]
  /// Those of this deal's figures that bound amounts.
  let constraints: [FigureConstraint]
  /// Figures of delivery that the file's own days do not meet.
  let unmetDays: Set<Int>
  /// Figures that no choice can meet, such as an announced term that is not the stated one.
  let unmetTerms: Set<Int>
  /// The figures as the file gives them, in their order; empty where nobody asks.
  let written: [FigureCheck]
  /// Figures that later ones have overtaken, and that bound nothing.
  let overtaken: Set<Int>
  /// The announced periods of the first and the last commencement.
  let firstDays: ClosedRange<Int32>?
  let lastDays: ClosedRange<Int32>?
  /// The engine's coefficients by choice, for the file's own days and growth.
  private var projected: [StructuralChoice: RentCoefficients?] = [:]

  /// Levels by lease year, which many boxes in a row share.
  private var lastTables: (growth: Interval, tables: (low: LevelTable, high: LevelTable))?

  /// What the file assumes, by the choices that open some of it.
  private var assumed: [AssumedChoice: RatioBounds] = [:]

  private struct AssumedChoice: Hashable {
    let isMarginFree: Bool
    let isCapitalFree: Bool
  }

  /// What the engine's coefficients depend on.
  private struct StructuralChoice: Hashable {
    let clock: TermClockKind?
    let isEscalationOfLease: Bool
    let renewalRent: Departure.RenewalRentChoice
  }

  init(
    outline: TermsOutline, figures: [AnnouncedQuantity], constraints: [FigureConstraint],
    unmetDays: Set<Int>, unmetTerms: Set<Int> = [], written: [FigureCheck] = [],
    overtaken: Set<Int> = []
  ) {
    self.outline = outline
    facts = outline.facts
    self.figures = figures
    self.constraints = constraints.filter { $0.figure.map { !overtaken.contains($0) } ?? true }
    self.unmetDays = unmetDays.subtracting(overtaken)
    self.unmetTerms = unmetTerms.subtracting(overtaken)
    self.written = written
    self.overtaken = overtaken
    let days = { (kind: AnnouncedQuantity.Kind) -> ClosedRange<Int32>? in
      for (place, figure) in figures.enumerated()
      where figure.kind == kind && !overtaken.contains(place) {
        if case .days(let first, let last) = figure.range {
          return first.dayNumber...last.dayNumber
        }
      }
      return nil
    }
    firstDays = days(.firstDelivery)
    lastDays = days(.lastDelivery)
  }

  /// The figures that bound an amount, by their places.
  var bindingFigures: [Int] {
    (constraints.compactMap(\.figure) + unmetDays + unmetTerms).distinct.sorted()
  }

  /// The coefficients of every lease in a box; `nil` of a box without one.
  mutating func coefficients(_ choices: TermChoices, _ box: TermBox) -> RentCoefficients? {
    let isWritten = !choices.areDatesFree && box.growth == outline.growth
    guard isWritten || outline.halls.isEmpty else {
      let tables =
        lastTables.flatMap { $0.growth == box.growth ? $0.tables : nil }
        ?? OutlineCoefficients.tables(facts, box.growth)
      lastTables = (box.growth, tables)
      return OutlineCoefficients.enclosing(facts, choices, box, tables)
    }
    let choice = StructuralChoice(
      clock: choices.clock, isEscalationOfLease: choices.isEscalationOfLease,
      renewalRent: choices.renewalRent)
    if let known = projected[choice] { return known }
    let found = projectedCoefficients(choices)
    projected[choice] = .some(found)
    return found
  }

  private func projectedCoefficients(_ choices: TermChoices) -> RentCoefficients? {
    let written = outline.written
    let isAsWritten =
      choices.clock == written.clock && choices.renewalRent == written.renewalRent
      && choices.isEscalationOfLease == written.isEscalationOfLease
    let lease = isAsWritten ? outline.lease : outline.lease.choosing(choices, from: written)
    guard let projected = try? ProjectedLease(lease) else { return nil }
    return RentCoefficients(projected, margin: lease.margin)
  }

  /// How wide the coefficients are that figures rest on, for their size: what a cut should lessen.
  func looseness(_ coefficients: RentCoefficients, _ choices: TermChoices) -> Double {
    var needsBase = false
    let sum = constraints.reduce(0.0) { sum, constraint in
      guard let ratio = constraint.ratio(coefficients, choices) else { return sum }
      needsBase = needsBase || ratio.above == .rent
      return sum + ratio.factor.looseness
    }
    return needsBase ? sum + coefficients.base.looseness : sum
  }

  /// What figures leave of amounts over a box; `nil` where they cannot hold together in it.
  ///
  /// - Parameter subset: The figures that count; every one where it is `nil`.
  mutating func bounds(
    _ choices: TermChoices, _ box: TermBox, subset: Set<Int>? = nil
  ) -> (bounds: RatioBounds, coefficients: RentCoefficients)? {
    guard isInPeriods(choices, box, subset: subset),
      let coefficients = coefficients(choices, box)
    else { return nil }
    var bounds = assumedBounds(choices)
    guard bounds.take(coefficients) else { return nil }
    for constraint in constraints {
      if let figure = constraint.figure, let subset, !subset.contains(figure) { continue }
      guard bounds.take(constraint, coefficients, choices) else { return nil }
    }
    return bounds.close() ? (bounds, coefficients) : nil
  }

  /// What the file assumes, found once for what choices leave of it.
  private mutating func assumedBounds(_ choices: TermChoices) -> RatioBounds {
    let key = AssumedChoice(
      isMarginFree: choices.isMarginFree, isCapitalFree: choices.isCapitalFree)
    if let known = assumed[key] { return known }
    let bounds = outline.assumedBounds(choices)
    assumed[key] = bounds
    return bounds
  }

  /// Whether the days of a box can meet the announced periods of the first and the last hall.
  private func isInPeriods(_ choices: TermChoices, _ box: TermBox, subset: Set<Int>?) -> Bool {
    let isCounted = { (figure: Int) in subset?.contains(figure) ?? true }
    guard !unmetTerms.contains(where: isCounted) else { return false }
    guard choices.areDatesFree else { return !unmetDays.contains(where: isCounted) }
    guard box.spread == nil else { return true }
    let first = Self.extreme(box.days, min)
    let last = Self.extreme(box.days, max)
    return (firstDays.map { $0.overlaps(first) } ?? true)
      && (lastDays.map { $0.overlaps(last) } ?? true)
  }

  private static func extreme(
    _ ranges: [ClosedRange<Int32>], _ choose: (Int32, Int32) -> Int32
  ) -> ClosedRange<Int32> {
    guard let some = ranges.first else { return Int32.min...Int32.max }
    return ranges.dropFirst().reduce(some) { joined, next in
      choose(joined.lowerBound, next.lowerBound)...choose(joined.upperBound, next.upperBound)
    }
  }
}

extension Lease {
  /// NOI over rent, where costs are a share of rent or the tenant pays all.
  var margin: PreciseReal? {
    switch operatingCosts {
    case .margin(let margin): margin.real
    case .lines(let lines): lines.isEmpty && otherIncome.isEmpty ? .one : nil
    case .unknown: .one
    }
  }
}

extension FigureProblem {
  /// Whether any figure has to do with another one, or with what the file assumes.
  var hasRelatedFigures: Bool {
    guard unmetTerms.isEmpty else { return true }
    let written = outline.written
    let point = outline.box(written).center
    var problem = self
    guard let coefficients = problem.coefficients(written, point) else { return false }
    var groups = Array(0..<RatioBounds.count)
    func root(_ place: Int) -> Int {
      var place = place
      while groups[place] != place { place = groups[place] }
      return place
    }
    /// Joins two amounts; whether they were joined before, so that another figure closes a cycle.
    func join(_ first: Int, _ second: Int) -> Bool {
      let (left, right) = (root(first), root(second))
      groups[left] = right
      return left == right
    }
    var assumed = outline.assumedBounds(written)
    _ = assumed.take(coefficients)
    for first in RatioBounds.Amount.allCases {
      for second in RatioBounds.Amount.allCases
      where first.rawValue < second.rawValue && assumed.ratio(first, over: second).isPoint {
        _ = join(first.rawValue, second.rawValue)
      }
    }
    for constraint in constraints {
      guard let ratio = constraint.ratio(coefficients, written) else { continue }
      if join(ratio.above.rawValue, ratio.below.rawValue) { return true }
    }
    return false
  }
}

extension Interval {
  /// Whether it is one number, as far as the closed formulas tell.
  fileprivate var isPoint: Bool { upper.isFinite && upper - lower <= upper * 1e-2 }
}

extension DealCompletion {
  /// The checks without those that rest on a stand-in.
  func hidingStandIns(in checks: [FigureCheck]) -> [FigureCheck] {
    guard isRentOpen || isGrowthOpen || areDatesOpen else { return checks }
    return checks.map { check in
      switch check.figure.kind {
      case .criticalIT, .gross, .utility, .term, .capitalCost, .capitalCostPerMegawatt, .debt,
        .loanToCost, .guaranteeAmount, .noiMargin:
        check
      case .contractValue where !isRentOpen: check
      case .firstDelivery, .lastDelivery:
        areDatesOpen
          ? FigureCheck(check.figure, computed: nil, missing: "no day is assumed") : check
      default: FigureCheck(check.figure, computed: nil, missing: missingTerms)
      }
    }
  }

  private var missingTerms: String {
    isRentOpen
      ? "rent is not known"
      : isGrowthOpen ? "the escalator is not known" : "the days of delivery are not known"
  }
}
