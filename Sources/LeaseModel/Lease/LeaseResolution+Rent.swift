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

  private mutating func escalator(_ stated: Stated<EscalatorTerms>?, at path: String) -> Escalator {
    guard let stated else {
      remark(.noEscalator)
      return .none
    }
    switch use(stated) {
    case .none: return .none
    case .annualRateNotDisclosed:
      miss(.escalatorMissing(path: path))
      return .none
    case .fixed(let figure): return .fixed(percent(figure, of: stated))
    case .steps(let factors): return factors.isEmpty ? .none : .steps(factors)
    case .cpi(let cpi): return index(cpi, of: stated).map { .cpi($0) } ?? .none
    case .greaterOf(let fixed, let cpi):
      let rate = percent(fixed, of: stated)
      return index(cpi, of: stated).map { .greaterOf(fixed: rate, cpi: $0) } ?? .none
    case .lesserOf(let fixed, let cpi):
      let rate = percent(fixed, of: stated)
      return index(cpi, of: stated).map { .lesserOf(fixed: rate, cpi: $0) } ?? .none
    }
  }

  private mutating func percent(
    _ figure: Figure, of stated: Stated<EscalatorTerms>
  ) -> ExactDecimal {
    fraction(stated.map { _ in figure })
  }

  private mutating func index(
    _ cpi: CPITerms, of stated: Stated<EscalatorTerms>
  ) -> CPIEscalator? {
    guard let series = series[cpi.series] else {
      miss(.seriesMissing(cpi.series, known: self.series.keys.sorted()))
      return nil
    }
    return CPIEscalator(
      series: series, lagMonths: cpi.lagMonths, floor: cpi.floor.map { percent($0, of: stated) },
      cap: cpi.cap.map { percent($0, of: stated) }, catchUp: cpi.catchUp,
      afterLast: cpi.afterLast.map { percent($0, of: stated) })
  }

  /// The options in order; none where their number or their length is not known.
  mutating func renewals() -> [RenewalOption] {
    guard let renewals = terms.renewals else { return [] }
    guard let count = renewals.count, let each = renewals.each else {
      let path = renewals.count?.path ?? renewals.each?.path
      if let path {
        remark(.leftOut(path, because: "the number and the length are not both known"))
      }
      return []
    }
    guard let months = use(each).months else {
      remark(.leftOut(each.path, because: "a renewal is counted in months"))
      return []
    }
    let rent: RenewalOption.Rent =
      switch renewals.rent.map({ use($0) }) {
      case nil, .continued: .continued
      case .flat: .flat
      case .fixed(let figure): fixedRent(figure, at: renewals.rent)
      }
    let probability = renewals.probability.map { fraction($0) }
    let option = RenewalOption(months: months, rent: rent, probability: probability)
    return Array(repeating: option, count: use(count))
  }

  private mutating func fixedRent(
    _ figure: Figure, at stated: Stated<RenewalRentTerms>?
  ) -> RenewalOption.Rent {
    guard let rate = stated.flatMap({ stated in self.rate(stated.map { _ in figure }) }) else {
      return .continued
    }
    let own = terms.periods.last?.rent.escalator
    return .fixed(rate, escalator: escalator(own ?? terms.rent.escalator, at: "rent.escalator"))
  }
}
