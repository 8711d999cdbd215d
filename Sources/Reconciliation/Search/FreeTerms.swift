import FinanceBasics
import LeaseModel

/// The terms that a family leaves open, in the order in which they are reported.
struct FreeTerms {
  let outline: TermsOutline
  let choices: TermChoices
  let kinds: Set<AnnouncedQuantity.Kind>

  private enum Term: CaseIterable {
    case rent, contractValue, margin, capital, growth, first, last, mean, renewalRent
  }

  /// What a family has to say, rent first.
  private var terms: [Term] {
    let hasIncome = !kinds.isDisjoint(
      with: [.cumulativeNOI, .averageAnnualNOI, .noiMargin, .yieldOnCost])
    let hasCapital = !kinds.isDisjoint(
      with: [.capitalCost, .capitalCostPerMegawatt, .yieldOnCost, .loanToCost])
    return Term.allCases.filter { term in
      switch term {
      case .rent, .contractValue: true
      case .margin: hasIncome && (choices.isMarginFree || kinds.contains(.noiMargin))
      case .capital: hasCapital
      case .growth: choices.isGrowthFree
      case .first, .last: choices.areDatesFree
      case .mean: choices.areDatesFree && isBetween
      case .renewalRent:
        choices.renewalRent == .another && kinds.contains(.contractValueWithRenewals)
          && outline.renewalMonths > 0 && !outline.halls.isEmpty
      }
    }
  }

  private var isBetween: Bool {
    if case .between? = outline.delivery { true } else { false }
  }

  /// The intervals of the terms over a box, in their order.
  func intervals(
    box: TermBox, bounds: RatioBounds, coefficients: RentCoefficients,
    constraints: [FigureConstraint]
  ) -> [Interval] {
    terms.map { term in
      switch term {
      case .rent: bounds.ratio(.rent, over: .megawatts) / Interval(1000)
      case .contractValue: bounds.ratio(.value, over: .one)
      case .margin: bounds.ratio(.income, over: .value) * Interval(100)
      case .capital: bounds.ratio(.capital, over: .one)
      case .growth: box.growth * Interval(100)
      case .first: Self.days(box, isFirst: true, isBetween: box.spread != nil)
      case .last: Self.days(box, isFirst: false, isBetween: box.spread != nil)
      case .mean: Self.mean(box)
      case .renewalRent: renewalRent(box, bounds, coefficients, constraints)
      }
    }
  }

  private static func days(_ box: TermBox, isFirst: Bool, isBetween: Bool) -> Interval {
    if isBetween { return interval(box.days[isFirst ? 0 : 1]) }
    let choose: (Int32, Int32) -> Int32 = isFirst ? { min($0, $1) } : { max($0, $1) }
    guard let some = box.days.first else { return .zero }
    return interval(
      box.days.dropFirst().reduce(some) {
        choose($0.lowerBound, $1.lowerBound)...choose($0.upperBound, $1.upperBound)
      })
  }

  private static func interval(_ days: ClosedRange<Int32>) -> Interval {
    Interval(Double(days.lowerBound), Double(days.upperBound))
  }

  /// The mean commencement by megawatt.
  private static func mean(_ box: TermBox) -> Interval {
    guard let spread = box.spread, box.days.count == 2 else { return .zero }
    let (first, last) = (interval(box.days[0]), interval(box.days[1]))
    let distance = last - first
    let mean = first + spread * Interval(max(0, distance.lower), max(0, distance.upper))
    return mean.intersection(first.hull(last)) ?? first.hull(last)
  }

