import FinanceBasics
import LeaseModel

extension CertifiedPoster {
  /// The exact rent of a month in minor units, before rounding.
  ///
  /// - Returns: `nil` of a rate that is solved.
  func exactRent(
    inMonth month: Int, days: Range<MonthDay>, of lease: Lease, hall: Int, terms: CertifiedTerms
  ) -> PreciseReal? {
    let next = MonthDay(month: month + 1, day: 1)
    let firstOfMonth = MonthDay(month: month, day: 1)
    var sum = PreciseReal.zero
    for place in stretches(ofHall: hall) {
      let stretch = stretches[place]
      let start = max(max(stretch.start, firstOfMonth), days.lowerBound)
      let end = min(min(stretch.end, next), days.upperBound)
      guard start < end else { continue }
      guard let monthly = exactRent(stretch, of: lease, hall: hall, terms: terms) else {
        return nil
      }
      let last = end == next ? dayCount(ofMonth: month) + 1 : end.day
      let part = MonthPart(
        days: last - start.day, month: month, start: days.lowerBound, end: days.upperBound,
        proration: lease.rules.proration)
      sum = sum.plus(monthly.times(PreciseReal(part.numerator, over: part.denominator)))
    }
    return sum
  }

  /// The exact rent of a whole month of a stretch.
  private func exactRent(
    _ stretch: CertifiedStretch, of lease: Lease, hall: Int, terms: CertifiedTerms
  ) -> PreciseReal? {
    let rate = rates[stretch.rate]
    guard let perMegawatt = exactRate(rate.source, of: lease, hall: hall) else { return nil }
    guard let level = exactLevel(stretch, of: lease, term: terms.halls[hall]) else { return nil }
    var rent = perMegawatt.times(lease.halls[hall].criticalIT.real.times(100)).times(level)
    if stretch.isAbated, let abatement = lease.halls[hall].abatement {
      rent = rent.times((ExactDecimal.one - abatement.share).real)
    }
    return rate.renewal.map { rent.times(terms.plan.weights[$0]) } ?? rent
  }

  /// The exact level of a stretch, before abatement.
  private func exactLevel(
    _ stretch: CertifiedStretch, of lease: Lease, term: HallTerm
  ) -> PreciseReal? {
    var levels: LevelSequence
    switch stretch.source {
    case .period(let period):
      levels = LevelSequence(
        lease.periods[period].escalator, clock: term.clock,
        firstYear: period == 0 ? 0 : lease.periods[period].leaseYears.lowerBound, first: .one)
    case .renewal(let renewal):
      guard case .fixed(_, let escalator) = lease.renewals[renewal].rent else { return nil }
      let months = renewal == 0 ? 0 : lease.renewals[..<renewal].reduce(0) { $0 + $1.months }
      let clock = LeaseClock(
        anchor: term.baseEnd.adding(months: months), anniversary: lease.rules.anniversary)
      levels = LevelSequence(escalator, clock: clock, firstYear: 0, first: .one)
    }
    var notes = ProjectionNotes(deal: lease.id)
    do throws(ProjectionProblem) {
      try levels.advance(toYear: stretch.year, &notes)
    } catch {
      return nil
    }
    return levels.level
  }

  /// A stated rate in currency units a megawatt and month.
  private func exactRate(_ source: RateSource, of lease: Lease, hall: Int) -> PreciseReal? {
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

extension CertifiedPoster {
  /// Works out each cost that was not certain; false where one cannot be worked out by itself.
  mutating func resolveMarginCost(of lease: Lease, hall: Int, terms: CertifiedTerms) -> Bool {
    guard !columns.uncertainRows.isEmpty else { return true }
    guard case .margin(let margin) = lease.operatingCosts else { return false }
    let share = (ExactDecimal.one - margin).real.negated
    let days = terms.halls[hall].start..<terms.halls[hall].end
    for row in columns.uncertainRows {
      guard
        let rent = exactRent(inMonth: row.month, days: days, of: lease, hall: hall, terms: terms),
        let cents = rent.times(share).roundedHalfEven()
      else { return false }
      columns.set(cents, row: row.row)
    }
    columns.uncertainRows.removeAll(keepingCapacity: true)
    return true
  }

  /// Works out each amount of cost lines that was not certain.
  mutating func resolveCosts(
    _ charge: Charge, of lease: Lease, hall: Int, terms: CertifiedTerms
  ) -> Bool {
    guard !columns.uncertainRows.isEmpty else { return true }
    guard case .lines(let lines) = lease.operatingCosts else { return false }
    let sign = charge.isRecovery ? 1 : -1
    for row in columns.uncertainRows {
      guard
        let exact = exactCost(
          charge, lines: lines, inMonth: row.month, of: lease, hall: hall, terms: terms),
        let cents = exact.times(sign).roundedHalfEven()
      else { return false }
      columns.set(cents, row: row.row)
    }
    columns.uncertainRows.removeAll(keepingCapacity: true)
    return true
  }

  /// The exact sum of a charge's lines in a month, in minor units.
  private func exactCost(
    _ charge: Charge, lines: [CostLine], inMonth month: Int, of lease: Lease, hall: Int,
    terms: CertifiedTerms
  ) -> PreciseReal? {
    let term = terms.halls[hall]
    let next = MonthDay(month: month + 1, day: 1)
    var sum = PreciseReal.zero
    for stretch in costStretches {
      let start = max(stretch.start, MonthDay(month: month, day: 1))
      let end = min(stretch.end, next)
      guard start < end else { continue }
      let last = end == next ? dayCount(ofMonth: month) + 1 : end.day
      let part = MonthPart(
        days: last - start.day, month: month, start: term.start, end: term.end,
        proration: lease.rules.proration)
      var monthly = PreciseReal.zero
      for line in lines where (line.kind == .power) == charge.isPower {
        guard let amount = line.exactAmount(charge, stretch: stretch, of: lease) else {
          return nil
        }
        monthly = monthly.plus(amount)
      }
      if let renewal = stretch.renewal { monthly = monthly.times(terms.plan.weights[renewal]) }
      sum = sum.plus(monthly.times(PreciseReal(part.numerator, over: part.denominator)))
    }
    return sum.times(lease.halls[hall].criticalIT.real.times(100))
  }
}

extension CostLine {
  /// What a charge has of the line, in currency units a megawatt and month.
  fileprivate func exactAmount(
    _ charge: Charge, stretch: CertifiedCostStretch, of lease: Lease
  ) -> PreciseReal? {
    guard let rate = statedRate else { return nil }
    let years = growthDay.isNewYear ? stretch.newYears : stretch.anniversaries
    let cost = rate.perMegawattMonth(ofLeaseWith: lease.criticalIT)
      .times((ExactDecimal.one + growth).real.raised(to: years))
    guard charge.isRecovery else { return cost }
    return cost.times(recovery.share.real).times((ExactDecimal.one + recovery.adminFee).real)
  }
}
