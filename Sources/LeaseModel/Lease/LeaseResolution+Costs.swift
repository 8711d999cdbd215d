import FinanceBasics

extension LeaseResolution {
  /// Cost lines where they are stated, else the margin; of a triple net lease without either none,
  /// because the tenant pays for everything.
  ///
  /// Source: CONVENTIONS §5.
  mutating func operatingCosts(of halls: [Hall]) -> OperatingCosts {
    let criticalIT = halls.reduce(ExactDecimal.zero) { $0 + $1.criticalIT }
    let operating = lines(terms.operatingCosts, criticalIT: criticalIT)
    let power = lines(terms.power.tariff, criticalIT: criticalIT)
    tellOfPresets(terms.operatingCosts, in: "operatingCosts")
    tellOfPresets(terms.power.tariff, in: "power.tariff")
    let isPassingAll = terms.structure?.value == .tripleNet
    if operating.isEmpty, !power.isEmpty, !isPassingAll { remark(.powerAlone) }
    if !(operating + power).isEmpty { return .lines(operating + power) }
    if let margin = terms.operatingMargin { return .margin(fraction(margin)) }
    guard let structure = terms.structure, isPassingAll else { return .unknown }
    use(structure)
    remark(.tripleNetPassesAll)
    return .lines([])
  }

  /// How much electricity is used; `nil` where no cost depends on it.
  mutating func power(of costs: OperatingCosts) -> PowerUse? {
    guard case .lines(let lines) = costs else { return nil }
    let isOnEnergy = lines.contains { if case .perMegawattHour = $0.amount { true } else { false } }
    let isOnDemand = lines.contains {
      if case .perKilowattMonthOfDemand = $0.amount { true } else { false }
    }
    guard isOnEnergy || isOnDemand else { return nil }
    let pue = terms.power.powerUsageEffectiveness ?? terms.powerUsageEffectiveness
    if pue == nil { miss(.powerMissing(path: "power.pue")) }
    if isOnEnergy, terms.power.loadFactor == nil { miss(.powerMissing(path: "power.loadFactor")) }
    return PowerUse(
      powerUsageEffectiveness: pue.map { number($0) } ?? .one,
      guaranteedPUE: terms.power.guaranteedPUE.map { number($0) },
      loadFactor: terms.power.loadFactor.map { fraction($0) } ?? .one)
  }

  mutating func otherIncome(of halls: [Hall]) -> [IncomeLine] {
    let criticalIT = halls.reduce(ExactDecimal.zero) { $0 + $1.criticalIT }
    return terms.otherIncome.compactMap { line in
      guard let amount = line.amount else {
        leaveOut(FieldPath(known: "otherIncome").element(line.name))
        return nil
      }
      guard let limit = limit(amount, growth: line.growth, criticalIT: criticalIT) else {
        return nil
      }
      return IncomeLine(
        name: line.name, amount: limit, growthDay: line.growthDay.map { use($0) } ?? .newYear)
    }
  }

  private mutating func lines(_ costs: [CostTerms], criticalIT: ExactDecimal) -> [CostLine] {
    costs.compactMap { cost in
      guard let amount = cost.amount else {
        leaveOut(cost.path)
        return nil
      }
      return line(cost, amount: amount, criticalIT: criticalIT)
    }
  }

  private mutating func leaveOut(_ line: FieldPath) {
    remark(.leftOut(line, because: "its amount is not known"))
  }

  private mutating func line(
    _ cost: CostTerms, amount: Stated<Figure>, criticalIT: ExactDecimal
  ) -> CostLine? {
    guard let value = self.amount(of: cost, amount, criticalIT: criticalIT) else { return nil }
    let kind = cost.basis == nil ? cost.kind.map { use($0) } ?? .other : .power
    return CostLine(
      name: cost.name, kind: kind, amount: value,
      growth: cost.growth.map { fraction($0) } ?? .zero,
      growthDay: cost.growthDay.map { use($0) } ?? .newYear,
      reductions: cost.abatements.map { reduction($0) }, from: cost.from.map { day($0) },
      through: cost.through.map { day($0) },
      recovery: recovery(of: cost, kind, criticalIT: criticalIT))
  }

  private mutating func amount(
    of cost: CostTerms, _ stated: Stated<Figure>, criticalIT: ExactDecimal
  ) -> CostLine.Amount? {
    switch (cost.basis, stated.value.unit) {
    case (.share, _): return .shareOfPower(fraction(stated))
    case (_, .percent): return .shareOfRent(fraction(stated))
    case (_, .moneyPerMegawattHour): return .perMegawattHour(number(stated))
    case (.demand, _): return .perKilowattMonthOfDemand(number(stated))
    default:
      return switch limitAmount(stated, criticalIT: criticalIT) {
      case .perKilowattMonth(let amount): .perKilowattMonth(amount)
      case .perYear(let amount): .perYear(amount)
      case nil: nil
      }
    }
  }

  private mutating func reduction(_ reduction: CostReductionTerms) -> CostReduction {
    let share = fraction(reduction.share)
    switch use(reduction.start) {
    case .leaseYear(let year): return CostReduction(from: .leaseYear(year), share: share)
    case .date(let date):
      return CostReduction(from: .date(day(reduction.start.map { _ in date })), share: share)
    }
  }

  /// An amount of its own growth; `nil` where the megawatts that it is of are not known.
  mutating func limit(
    _ stated: Stated<Figure>, growth: Stated<Figure>?, criticalIT: ExactDecimal
  ) -> CostLimit? {
    limitAmount(stated, criticalIT: criticalIT).map { amount in
      CostLimit(amount, growth: growth.map { fraction($0) } ?? .zero)
    }
  }

  private mutating func limitAmount(
    _ stated: Stated<Figure>, criticalIT: ExactDecimal
  ) -> CostLimit.Amount? {
    let number = number(stated)
    switch stated.value.unit {
    case .moneyPerKilowattMonth: return .perKilowattMonth(number)
    case .moneyPerMonth: return .perYear((number * ExactDecimal(12)).normalized)
    case .moneyPerMegawattYear(_, .criticalIT):
      return .perYear((number * criticalIT).normalized)
    case .moneyPerMegawattYear(_, let kind):
      let megawatts = kind == .gross ? terms.gross : terms.utility
      guard let megawatts else {
        remark(.leftOut(stated.path, because: "the \(kind.rawValue) megawatts are not known"))
        return nil
      }
      return .perYear((number * self.number(megawatts)).normalized)
    default: return .perYear(number)
    }
  }
}
