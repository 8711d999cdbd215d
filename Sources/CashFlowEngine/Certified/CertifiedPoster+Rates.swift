import FinanceBasics
import LeaseModel

extension CertifiedPoster {
  /// The rate of each rent period for a unit of capacity, stated or solved.
  mutating func solveRates(of lease: borrowing Lease) -> Bool {
    periodRates.removeAll()
    for period in lease.periods.indices {
      switch lease.periods[period].rent {
      case .rate(let rate):
        guard let rate = CertifiedReal(rate, capacity: terms.capacity, places: terms.places)
        else { return false }
        periodRates.append(rate)
      case .steps: periodRates.append(.zero)
      case .contractValue(let value):
        guard let rate = solvedRate(value, period: period, of: lease) else {
          return false
        }
        periodRates.append(rate)
      }
    }
    return true
  }

  /// The rate at which the rents of a period sum to its contract value.
  @inline(__always)
  private func solvedRate(
    _ value: ExactDecimal, period: Int, of lease: borrowing Lease
  ) -> CertifiedReal? {
    var sum = LevelSum()
    for hall in terms.halls.indices {
      guard terms.ownRates[hall] == nil else { return nil }
      sum.begin(terms.halls[hall], capacity: terms.capacities[hall], rules: terms.rules)
      for place in stretches(ofHall: hall) where stretches[place].isOfBase(period: period) {
        sum.add(stretches[place], levels.values)
      }
      sum.finish()
    }
    return sum.rate(of: value, levelError: levels.error)
  }

  /// The rates of a hall in minor units a month, brought to one power of two.
  mutating func setScale(of lease: borrowing Lease, hall: Int) -> Bool {
    hallRates.removeAll()
    for place in rates.indices {
      let rate = rates[place]
      guard let whole = self.rate(rate.source, of: lease, hall: hall) else {
        return false
      }
      hallRates.append(rate.renewal.map { whole.times(terms.weights[$0]) } ?? whole)
    }
    return scale.set(hallRates, levelError: levels.error)
  }

  @inline(__always)
  private func rate(
    _ source: RateSource, of lease: borrowing Lease, hall: Int
  ) -> CertifiedReal? {
    let capacity = terms.capacities[hall]
    let perUnit: CertifiedReal?
    switch source {
    case .period(let period):
      if let own = terms.ownRates[hall] {
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
