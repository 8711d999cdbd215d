import FinanceBasics
import LeaseModel

/// Amounts that were not certain, each worked out exactly by itself.
extension CertifiedPoster {
  /// - Returns: False where an amount cannot be worked out by itself.
  mutating func resolveRents(
    days: Range<MonthDay>, of lease: borrowing Lease, hall: Int
  ) -> Bool {
    for row in columns.uncertainRows {
      guard let exact = exactRent(inMonth: row.month, days: days, of: lease, hall: hall),
        let cents = exact.roundedHalfEven()
      else { return false }
      columns.set(cents, row: row.row)
    }
    columns.uncertainRows.removeAll(keepingCapacity: true)
    return true
  }

  /// - Returns: False where an amount cannot be worked out by itself.
  mutating func resolveMarginCost(of lease: borrowing Lease, hall: Int) -> Bool {
    guard case .margin(let margin) = lease.operatingCosts else { return false }
    let share = (ExactDecimal.one - margin).real.negated
    let days = terms.halls[hall].start..<terms.halls[hall].end
    for row in columns.uncertainRows {
      guard let rent = exactRent(inMonth: row.month, days: days, of: lease, hall: hall),
        let cents = rent.times(share).roundedHalfEven()
      else { return false }
      columns.set(cents, row: row.row)
    }
    columns.uncertainRows.removeAll(keepingCapacity: true)
    return true
  }

  /// The exact rent of a month in minor units.
  ///
  /// - Returns: `nil` of a rate that is solved.
  private func exactRent(
    inMonth month: Int, days: Range<MonthDay>, of lease: borrowing Lease, hall: Int
  ) -> PreciseReal? {
    var sum = PreciseReal.zero
    for place in stretches(ofHall: hall) {
      let stretch = stretches[place]
      guard stretch.start.month <= month, month <= stretch.end.month else { continue }
      for year in 0..<stretch.years {
        let inYear = stretch.days(ofYear: year).clamped(to: days)
        guard
          let part = MonthPart(
            of: inYear, inMonth: month, all: days, proration: lease.rules.proration)
        else { continue }
        guard let monthly = exactRent(stretch, year: year, of: lease, hall: hall) else {
          return nil
        }
        sum = sum.plus(monthly.times(PreciseReal(part.numerator, over: part.denominator)))
      }
    }
    return sum
  }

  /// The exact rent of a whole month of a stretch, in one of its years.
  private func exactRent(
    _ stretch: CertifiedStretch, year: Int, of lease: borrowing Lease, hall: Int
  ) -> PreciseReal? {
    let rate = rates[stretch.rate]
    guard let perMegawatt = exactRate(rate.source, of: lease, hall: hall),
      let level = exactLevel(stretch.source, year: stretch.year + year, of: lease, hall: hall)
    else { return nil }
    var rent = perMegawatt.times(lease.halls[hall].criticalIT.real.times(100)).times(level)
    if stretch.isAbated, let abatement = lease.halls[hall].abatement {
      rent = rent.times((ExactDecimal.one - abatement.share).real)
    }
    return rate.renewal.map { rent.times(terms.plan.weights[$0]) } ?? rent
  }

  /// The exact level of a year, before abatement.
  private func exactLevel(
    _ source: LevelSource, year: Int, of lease: borrowing Lease, hall: Int
  ) -> PreciseReal? {
    let term = terms.halls[hall]
    var levels: LevelSequence
    switch source {
    case .period(let period):
      levels = LevelSequence(
        lease.periods[period].escalator, clock: term.clock,
        firstYear: lease.firstYear(ofPeriod: period), first: .one)
    case .renewal(let renewal):
      guard case .fixed(_, let escalator) = lease.renewals[renewal].rent else { return nil }
      let months = renewal == 0 ? 0 : terms.renewalMonths[renewal - 1]
      let clock = LeaseClock(
        anchor: term.baseEnd.adding(months: months), anniversary: lease.rules.anniversary)
      levels = LevelSequence(escalator, clock: clock, firstYear: 0, first: .one)
    }
    var notes = ProjectionNotes(deal: lease.id)
    do throws(ProjectionProblem) {
      try levels.advance(toYear: year, &notes)
    } catch {
      return nil
    }
    return levels.level
  }

  /// A stated rate in currency units a megawatt and month.
  private func exactRate(
    _ source: RateSource, of lease: borrowing Lease, hall: Int
  ) -> PreciseReal? {
    switch source {
    case .period(let period):
      if let own = lease.halls[hall].ownRate { return own }
      guard case .rate(let rate) = lease.periods[period].rent else { return nil }
      return rate.perMegawattMonth(ofLeaseWith: lease.criticalIT)
    case .step(let period, let place):
      guard case .steps(let steps) = lease.periods[period].rent else { return nil }
      return steps[place].rate.perMegawattMonth(ofLeaseWith: lease.criticalIT)
    case .renewal(let renewal):
      guard case .fixed(let rate, _) = lease.renewals[renewal].rent else { return nil }
      return rate.perMegawattMonth(ofLeaseWith: lease.criticalIT)
    }
  }
}

extension MonthPart {
  /// The part of a month that some days are, of all that are prorated together; `nil` if none are.
  init?(
    of days: Range<MonthDay>, inMonth month: Int, all: Range<MonthDay>,
    proration: RentRules.Proration
  ) {
    let next = MonthDay(month: month + 1, day: 1)
    let inMonth = days.clamped(to: MonthDay(month: month, day: 1)..<next)
    guard !inMonth.isEmpty else { return nil }
    let end =
      inMonth.upperBound == next ? dayCount(ofMonth: month) + 1 : inMonth.upperBound.day
    self.init(
      days: end - inMonth.lowerBound.day, month: month, start: all.lowerBound,
      end: all.upperBound, proration: proration)
  }
}
