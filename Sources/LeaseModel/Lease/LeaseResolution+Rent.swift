import FinanceBasics

extension LeaseResolution {
  /// The rent of each period of the base term; empty where it is not known.
  mutating func periods() -> [RentPeriod] {
    guard !terms.periods.isEmpty, !terms.rent.statesRent else {
      let rent = baseRent(terms.rent) ?? rentOfHalls()
      guard let rent else {
        miss(.rentMissing(path: "rent"))
        _ = escalator(terms.rent.escalator, at: "rent.escalator")
        return []
      }
      return [
        RentPeriod(rent: rent, escalator: escalator(terms.rent.escalator, at: "rent.escalator"))
      ]
    }
    return terms.periods.enumerated().compactMap { index, period in
      guard let rent = baseRent(period.rent) else {
        miss(.rentMissing(path: "periods[\(index + 1)].rent"))
        return nil
      }
      let own = period.rent.escalator
      let path = own == nil ? "rent.escalator" : "periods[\(index + 1)].rent.escalator"
      return RentPeriod(
        leaseYears: period.leaseYears, rent: rent,
        escalator: escalator(own ?? terms.rent.escalator, at: path))
    }
  }

  /// Where every hall has its own rate, that of the first stands for the lease.
  private mutating func rentOfHalls() -> BaseRent? {
    guard !terms.halls.isEmpty, terms.halls.allSatisfy({ $0.rate != nil }) else { return nil }
    return terms.halls.first?.rate.flatMap { rate($0) }.map { .rate($0) }
  }

  private mutating func baseRent(_ rent: RentTerms) -> BaseRent? {
    if let value = rent.contractValue { return .contractValue(number(value)) }
    if let rate = rent.rate { return self.rate(rate).map { .rate($0) } }
    guard !rent.steps.isEmpty else { return nil }
    let steps = rent.steps.compactMap { step -> RentStep? in
      rate(step.map(\.rate)).map { RentStep(from: step.value.start, rate: $0) }
    }
    return .steps(steps)
  }

  /// A rate of rent; `nil` of a unit that is no rent, which a checked deal does not have.
  mutating func rate(_ stated: Stated<Figure>) -> RentRate? {
    let amount = number(stated)
    switch stated.value.unit {
    case .moneyPerKilowattMonth: return .perKilowattMonth(amount)
    case .moneyPerMegawattYear(_, .criticalIT): return .perMegawattYear(amount)
    case .moneyPerYear: return .perYear(amount)
    case .moneyPerMonth: return .perMonth(amount)
    default: return nil
    }
  }

  mutating func escalator(_ stated: Stated<EscalatorTerms>?, at path: String) -> Escalator {
    guard let stated else {
      remark(.noEscalator)
      return .none
    }
    switch use(stated) {
    case .none: return .none
    case .annualRateNotDisclosed:
      miss(.escalatorMissing(path: path))
      return .none
    case .fixed(let figure): return .fixed(fraction(stated.map { _ in figure }))
    case .steps(let factors): return factors.isEmpty ? .none : .steps(factors)
    case .cpi(let cpi): return index(cpi).map { .cpi($0) } ?? .none
    case .greaterOf(let fixed, let cpi):
      let rate = fraction(fixed)
      return index(cpi).map { .greaterOf(fixed: rate, cpi: $0) } ?? .none
    case .lesserOf(let fixed, let cpi):
      let rate = fraction(fixed)
      return index(cpi).map { .lesserOf(fixed: rate, cpi: $0) } ?? .none
    }
  }

  private mutating func index(_ cpi: CPITerms) -> CPIEscalator? {
    guard let series = series(cpi.series) else { return nil }
    return CPIEscalator(
      series: series, lagMonths: use(cpi.lagMonths), floor: cpi.floor.map { fraction($0) },
      cap: cpi.cap.map { fraction($0) }, catchUp: cpi.catchUp.map { use($0) } ?? .annual,
      afterLast: cpi.afterLast.map { fraction($0) })
  }

  /// The series that a field names; a fault where it is not at hand.
  mutating func series(_ name: Stated<String>) -> IndexSeries? {
    let found = series[use(name)]
    if found == nil {
      miss(.seriesMissing(name.value, path: name.path, known: series.keys.sorted()))
    }
    return found
  }
}
