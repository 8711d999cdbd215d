import FinanceBasics
import LeaseModel

/// Tries plan after plan on a table, and keeps what meets it.
struct PaymentMatcher {
  /// Points of one plan and one choice of ends that meet the rows.
  struct Family {
    let plan: PaymentPlan
    let choice: EndChoice
    let tranches: [PaymentModel.Tranche]
    /// Each with the ends that it was met with; at least one.
    var points: [(point: PaymentPoint, ends: TermEnds?)]
    /// Boxes that were left over, which may hold more, with bounds of their rents.
    var open: [(box: PaymentBox, rents: [ClosedRange<Double>])] = []
    /// The printed rows that were not to be met.
    var leftOut: Set<Int> = []

    var count: Int { plan.count + choice.count }
  }

  let table: PaymentTable
  let terms: PaymentTerms
  let bounds: PaymentBounds
  let ends: TermEnds?
  private let limits: SearchLimits
  private let progress: (SearchProgress) -> Bool
  private(set) var boxes = 0
  private var plans = 0
  /// The plans that were neither shown to work nor shown to fail.
  private(set) var undecided = 0
  private(set) var wasStopped = false
  private var shapes: [RentRules: RowShapes] = [:]

  /// The points of one plan that are kept.
  private static let mostPoints = 2000

  init(
    table: PaymentTable, terms: PaymentTerms, footing: PaymentFooting?, limits: SearchLimits,
    progress: @escaping (SearchProgress) -> Bool
  ) {
    self.table = table
    self.terms = terms
    self.limits = limits
    self.progress = progress
    bounds = PaymentBounds(table, footing: footing, halls: terms.halls.count + 1)
    ends = TermEnds(terms)
  }

  /// Whether the search may go on.
  ///
  /// - Parameter part: Of the boxes that may be looked at, in hundredths: what follows needs some.
  mutating func goesOn(_ families: Int, part: Int) -> Bool {
    let state = SearchProgress(boxes: boxes, combinations: plans, families: families)
    if !wasStopped, !progress(state) { wasStopped = true }
    return !wasStopped && boxes < limits.boxes / 100 * part
  }

  /// The families with the fewest departures; empty where no plan meets the rows.
  mutating func families() -> [Family] {
    var found: [Family] = []
    for plan in PaymentPlan.plans(for: terms) {
      if let least = found.first?.count, least < plan.count { break }
      guard goesOn(found.count, part: 60) else {
        undecided += 1
        break
      }
      plans += 1
      for family in families(of: plan, atMost: found.first?.count ?? .max) {
        if let least = found.first?.count, family.count < least { found = [] }
        found.append(family)
      }
    }
    return found
  }

  /// What meets the rows under one plan, with the fewest departures among its choices of ends.
  ///
  /// The years come first, which hang on no end; the choices of ends are tried on what meets them.
  private mutating func families(of plan: PaymentPlan, atMost most: Int) -> [Family] {
    guard let ends, !isShort(plan) else {
      let left = ends == nil ? rowsOfEnds : []
      return family(of: plan, ends: ends, without: left).map { [$0] } ?? []
    }
    guard let years = family(of: plan, ends: nil, without: rowsOfEnds) else { return [] }
    guard !rowsOfEnds.isEmpty else { return [years.ending(ends)] }
    var found: [Family] = []
    for choice in EndChoice.choices(of: plan, terms: terms) {
      let count = plan.count + choice.count
      guard count <= min(most, found.first?.count ?? .max) else { continue }
      if let family = family(years, choice: choice, ends: ends) { found.append(family) }
    }
    return found
  }

  /// The printed places of the rows that hang on the ends of terms.
  var rowsOfEnds: Set<Int> {
    Set(bounds.rows().filter { ($0.place ?? .max) >= table.years.count }.map(\.printed))
  }

  /// Whether a term may end before the years do, so that they depend on it.
  private func isShort(_ plan: PaymentPlan) -> Bool {
    guard let ends else { return false }
    let tranches = plan.tranches(of: terms, in: table)
    let after = table.years.last?.days.upperBound ?? .earliest
    return [ends.clock, .fromFirst].contains { clock in
      var ends = ends
      ends.clock = clock
      return ends.ends(from: tranches.map(\.days.lowerBound), halls: tranches.map(\.hall))
        .contains { $0 < after }
    }
  }

  /// What a plan makes of the rows that are not left out; `nil` where nothing meets them.
  ///
  /// - Parameter ends: `nil` where every row to be met hangs on no end.
  mutating func family(
    of plan: PaymentPlan, choice: EndChoice = .asStated, ends: TermEnds?, without left: Set<Int>,
    strain: Double = PaymentPoint.withinPrecision
  ) -> Family? {
    let model = model(of: plan, ends: ends, without: left)
    var search = PaymentSearch(model)
    let found = search.points(
      in: model.box(growth: plan.growth(of: terms, in: table)), strain: strain,
      boxes: limits.boxesPerCombination, points: Self.mostPoints)
    boxes += search.boxes
    guard !found.points.isEmpty else {
      if !found.isComplete { undecided += 1 }
      return nil
    }
    return Family(
      plan: plan, choice: choice, tranches: model.tranches,
      points: found.points.map { ($0, ends) }, open: found.open, leftOut: left)
  }

