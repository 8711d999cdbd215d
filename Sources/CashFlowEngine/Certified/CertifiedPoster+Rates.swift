import FinanceBasics
import LeaseModel

extension CertifiedPoster {
  /// The rate of each rent period for a unit of capacity, stated or solved.
  mutating func solveRates(of lease: Lease, terms: CertifiedTerms) -> Bool {
    periodRates.removeAll(keepingCapacity: true)
    for period in lease.periods.indices {
      switch lease.periods[period].rent {
      case .rate(let rate):
        guard let rate = CertifiedReal(rate, capacity: terms.capacity, places: terms.places)
        else { return false }
        periodRates.append(rate)
      case .steps: periodRates.append(.zero)
      case .contractValue(let value):
        guard let rate = solvedRate(value, period: period, of: lease, terms: terms) else {
          return false
        }
        periodRates.append(rate)
      }
    }
    return true
  }

  /// The rate at which the rents of a period sum to its contract value.
  private func solvedRate(
    _ value: ExactDecimal, period: Int, of lease: Lease, terms: CertifiedTerms
  ) -> CertifiedReal? {
    var sum = LevelSum()
    for hall in terms.halls.indices {
      guard lease.halls[hall].rate == nil else { return nil }
      sum.begin(terms.halls[hall], capacity: terms.capacities[hall], rules: lease.rules)
      for place in stretches(ofHall: hall) where stretches[place].isOfBase(period: period) {
        sum.add(stretches[place])
      }
      sum.finish()
    }
    return sum.rate(of: value, levelError: levelError)
  }

  /// The rates of a hall in minor units a month, brought to one power of two.
  mutating func setScale(of lease: Lease, hall: Int, terms: CertifiedTerms) -> Bool {
    hallRates.removeAll(keepingCapacity: true)
    for rate in rates {
      guard let whole = self.rate(rate.source, of: lease, hall: hall, terms: terms) else {
        return false
      }
      hallRates.append(rate.renewal.map { whole.times(terms.weights[$0]) } ?? whole)
    }
    return scale.set(hallRates, levelError: levelError)
  }

  private func rate(
    _ source: RateSource, of lease: Lease, hall: Int, terms: CertifiedTerms
  ) -> CertifiedReal? {
    let capacity = terms.capacities[hall]
    let perUnit: CertifiedReal?
    switch source {
    case .period(let period):
      if let own = lease.halls[hall].rate {
        perUnit = CertifiedReal(own, capacity: capacity, places: terms.places)
      } else {
        perUnit = periodRates[period]
      }
    case .step(let period, let place):
      guard case .steps(let steps) = lease.periods[period].rent else { return nil }
      perUnit = CertifiedReal(steps[place].rate, capacity: terms.capacity, places: terms.places)
    case .renewal(let renewal):
      guard case .fixed(let rate, _) = lease.renewals[renewal].rent else { return nil }
      perUnit = CertifiedReal(rate, capacity: terms.capacity, places: terms.places)
    }
    return perUnit.map { $0.times(CertifiedReal(capacity)) }
  }
}

extension CertifiedStretch {
  /// Whether the stretch is of the base term and a rent period.
  func isOfBase(period: Int) -> Bool { !isOfRenewal && part == period }
}
