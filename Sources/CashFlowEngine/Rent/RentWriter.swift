import FinanceBasics
import LeaseModel

/// Follows the rents of the halls through their terms.
struct RentWriter<Sink: RentSink> {
  var sink: Sink
  var notes: ProjectionNotes

  /// Base rent of one hall in one rent period.
  ///
  /// - Parameter rate: Of the hall in minor units a month; of a step table its scale.
  mutating func write(
    period: Int, of lease: Lease, hall: Int, term: HallTerm, rate: PreciseReal
  ) throws(ProjectionProblem) {
    let start = term.beginning(ofPeriod: period, of: lease)
    let end = term.beginning(ofPeriod: period + 1, of: lease)
    guard start < end else { return }
    var rent = RentCourse(
      period: period, hall: hall, of: lease, term: term, at: start, rate: rate)
    try rent.advance(to: start, &notes)
    try write(
      &rent, from: start, to: end, part: period, abatement: lease.halls[hall].abatement,
      abatementEnd: term.abatementEnd)
  }

  /// The rent of one renewal of one hall.
  ///
  /// - Parameters:
  ///   - rate: Of the hall in minor units a month, weighted by how far the renewal is expected.
  ///   - start: The day on which the renewal begins.
  mutating func write(
    renewal: Int, of lease: Lease, hall: Int, term: HallTerm, rate: PreciseReal,
    from start: MonthDay, to end: MonthDay
  ) throws(ProjectionProblem) {
    let lastPeriod = lease.periods.count - 1
    switch lease.renewals[renewal].rent {
    case .continued:
      var rent = RentCourse(
        period: lastPeriod, hall: hall, of: lease, term: term, at: start, rate: rate)
      try rent.advance(to: start, &notes)
      try write(&rent, from: start, to: end, part: renewal)
    case .flat:
      let last = MonthDay(term.baseEnd.date.adding(days: -1))
      var rent = RentCourse(
        period: lastPeriod, hall: hall, of: lease, term: term, at: last, rate: rate)
      try rent.advance(to: last, &notes)
      try sink.add(from: start, to: end, part: renewal, coefficient: rent.coefficient)
    case .fixed(_, let escalator), .market(_, let escalator):
      let clock = LeaseClock(anchor: start, anniversary: lease.rules.anniversary)
      var rent = RentCourse(escalator: escalator, clock: clock, rate: rate)
      try write(&rent, from: start, to: end, part: renewal)
    }
  }

  /// Follows one course of rent, cut where its level changes and where free rent ends.
  private mutating func write(
    _ rent: inout RentCourse, from start: MonthDay, to end: MonthDay, part: Int,
    abatement: Abatement? = nil, abatementEnd: MonthDay? = nil
  ) throws(ProjectionProblem) {
    var day = start
    while day < end {
      var next = min(end, rent.nextChange)
      var coefficient = rent.coefficient
      if let abatement, let abatementEnd, day < abatementEnd {
        next = min(next, abatementEnd)
        coefficient = coefficient.times((ExactDecimal.one - abatement.share).real)
      }
      try sink.add(from: day, to: next, part: part, coefficient: coefficient)
      day = next
      if day < end { try rent.advance(to: day, &notes) }
    }
  }
}

extension RentWriter where Sink == RunWriter {
  /// Base rent and renewal rent of one hall.
  mutating func writeRents(
    of lease: Lease, hall: Int, term: HallTerm, rates: RentRates, plan: RenewalPlan
  ) throws(ProjectionProblem) {
    sink.begin(.baseRent, hall: hall, term: term, from: term.start, to: term.baseEnd)
    for period in lease.periods.indices {
      let rate = rates.monthlyMinorUnits(of: lease, hall: hall, period: period)
      try write(period: period, of: lease, hall: hall, term: term, rate: rate)
    }
    try sink.finish()
    guard plan.count > 0 else { return }
    sink.begin(.renewalRent, hall: hall, term: term, from: term.baseEnd, to: term.end)
    var months = 0
    for renewal in 0..<plan.count {
      let start = term.baseEnd.adding(months: months)
      months += lease.renewals[renewal].months
      let rate = rates.monthlyMinorUnits(of: lease, hall: hall, renewal: renewal)
      try write(
        renewal: renewal, of: lease, hall: hall, term: term,
        rate: rate.times(plan.weights[renewal]), from: start,
        to: term.baseEnd.adding(months: months))
    }
    try sink.finish()
  }

  /// Makes room for the runs of all halls.
  mutating func reserveCapacity(_ terms: [HallTerm]) {
    var months = 0
    for term in terms { months += term.end.month - term.start.month }
    sink.reserveCapacity(months / 6 + 4 * terms.count)
  }
}
