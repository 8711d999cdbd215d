import FinanceBasics
import LeaseModel

extension CertifiedPoster {
  /// Cuts the terms of all halls where the level or the rate of rent changes.
  mutating func compileRents(of lease: Lease, terms: CertifiedTerms) -> Bool {
    stretches.removeAll(keepingCapacity: true)
    stretchEnds.removeAll(keepingCapacity: true)
    rates.removeAll(keepingCapacity: true)
    levelError = 0
    while levels.count <= lease.periods.count { levels.append(CertifiedLevels()) }
    for place in levels.indices { levels[place].reset() }
    for hall in terms.halls.indices {
      for period in lease.periods.indices {
        guard compile(period: period, of: lease, hall: hall, terms: terms) else { return false }
      }
      guard compileRenewals(of: lease, hall: hall, terms: terms) else { return false }
      stretchEnds.append(stretches.count)
    }
    return true
  }

  /// The stretches of a hall.
  func stretches(ofHall hall: Int) -> Range<Int> {
    (hall == 0 ? 0 : stretchEnds[hall - 1])..<stretchEnds[hall]
  }

  private mutating func compile(
    period: Int, of lease: Lease, hall: Int, terms: CertifiedTerms
  ) -> Bool {
    let term = terms.halls[hall]
    let start = term.beginning(ofPeriod: period, of: lease)
    let end = term.beginning(ofPeriod: period + 1, of: lease)
    guard start < end else { return true }
    let firstYear = period == 0 ? 0 : lease.periods[period].leaseYears.lowerBound
    guard
      setLevels(
        period, to: lease.periods[period].escalator,
        from: term.clock.anniversaryMonth(ofYear: firstYear), years: terms.years),
      var course = course(
        ofPeriod: period, lease: lease, hall: hall, clock: term.clock, renewal: nil)
    else { return false }
    if let abatement = lease.halls[hall].abatement, abatement.charges.contains(.baseRent) {
      guard let kept = KeptShare(after: abatement.share) else { return false }
      course.abatementEnd = term.abatementEnd
      course.kept = kept
      levelError = max(levelError, levels[period].error + 2)
    }
    levelError = max(levelError, levels[period].error)
    course.follow(levels[period].values, from: start, to: end, into: &stretches)
    return true
  }

  /// The course of a rent period, in the base term or in a renewal that continues it.
  private mutating func course(
    ofPeriod period: Int, lease: Lease, hall: Int, clock: LeaseClock, renewal: Int?
  ) -> CertifiedCourse? {
    var course = CertifiedCourse(
      clock: clock, firstYear: period == 0 ? 0 : lease.periods[period].leaseYears.lowerBound,
      rate: place(of: WeightedRate(source: .period(period), renewal: renewal)),
      part: renewal ?? period, isOfRenewal: renewal != nil, source: .period(period))
    guard case .steps(let steps) = lease.periods[period].rent, lease.halls[hall].rate == nil else {
      return course
    }
    guard !steps.isEmpty else { return nil }
    for (place, step) in steps.enumerated() {
      switch step.start {
      case .date(let date): course.steps.append(MonthDay(date))
      case .leaseYear(let number): course.steps.append(clock.beginning(ofYear: number - 1))
      }
      let rate = WeightedRate(source: .step(period: period, place: place), renewal: renewal)
      course.stepRates.append(self.place(of: rate))
    }
    return course
  }

  /// The renewals that the case counts, in order.
  private mutating func compileRenewals(
    of lease: Lease, hall: Int, terms: CertifiedTerms
  ) -> Bool {
    guard terms.plan.count > 0, let last = stretches.last, !last.isAbated else {
      return terms.plan.count == 0
    }
    let term = terms.halls[hall]
    let period = lease.periods.count - 1
    var months = 0
    for renewal in 0..<terms.plan.count {
      let start = term.baseEnd.adding(months: months)
      months += lease.renewals[renewal].months
      let end = term.baseEnd.adding(months: months)
      switch lease.renewals[renewal].rent {
      case .continued:
        guard
          setLevels(
            period, to: lease.periods[period].escalator,
            from: term.clock.anniversaryMonth(
              ofYear: period == 0 ? 0 : lease.periods[period].leaseYears.lowerBound),
            years: terms.years),
          let course = course(
            ofPeriod: period, lease: lease, hall: hall, clock: term.clock, renewal: renewal)
        else { return false }
        levelError = max(levelError, levels[period].error)
        course.follow(levels[period].values, from: start, to: end, into: &stretches)
      case .flat:
        let rate = WeightedRate(source: rates[last.rate].source, renewal: renewal)
        stretches.append(
          CertifiedStretch(
            start: start, end: end, level: last.level, rate: place(of: rate), part: renewal,
            isOfRenewal: true, source: last.source, year: last.year, isAbated: false))
      case .fixed(_, let escalator):
        let clock = LeaseClock(anchor: start, anniversary: lease.rules.anniversary)
        let own = lease.periods.count
        levels[own].reset()
        guard
          setLevels(
            own, to: escalator, from: clock.anniversaryMonth(ofYear: 0), years: terms.years)
        else { return false }
        levelError = max(levelError, levels[own].error)
        let rate = WeightedRate(source: .renewal(renewal), renewal: renewal)
        CertifiedCourse(
          clock: clock, firstYear: 0, rate: place(of: rate), part: renewal,
          isOfRenewal: true, source: .renewal(renewal)
        ).follow(levels[own].values, from: start, to: end, into: &stretches)
      case .market: return false
      }
    }
    return true
  }

  /// The levels of an escalator; those of the hall before stay where no index is followed.
  ///
  /// - Parameters:
  ///   - place: Of a rent period, or behind them all of a renewal.
  ///   - month: In which the clock's year of the first level begins.
  private mutating func setLevels(
    _ place: Int, to escalator: Escalator, from month: Int, years: Int
  ) -> Bool {
    var index: CertifiedIndex?
    switch escalator {
    case .none:
      levels[place].setFlat()
      return true
    case .fixed(let rate):
      return levels[place].isSet ? true : levels[place].setGrowth(rate, years: years)
    case .steps(let table):
      return levels[place].isSet ? true : levels[place].setMultipliers(table)
    case .cpi(let cpi): index = CertifiedIndex(cpi, growths: growths(of: cpi.series))
    case .greaterOf(let fixed, let cpi):
      index = CertifiedIndex(cpi, growths: growths(of: cpi.series), atLeast: fixed)
    case .lesserOf(let fixed, let cpi):
      index = CertifiedIndex(cpi, growths: growths(of: cpi.series), atMost: fixed)
    }
    guard let index else { return false }
    return levels[place].setIndex(index, from: month + 12 - index.lagMonths, years: years)
  }

  /// The place of a rate among those of the lease, to which it is added where it is new.
  private mutating func place(of rate: WeightedRate) -> Int {
    if let place = rates.firstIndex(of: rate) { return place }
    rates.append(rate)
    return rates.count - 1
  }
}
