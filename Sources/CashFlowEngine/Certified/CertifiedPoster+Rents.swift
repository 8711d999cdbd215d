import FinanceBasics
import LeaseModel

extension CertifiedPoster {
  /// Cuts the terms of all halls where the course of rent changes.
  mutating func compileRents(of lease: borrowing Lease) -> Bool {
    stretches.removeAll()
    stretchEnds.removeAll()
    rates.removeAll()
    levels.removeAll()
    tables.removeAll()
    indexes.removeAll()
    for _ in 0...lease.periods.count {
      tables.append(0..<0)
      indexes.append(nil)
    }
    for hall in terms.halls.indices {
      for period in lease.periods.indices {
        guard compile(period: period, of: lease, hall: hall) else { return false }
      }
      guard terms.plan.count == 0 || compileRenewals(of: lease, hall: hall) else { return false }
      stretchEnds.append(stretches.count)
    }
    return true
  }

  /// The stretches of a hall.
  @inline(__always)
  func stretches(ofHall hall: Int) -> Range<Int> {
    (hall == 0 ? 0 : stretchEnds[hall - 1])..<stretchEnds[hall]
  }

  private mutating func compile(period: Int, of lease: borrowing Lease, hall: Int) -> Bool {
    let start = lease.beginning(ofPeriod: period, term: terms.halls[hall])
    let end = lease.beginning(ofPeriod: period + 1, term: terms.halls[hall])
    guard start < end else { return true }
    guard setTable(ofPeriod: period, lease: lease, hall: hall),
      var course = course(ofPeriod: period, lease: lease, hall: hall, renewal: nil)
    else { return false }
    if let abatement = lease.halls[hall].abatement, abatement.charges.contains(.baseRent) {
      guard let kept = KeptShare(after: abatement.share) else { return false }
      course.abatementEnd = terms.halls[hall].abatementEnd
      course.kept = kept
    }
    course.follow(
      tables[period], of: &levels, steps, from: start, to: end, into: &stretches)
    return true
  }

  /// The course of a rent period, in the base term or in a renewal that continues it.
  private mutating func course(
    ofPeriod period: Int, lease: borrowing Lease, hall: Int, renewal: Int?
  ) -> CertifiedCourse? {
    let clock = terms.halls[hall].clock
    let course = CertifiedCourse(
      clock: clock, firstYear: lease.firstYear(ofPeriod: period),
      rate: place(of: WeightedRate(source: .period(period), renewal: renewal)),
      part: renewal ?? period, isOfRenewal: renewal != nil, source: .period(period))
    steps.removeAll()
    guard case .steps(let stated) = lease.periods[period].rent, terms.ownRates[hall] == nil else {
      return course
    }
    for (place, step) in stated.enumerated() {
      let rate = WeightedRate(source: .step(period: period, place: place), renewal: renewal)
      let start =
        switch step.start {
        case .date(let date): MonthDay(date)
        case .leaseYear(let number): clock.beginning(ofYear: number - 1)
        }
      steps.append(CertifiedStep(start: start, rate: self.place(of: rate)))
    }
    return steps.isEmpty ? nil : course
  }

