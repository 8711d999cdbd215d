import Analysis
import FinanceBasics
import LeaseModel

/// Makes terms of a candidate, in numbers that a person would write, and has the engine judge them.
struct WitnessBuilder {
  var problem: FigureProblem
  let candidate: BoxSearch.Candidate
  let check: (AnalysedDeal, FigureReadings) -> [FigureCheck]?
  private var solved = SolvedDeal()

  init(
    _ candidate: BoxSearch.Candidate, _ problem: FigureProblem,
    check: @escaping (AnalysedDeal, FigureReadings) -> [FigureCheck]?
  ) {
    self.candidate = candidate
    self.problem = problem
    self.check = check
    megawatts = problem.outline.lease.criticalIT
  }

  /// Critical IT of the witness, in megawatts.
  private var megawatts: ExactDecimal

  private var outline: TermsOutline { problem.outline }
  private var choices: TermChoices { candidate.choices }
  private var terms: DealTerms { outline.deal.deal.terms }

  /// A witness; `nil` where rounding, or a rule that the closed formulas leave out, spoils it.
  mutating func witness() -> Witness? {
    var box = rounded(candidate.box)
    setChoices()
    setGrowth(&box)
    setMegawatts()
    setDays(box)
    guard let structure = solved.deal(from: outline.deal), let lease = structure.resolved?.lease,
      let projected = try? ProjectedLease(lease),
      let coefficients = RentCoefficients(projected, margin: lease.margin),
      var bounds = bounds(coefficients)
    else { return nil }
    guard setAmounts(&bounds, coefficients, megawatts: lease.criticalIT) else { return nil }
    guard let deal = solved.deal(from: outline.deal) else { return nil }
    return judged(deal)
  }

  private func judged(_ deal: AnalysedDeal) -> Witness? {
    let readings = FigureReadings(average: choices.average, firstYear: choices.firstYear)
    guard let checks = check(deal, readings), checks.allSatisfy(\.isNoObstacle) else {
      return nil
    }
    return Witness(solved: solved.solved, deal: deal, checks: checks)
  }

  /// What the figures leave of amounts at the coefficients of the structure.
  private func bounds(_ coefficients: RentCoefficients) -> RatioBounds? {
    var bounds = outline.assumedBounds(choices)
    guard bounds.take(coefficients) else { return nil }
    for constraint in problem.constraints {
      guard bounds.take(constraint, coefficients, choices) else { return nil }
    }
    return bounds.close() ? bounds : nil
  }
}

// MARK: - Clocks, growth and days

extension WitnessBuilder {
  private mutating func setChoices() {
    let written = outline.written
    if let clock = choices.clock, clock != written.clock { solved.set("termClock", clock.rawValue) }
    if choices.isEscalationOfLease != written.isEscalationOfLease {
      solved.set("rent.escalationClock", choices.isEscalationOfLease ? "lease" : "per hall")
    }
    if choices.renewalRent != written.renewalRent, choices.renewalRent != .another {
      solved.set("renewals.rent", choices.renewalRent == .flat ? "flat" : "continue")
    }
  }

  /// The same point with days at ends of months and a spread in whole percent, where they do too.
  private mutating func rounded(_ box: TermBox) -> TermBox {
    var best = box
    for place in box.days.indices where choices.areDatesFree {
      var trial = best
      let day = CalendarDate(dayNumber: best.days[place].lowerBound).lastOfMonth.dayNumber
      trial.days[place] = day...day
      let whole = outline.box(choices).days
      if whole.indices.contains(place), whole[place].contains(day),
        problem.bounds(choices, trial) != nil
      {
        best = trial
      }
    }
    if let spread = best.spread {
      var trial = best
      trial.spread = Interval((spread.middle * 10).rounded() / 10)
      if problem.bounds(choices, trial) != nil { best = trial }
    }
    return best
  }

  private mutating func setGrowth(_ box: inout TermBox) {
    guard choices.isGrowthFree else { return }
    let percent = box.growth.middle * 100
    var unit = 1.0
    for places in 1...8 {
      unit *= 10
      let digits = Int((percent * unit).rounded())
      let number = ExactDecimal(digits: Int128(digits), fractionDigits: places).normalized
      guard let fraction = number.scaled(byPowerOfTen: -2) else { continue }
      var trial = box
      trial.growth = Interval(enclosing: fraction.real)
      if problem.bounds(choices, trial) != nil || places == 8 {
        box = trial
        solved.displace("rent.escalator")
        solved.set("rent.escalator.fixed", "\(number) %")
        return
      }
    }
  }

