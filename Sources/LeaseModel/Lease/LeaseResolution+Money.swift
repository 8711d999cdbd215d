import FinanceBasics

extension LeaseResolution {
  /// What the landlord spends; `nil` where it is not known or the tenant pays.
  mutating func capital(halls: [Hall]) -> CapitalPlan? {
    if let funder = terms.capitalFundedBy, use(funder) == .tenant { return nil }
    guard let cost = capitalCost() ?? costOfHalls(halls) ?? costOfDraws() else { return nil }
    return CapitalPlan(
      cost: cost,
      spending: spending(terms.capitalSpending) ?? .even(months: CapitalPlan.defaultMonths),
      contingency: terms.capitalContingency.map { fraction($0) } ?? .zero,
      tenantShare: terms.capitalTenantShare.map { fraction($0) } ?? .zero)
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
    let amounts = terms.capitalSpending.draws.map(\.value.amount)
    return amounts.isEmpty ? nil : .total(amounts.reduce(.zero, +))
  }

  /// How a cost spreads over time; `nil` where nothing is said.
  mutating func spending(_ terms: SpendingTerms) -> CapitalPlan.Spending? {
    guard !terms.isEmpty else { return nil }
    guard terms.draws.isEmpty else { return .draws(terms.draws.map { use($0) }) }
    let months = terms.months.map { use($0) } ?? CapitalPlan.defaultMonths
    let curve = terms.curve.map { use($0) } ?? .even
    return curve == .even ? .even(months: months) : .sCurve(months: months)
  }

  /// The whole budget of a hall; `nil` where the lease's counts, or the tenant pays.
  mutating func capitalCost(of hall: HallTerms, size: ExactDecimal) -> ExactDecimal? {
    guard terms.capitalFundedBy?.value != .tenant else { return nil }
    guard let cost = hall.capitalCost else { return costOfDraws(of: hall) }
    guard case .moneyPerMegawatt(_, let kind) = cost.value.unit else { return number(cost) }
    switch kind {
    case .criticalIT: return (number(cost) * size).normalized
    case .gross:
      guard let gross = hall.gross else { break }
      return (number(cost) * number(gross)).normalized
    case .utility: break
    }
    remark(.leftOut(cost.path, because: "the hall's \(kind.rawValue) megawatts are not known"))
    return nil
  }

  /// What a hall without a budget of its own costs beside halls that have one: its draws, the
  /// lease's cost, or nothing that is known.
  private mutating func costOfDraws(of hall: HallTerms) -> ExactDecimal? {
    let draws = hall.capitalSpending.draws
    if !draws.isEmpty { return draws.reduce(.zero) { $0 + $1.value.amount } }
    let isOfLease = terms.capitalCost != nil || !terms.capitalSpending.draws.isEmpty
    let isOfOthers = terms.halls.contains {
      $0.capitalCost != nil || !$0.capitalSpending.draws.isEmpty
    }
    guard !isOfLease, isOfOthers else { return nil }
    let path = FieldPath(known: "halls").element(hall.name).key("capitalCost")
    remark(.leftOut(path, because: "it is not known, while that of other halls is"))
    return .zero
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
      steps: terms.steps.map { Deposit.Step(date: day($0.date), remaining: number($0.amount)) },
      returned: terms.returned.map { day($0) })
  }
}