  /// The renewals that the case counts, in order.
  private mutating func compileRenewals(of lease: borrowing Lease, hall: Int) -> Bool {
    guard let last = stretches.last, !last.isAbated else { return false }
    let term = terms.halls[hall]
    let period = lease.periods.count - 1
    for renewal in 0..<terms.plan.count {
      let start = term.baseEnd.adding(months: renewal == 0 ? 0 : terms.renewalMonths[renewal - 1])
      let end = term.baseEnd.adding(months: terms.renewalMonths[renewal])
      switch lease.renewals[renewal].rent {
      case .continued:
        guard setTable(ofPeriod: period, lease: lease, hall: hall),
          let course = course(ofPeriod: period, lease: lease, hall: hall, renewal: renewal)
        else { return false }
        course.follow(
          tables[period], of: &levels, steps, from: start, to: end, into: &stretches)
      case .flat:
        let rate = WeightedRate(source: rates[last.rate].source, renewal: renewal)
        stretches.append(
          CertifiedStretch(
            start: start, end: end, level: last.level + last.years - 1, years: 1,
            rate: place(of: rate), part: renewal, isOfRenewal: true, source: last.source,
            year: last.year + last.years - 1, isAbated: false))
      case .fixed(_, let escalator):
        let clock = LeaseClock(anchor: start, anniversary: lease.rules.anniversary)
        let own = lease.periods.count
        tables[own] = 0..<0
        indexes[own] = nil
        guard compile(escalator, for: own),
          followIndex(own, from: clock.anniversaryMonth(ofYear: 0))
        else { return false }
        let rate = WeightedRate(source: .renewal(renewal), renewal: renewal)
        steps.removeAll()
        CertifiedCourse(
          clock: clock, firstYear: 0, rate: place(of: rate), part: renewal, isOfRenewal: true,
          source: .renewal(renewal)
        ).follow(tables[own], of: &levels, steps, from: start, to: end, into: &stretches)
      case .market: return false
      }
    }
    return true
  }

  /// The levels of a rent period, in the years of a hall's clock; those of the hall before stay
  /// where no index is followed.
  private mutating func setTable(
    ofPeriod period: Int, lease: borrowing Lease, hall: Int
  ) -> Bool {
    if tables[period].isEmpty, indexes[period] == nil {
      guard compile(lease.periods[period].escalator, for: period) else { return false }
    }
    guard indexes[period] != nil else { return true }
    let month = terms.halls[hall].clock
      .anniversaryMonth(ofYear: lease.firstYear(ofPeriod: period))
    return followIndex(period, from: month)
  }

  /// The levels of an index that is followed, if one is.
  ///
  /// - Parameters:
  ///   - place: Of a rent period, or behind them all of a renewal.
  ///   - month: In which the clock's year of the first level begins.
  private mutating func followIndex(_ place: Int, from month: Int) -> Bool {
    guard let index = indexes[place] else { return true }
    guard
      let table = levels.addIndex(
        index, growths[index.series], from: month + 12 - index.lagMonths, years: terms.years)
    else { return false }
    tables[place] = table
    return true
  }

  /// The levels of an escalator, or the index that it follows.
  private mutating func compile(_ escalator: borrowing Escalator, for place: Int) -> Bool {
    var table: Range<Int>?
    indexes[place] = nil
    switch escalator {
    case .none: table = levels.addFlat()
    case .fixed(let rate): table = levels.addGrowth(rate, years: terms.years)
    case .steps(let multipliers): table = levels.addMultipliers(multipliers)
    case .cpi(let cpi):
      indexes[place] = CertifiedIndex(cpi, series: self.place(of: cpi.series))
    case .greaterOf(let fixed, let cpi):
      indexes[place] = CertifiedIndex(cpi, series: self.place(of: cpi.series), atLeast: fixed)
    case .lesserOf(let fixed, let cpi):
      indexes[place] = CertifiedIndex(cpi, series: self.place(of: cpi.series), atMost: fixed)
    }
    if let table { tables[place] = table }
    return table != nil || indexes[place] != nil
  }

  /// The place of a rate among those of the lease, to which it is added where it is new.
  private mutating func place(of rate: WeightedRate) -> Int {
    for place in rates.indices where rates[place] == rate { return place }
    rates.append(rate)
    return rates.count - 1
  }
}

extension Lease {
  /// The lease year of the clock that has the first level of a rent period.
  borrowing func firstYear(ofPeriod period: Int) -> Int {
    period == 0 ? 0 : periods[period].leaseYears.lowerBound
  }

  /// The first day of a rent period of a hall's base term, without asking where there is but one.
  fileprivate borrowing func beginning(ofPeriod period: Int, term: HallTerm) -> MonthDay {
    if period == 0 { return term.start }
    return period == periods.count ? term.baseEnd : term.beginning(ofPeriod: period, of: copy self)
  }
}