  /// Other megawatts than the file's, within their rounding, where only those make figures true.
  private mutating func setMegawatts() {
    let range = candidate.bounds.ratio(.megawatts, over: .one)
    let written = outline.lease.criticalIT
    guard !range.contains(written.doubleValue), let number = range.roundNumber else { return }
    megawatts = number
    if terms.criticalIT != nil { solved.set("criticalIT", "\(number) MW") }
    guard !terms.halls.isEmpty else { return }
    var rest = number
    for (place, hall) in outline.lease.halls.enumerated() {
      let share = hall.criticalIT.doubleValue / written.doubleValue * number.doubleValue
      let isLast = place == outline.lease.halls.count - 1
      let own =
        isLast ? rest : ExactDecimal(digits: Int128((share * 1000).rounded()), fractionDigits: 3)
      rest = rest - own
      solved.set("halls[\(hall.name)].criticalIT", "\(own.normalized) MW")
    }
  }

  private mutating func setDays(_ box: TermBox) {
    guard choices.areDatesFree else { return }
    guard let spread = box.spread else {
      for (hall, days) in zip(outline.halls, box.days) {
        let day = CalendarDate(dayNumber: days.lowerBound)
        guard day != hall.commencement else { continue }
        solved.set("halls[\(hall.name)].readyForService", "\(day)")
      }
      return
    }
    let first = CalendarDate(dayNumber: box.days[0].lowerBound)
    let last = CalendarDate(dayNumber: max(box.days[1].lowerBound, box.days[0].lowerBound))
    let total = megawatts
    let later = Self.megawatts(total, share: spread.middle)
    solved.displace("halls")
    solved.displace("delivery")
    let parts: [(String, ExactDecimal, CalendarDate)] = [
      ("first halls", (total - later).normalized, first), ("last halls", later, last),
    ]
    let isOne = first == last || later == .zero || later == total
    for (name, megawatts, day) in isOne ? [("all halls", total, first)] : parts {
      solved.set("halls[\(name)].name", name, displacing: "halls[\(name)]")
      solved.set("halls[\(name)].criticalIT", "\(megawatts) MW")
      solved.set("halls[\(name)].readyForService", "\(day)")
    }
  }

  /// A share of megawatts, to a tenth of one.
  private static func megawatts(_ total: ExactDecimal, share: Double) -> ExactDecimal {
    let tenths = (total.doubleValue * share * 10).rounded()
    return ExactDecimal(digits: Int128(tenths), fractionDigits: 1).normalized
  }
}

// MARK: - Amounts

extension WitnessBuilder {
  /// Chooses rent, margin and cost, each in what the ones before leave.
  private mutating func setAmounts(
    _ bounds: inout RatioBounds, _ coefficients: RentCoefficients, megawatts: ExactDecimal
  ) -> Bool {
    let size = Interval(enclosing: megawatts.real)
    guard fix(&bounds, .megawatts, over: .one, to: size) else { return false }
    guard setRent(&bounds, coefficients, megawatts: megawatts) else { return false }
    guard setMargin(&bounds), setCapital(&bounds) else { return false }
    return choices.renewalRent != .another || setRenewalRent(bounds, coefficients, megawatts)
  }

  private func fix(
    _ bounds: inout RatioBounds, _ first: RatioBounds.Amount,
    over second: RatioBounds.Amount, to value: Interval
  ) -> Bool {
    bounds.bound(first, over: second, value) && bounds.close()
  }

  /// The number of a term in a file where it holds, else a round one.
  private static func chosen(_ range: Interval, written: ExactDecimal?) -> ExactDecimal? {
    if let written, range.contains(written.doubleValue) { return written.normalized }
    return range.roundNumber
  }

  private mutating func setRent(
    _ bounds: inout RatioBounds, _ coefficients: RentCoefficients, megawatts: ExactDecimal
  ) -> Bool {
    let currency = outline.lease.currency
    let monthly = bounds.ratio(.rent, over: .one)
    guard monthly.upper.isFinite else { return true }
    if let value = terms.rent.contractValue {
      let range = bounds.ratio(.value, over: .one)
      guard let number = Self.chosen(range, written: value.value.point) else { return false }
      if number != value.value.point.normalized {
        solved.set("rent.contractValue", number.moneyText(.money(currency)))
      }
      return fix(
        &bounds, .value, over: .one, to: Interval(enclosing: number.real))
    }
    let unit = terms.rent.rate?.value.unit ?? .moneyPerKilowattMonth(currency)
    guard let factor = Self.factor(of: unit, megawatts: megawatts) else { return true }
    let isStandIn = terms.rent.rate?.basis == .scenario
    let written = isStandIn ? nil : terms.rent.rate?.value.point
    guard let number = Self.chosen(monthly * factor, written: written) else { return false }
    if number != written?.normalized { solved.set("rent.rate", number.moneyText(unit)) }
    return fix(&bounds, .rent, over: .one, to: Interval(enclosing: number.real) / factor)
  }