  /// The rent a kilowatt and month at which renewals begin that gives the value with renewals.
  private func renewalRent(
    _ box: TermBox, _ bounds: RatioBounds, _ coefficients: RentCoefficients,
    _ constraints: [FigureConstraint]
  ) -> Interval {
    guard let figure = constraints.first(where: { $0.kind == .contractValueWithRenewals }) else {
      return .notNegative
    }
    let base = bounds.ratio(.value, over: .one)
    let megawatts = bounds.ratio(.megawatts, over: .one)
    guard base.upper.isFinite, megawatts.lower > 0 else { return .notNegative }
    let rest = figure.range(choices) - base
    let months = Double(outline.renewalMonths)
    let years = outline.renewalMonths / 12 + 2
    // Renewals that follow one another begin anew at the stated rent, each with its own growth.
    let low = months
    let high = LevelTable(growth: box.growth.upper, years: years).rent(until: months)
    let perMonth = Interval(low, max(low, high))
    let rent = Interval(max(0, rest.lower), max(0, rest.upper))
    return rent / (perMonth * megawatts * Interval(1000))
  }
}

// MARK: - As they are reported

extension FreeTerms {
  /// First-year rent a kilowatt and month.
  func rent(_ reaches: [TermReach]) -> TermRange {
    let unit = MeasureUnit.moneyPerKilowattMonth(outline.lease.currency)
    var reach = reaches.first ?? TermReach(outer: .everything, inner: nil)
    // Where no figure bounds the rent, the file's own stands.
    if !reach.outer.upper.isFinite {
      reach = TermReach(outer: outline.writtenRent ?? .zero, inner: nil)
    }
    return TermRange(name: "first-year rent", path: Self.path("rent.rate"), reach, unit)
  }

  /// Every other term that is left open.
  func ranges(_ reaches: [TermReach]) -> [TermRange] {
    guard reaches.count == terms.count else { return [] }
    return zip(terms, reaches).dropFirst().compactMap { range(of: $0, $1) }
  }

  private func range(of term: Term, _ reach: TermReach) -> TermRange? {
    let currency = outline.lease.currency
    let money = MeasureUnit.money(currency)
    guard reach.outer.upper.isFinite else { return nil }
    return switch term {
    case .rent: nil
    case .contractValue:
      TermRange(name: "contract value", path: Self.path("rent.contractValue"), reach, money)
    case .margin:
      TermRange(name: "operating margin", path: Self.path("operatingMargin"), reach, .percent)
    case .capital: TermRange(name: "capital cost", path: Self.path("capitalCost"), reach, money)
    case .growth:
      TermRange(name: "escalator", path: Self.path("rent.escalator.fixed"), reach, .percent)
    case .first:
      TermRange(days: reach, name: "first commencement", path: Self.path("delivery.first"))
    case .last:
      TermRange(days: reach, name: "last commencement", path: Self.path("delivery.last"))
    case .mean: TermRange(days: reach, name: "mean commencement by megawatt", path: nil)
    case .renewalRent:
      TermRange(
        name: "rent of renewals", path: Self.path("renewals.rent.fixed"), reach,
        .moneyPerKilowattMonth(currency))
    }
  }

  private static func path(_ text: String) -> FieldPath? { FieldPath(parsing: text) }
}

extension TermRange {
  /// A range of amounts, its ends rounded outward to digits that tell its width.
  fileprivate init(name: String, path: FieldPath?, _ reach: TermReach, _ unit: MeasureUnit) {
    let ends = reach.outer.roundedOutward ?? (.zero, .zero)
    let low = max(.zero, ends.low)
    let inner = reach.inner.flatMap { $0.roundedInward(like: reach.outer) }
    self.init(
      name: name, path: path, range: .amount(low: low, high: ends.high, unit),
      reached: inner.map { .amount(low: max(low, $0.low), high: min(ends.high, $0.high), unit) })
  }

  fileprivate init(days reach: TermReach, name: String, path: FieldPath?) {
    self.init(
      name: name, path: path,
      range: Self.days(reach.outer.lower.rounded(.down), reach.outer.upper.rounded(.up)),
      reached: reach.inner.map {
        let low = min($0.lower.rounded(.up), $0.upper.rounded(.down))
        return Self.days(low, max(low, $0.upper.rounded(.down)))
      })
  }

  private static func days(_ first: Double, _ last: Double) -> QuantityRange {
    .days(
      first: CalendarDate(dayNumber: Int32(first)), last: CalendarDate(dayNumber: Int32(last)))
  }
}