  /// The point of a plan that is nearest to all rows; `nil` where the limits allow none.
  mutating func nearest(_ plan: PaymentPlan) -> PaymentPoint? {
    let model = model(of: plan, ends: ends, without: ends == nil ? rowsOfEnds : [])
    var search = PaymentSearch(model)
    defer { boxes += search.boxes }
    return search.nearest(
      in: model.box(growth: plan.growth(of: terms, in: table)),
      boxes: limits.boxesPerCombination)
  }

  mutating func model(
    of plan: PaymentPlan, ends: TermEnds?, without left: Set<Int>
  ) -> PaymentModel {
    let known =
      shapes[plan.rules]
      ?? RowShapes(table: table, terms: terms, rules: plan.rules, isByDueDay: !table.isByMonths)
    shapes[plan.rules] = known
    return PaymentModel(
      tranches: plan.tranches(of: terms, in: table), rows: bounds.rows(without: left), ends: ends,
      growth: plan.isGrowthFree ? nil : terms.growth?.doubleValue,
      isOfLease: plan.rules.escalationClock == .lease, isLong: !isShort(plan), shapes: known)
  }
}

extension PaymentMatcher {
  /// The points of the years that meet what follows them, too, by a choice of ends.
  private mutating func family(
    _ years: Family, choice: EndChoice, ends stated: TermEnds
  ) -> Family? {
    let ends = choice.ends(stated)
    let isMany = !years.open.isEmpty || years.points.count > 500
    if isMany, !choice.isOfOneDay {
      return family(of: years.plan, choice: choice, ends: ends, without: [])
    }
    let model = model(of: years.plan, ends: ends, without: [])
    var met: [(PaymentPoint, TermEnds?)] = []
    for (point, _) in years.points.prefix(500) {
      if let found = self.point(point, of: model, choice: choice, ends: ends) { met.append(found) }
    }
    guard !met.isEmpty else { return nil }
    return Family(
      plan: years.plan, choice: choice, tranches: years.tranches, points: met,
      open: years.open)
  }

  private mutating func point(
    _ point: PaymentPoint, of model: PaymentModel, choice: EndChoice, ends: TermEnds
  ) -> (PaymentPoint, TermEnds?)? {
    let box = model.box(at: point)
    var tried = [ends]
    if case .lastDay(let hall) = choice {
      tried = lastDays(ofHall: hall, at: point, box, model: model, ends: ends)
    }
    for ends in tried {
      var search = PaymentSearch(model.ending(ends))
      let found = search.points(
        in: box, strain: PaymentPoint.withinPrecision, boxes: 1, points: 1)
      boxes += search.boxes
      if let met = found.points.first { return (met, ends) }
    }
    return nil
  }

  /// The ends at which a hall's last day brings what follows the years to its interval.
  ///
  /// A later end pays more, so that one day is looked for between two.
  private func lastDays(
    ofHall hall: Int, at point: PaymentPoint, _ box: PaymentBox, model: PaymentModel,
    ends: TermEnds
  ) -> [TermEnds] {
    guard let row = model.rows.firstIndex(where: { ($0.place ?? .max) >= table.years.count })
    else { return [] }
    let least = model.rows[row].bound.middle - model.rows[row].bound.width
    var early = model.shapes.endOfYears
    var late = early.adding(months: 12 * 60)
    while early.days(until: late) > 1 {
      let middle = early.adding(days: early.days(until: late) / 2)
      var chosen = ends
      chosen.chosen = (hall, middle)
      let rents = model.ending(chosen).coefficients(of: box).least
      let paid = point.solved.indices.reduce(0.0) {
        $0 + rents[row * model.rentCount + $1] * point.solved[$1]
      }
      if paid < least { early = middle } else { late = middle }
    }
    return [late, early].map { end in
      var chosen = ends
      chosen.chosen = (hall, end)
      return chosen
    }
  }
}

extension EndChoice {
  /// Whether a day is chosen, rather than following from the beginnings.
  fileprivate var isOfOneDay: Bool { if case .lastDay = self { true } else { false } }
}

extension PaymentMatcher.Family {
  /// The same points with ends that no row depends on.
  fileprivate func ending(_ ends: TermEnds) -> Self {
    var family = self
    family.points = points.map { ($0.point, ends) }
    return family
  }
}

extension PaymentTable {
  /// Whether every row begins with a month, so that the month of a payment is in one row.
  var isByMonths: Bool {
    years.allSatisfy { $0.days.lowerBound.day == 1 && $0.days.upperBound.day == 1 }
  }
}