  /// What rent a month of all halls is multiplied by for a rate in a unit.
  private static func factor(of unit: MeasureUnit, megawatts: ExactDecimal) -> Interval? {
    let size = Interval(enclosing: megawatts.real)
    return switch unit {
    case .moneyPerKilowattMonth: .one / (size * Interval(1000))
    case .moneyPerMegawattYear: Interval(12) / size
    case .moneyPerYear: Interval(12)
    case .moneyPerMonth: .one
    default: nil
    }
  }

  private mutating func setMargin(_ bounds: inout RatioBounds) -> Bool {
    let isBound = problem.constraints.contains { constraint in
      switch constraint.kind {
      case .cumulativeNOI, .averageAnnualNOI, .noiMargin, .yieldOnCost: true
      default: false
      }
    }
    let isDisclosed = terms.operatingMargin?.ofSource != nil
    guard isBound, choices.isMarginFree || isDisclosed else { return true }
    let range = bounds.ratio(.income, over: .value) * Interval(100)
    guard
      let number = Self.chosen(range, written: terms.operatingMargin?.value.point)
        ?? Self.all(range)
    else { return false }
    if number != terms.operatingMargin?.value.point.normalized {
      solved.set("operatingMargin", "\(number) %")
    }
    return fix(
      &bounds, .income, over: .value, to: Interval(enclosing: number.real) / Interval(100))
  }

  /// All of the rent, where only that is left.
  private static func all(_ percent: Interval) -> ExactDecimal? {
    percent.contains(100) ? ExactDecimal(100) : nil
  }

  private mutating func setCapital(_ bounds: inout RatioBounds) -> Bool {
    let isDisclosed = terms.capitalCost?.ofSource != nil
    let total = bounds.ratio(.capital, over: .one)
    guard choices.isCapitalFree || isDisclosed, total.upper.isFinite, total.lower > 0 else {
      return true
    }
    let currency = outline.lease.currency
    let unit = terms.capitalCost?.value.unit ?? .money(currency)
    guard unit.megawattKind == nil || unit.megawattKind == .criticalIT else { return true }
    let range =
      unit.megawattKind == nil ? total : bounds.ratio(.capital, over: .megawatts)
    guard let number = Self.chosen(range, written: terms.capitalCost?.value.point) else {
      return false
    }
    if number != terms.capitalCost?.value.point.normalized {
      solved.set("capitalCost", number.moneyText(unit))
    }
    return fix(
      &bounds, .capital, over: unit.megawattKind == nil ? .one : .megawatts,
      to: Interval(enclosing: number.real))
  }

  /// The rent of renewals that gives the announced value with renewals.
  private mutating func setRenewalRent(
    _ bounds: RatioBounds, _ coefficients: RentCoefficients, _ megawatts: ExactDecimal
  ) -> Bool {
    guard let figure = problem.constraints.first(where: { $0.kind == .contractValueWithRenewals }),
      !outline.lease.renewals.isEmpty
    else { return true }
    let unit = MeasureUnit.moneyPerKilowattMonth(outline.lease.currency)
    var trial = solved
    trial.set("renewals.rent.fixed", ExactDecimal(100).moneyText(unit), displacing: "renewals.rent")
    guard let deal = trial.deal(from: outline.deal), let lease = deal.resolved?.lease,
      let projected = try? ProjectedLease(lease), let full = projected.renewalRent
    else { return false }
    let forEach = Interval(enclosing: full) / Interval(100)
    let rest = figure.range(choices) - Interval(enclosing: projected.contractValue)
    guard forEach.lower > 0, rest.upper > 0 else { return false }
    let range = Interval(max(0, rest.lower), rest.upper) / forEach
    guard let number = range.roundNumber else { return false }
    solved.set("renewals.rent.fixed", number.moneyText(unit), displacing: "renewals.rent")
    return true
  }
}
