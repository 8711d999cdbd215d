import FinanceBasics

extension LeaseResolution {
  /// Cost lines where they are stated, else the margin; of a triple net lease without either none,
  /// because the tenant pays for everything.
  ///
  /// Source: CONVENTIONS §5.
  mutating func operatingCosts() -> OperatingCosts {
    var lines: [CostLine] = []
    for cost in terms.operatingCosts {
      guard let amount = cost.amount else {
        let path = FieldPath(known: "operatingCosts[\(cost.name)]")
        remark(.leftOut(path, because: "its amount is not known"))
        continue
      }
      lines.append(line(cost, amount: amount))
    }
    if !lines.isEmpty { return .lines(lines) }
    if let margin = terms.operatingMargin { return .margin(fraction(margin)) }
    guard let structure = terms.structure, structure.value == .tripleNet else { return .unknown }
    use(structure)
    remark(.tripleNetPassesAll)
    return .lines([])
  }

  /// The share of a cost that the tenant pays back where the line states none.
  private var defaultRecovery: Recovery {
    terms.structure?.value == .tripleNet ? .all : .none
  }

  private mutating func line(_ cost: CostTerms, amount: Stated<Figure>) -> CostLine {
    let number = number(amount)
    let value: CostLine.Amount =
      switch amount.value.unit {
      case .moneyPerKilowattMonth: .perKilowattMonth(number)
      case .moneyPerMonth: .perYear((number * ExactDecimal(12)).normalized)
      case .moneyPerMegawattYear:
        .perYear((number * (terms.criticalIT.map(\.value.point) ?? .zero)).normalized)
      default: .perYear(number)
      }
    return CostLine(
      name: cost.name, amount: value, growth: cost.growth.map { fraction($0) } ?? .zero,
      growthDay: cost.growthDay.map { use($0) } ?? .newYear,
      recovery: cost.recovery.map { Recovery(share: fraction($0)) } ?? defaultRecovery)
  }

  /// What the landlord spends; `nil` where it is not known or the tenant pays.
  mutating func capital(halls: [Hall]) -> CapitalPlan? {
    if let funder = terms.capitalFundedBy, use(funder) == .tenant { return nil }
    guard let cost = capitalCost() ?? costOfHalls(halls) ?? costOfDraws() else { return nil }
    return CapitalPlan(cost: cost, spending: spending())
  }

  private mutating func capitalCost() -> CapitalPlan.Cost? {
    guard let cost = terms.capitalCost else { return nil }
    guard case .moneyPerMegawatt(_, let kind) = cost.value.unit else {
      return .total(number(cost))
    }
    switch kind {
    case .criticalIT: return .perMegawattIT(number(cost))
    case .gross:
      if let gross = terms.gross { return .total((number(cost) * number(gross)).normalized) }
      if let pue = terms.powerUsageEffectiveness {
        return .perMegawattIT((number(cost) * number(pue)).normalized)
      }
    case .utility:
      if let utility = terms.utility { return .total((number(cost) * number(utility)).normalized) }
    }
    remark(.leftOut(cost.path, because: "the \(kind.rawValue) megawatts are not known"))
    return nil
  }

  private func costOfHalls(_ halls: [Hall]) -> CapitalPlan.Cost? {
    let costs = halls.compactMap(\.capitalCost)
    return costs.isEmpty ? nil : .total(costs.reduce(.zero, +))
  }

  private func costOfDraws() -> CapitalPlan.Cost? {
    let amounts = terms.capitalDraws.map(\.value.amount)
    return amounts.isEmpty ? nil : .total(amounts.reduce(.zero, +))
  }

  private mutating func spending() -> CapitalPlan.Spending {
    guard terms.capitalDraws.isEmpty else { return .draws(terms.capitalDraws.map { use($0) }) }
    let months = terms.capitalMonths.map { use($0) } ?? CapitalPlan.defaultMonths
    let curve = terms.capitalCurve.map { use($0) } ?? .even
    return curve == .even ? .even(months: months) : .sCurve(months: months)
  }

  /// - Parameter first: The day on which rent that is paid ahead is paid, where none is stated.
  mutating func prepayment(from first: CalendarDate) -> Prepayment? {
    guard let terms = terms.prepayment else { return nil }
    let date = terms.date.map { day($0) } ?? first
    if let amount = terms.amount { return Prepayment(amount: number(amount), date: date) }
    guard let share = terms.share else { return nil }
    guard let value = contractValue() else {
      remark(
        .leftOut(share.path, because: "the contract value that it is a share of is not stated"))
      return nil
    }
    return Prepayment(amount: (value * fraction(share)).normalized, date: date)
  }

  /// The stated contract value, of all periods together.
  private mutating func contractValue() -> ExactDecimal? {
    if let value = terms.rent.contractValue { return number(value) }
    let values = terms.periods.map(\.rent.contractValue)
    guard !values.isEmpty, values.allSatisfy({ $0 != nil }) else { return nil }
    return values.compactMap(\.self).reduce(ExactDecimal.zero) { $0 + number($1) }
  }

  mutating func deposit(from first: CalendarDate) -> Deposit? {
    guard let terms = terms.deposit, let amount = terms.amount else { return nil }
    return Deposit(
      amount: number(amount), received: terms.date.map { day($0) } ?? first,
      returned: terms.returned.map { day($0) })
  }
}
