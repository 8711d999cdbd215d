import FinanceBasics
import LeaseModel

/// Writes the rents of the halls as weights: what a rate of 1 a megawatt and month would bring.
struct RentWriter {
  var writer: RunWriter
  var notes: ProjectionNotes

  /// Makes room for the runs of all halls.
  mutating func reserveCapacity(_ terms: [HallTerm]) {
    let months = terms.reduce(0) { $0 + $1.end.month - $1.start.month }
    writer.reserveCapacity(months / 6 + 4 * terms.count)
  }

  /// Base rent of one hall over its base term, period by period.
  mutating func writeBaseRent(
    of lease: Lease, hall: Int, term: HallTerm
  ) throws(ProjectionProblem) {
    writer.begin(.baseRent, hall: hall, term: term, from: term.start, to: term.baseEnd)
    for period in lease.periods.indices {
      let start = term.beginning(ofPeriod: period, of: lease)
      let end = term.beginning(ofPeriod: period + 1, of: lease)
      guard start < end else { continue }
      var rent = RentCourse(
        period: period, hall: hall, of: lease, term: term, at: start)
      try rent.advance(to: start, &notes)
      try write(
        &rent, from: start, to: end, part: period, abatement: lease.halls[hall].abatement,
        abatementEnd: term.abatementEnd)
    }
    writer.finish()
  }

  /// The rents of the renewals in force of one hall, in their order.
  mutating func writeRenewalRents(
    of lease: Lease, plan: RenewalPlan, hall: Int, term: HallTerm
  ) throws(ProjectionProblem) {
    guard plan.count > 0 else { return }
    writer.begin(.renewalRent, hall: hall, term: term, from: term.baseEnd, to: term.end)
    var months = 0
    for renewal in 0..<plan.count {
      let option = lease.renewals[renewal]
      let start = term.baseEnd.adding(months: months)
      months += option.months
      let end = term.baseEnd.adding(months: months)
      switch option.rent {
      case .continued:
        var rent = RentCourse(
          period: lease.periods.count - 1, hall: hall, of: lease, term: term, at: start)
        try rent.advance(to: start, &notes)
        try write(&rent, from: start, to: end, part: renewal)
      case .flat:
        let last = MonthDay(term.baseEnd.date.adding(days: -1))
        var rent = RentCourse(
          period: lease.periods.count - 1, hall: hall, of: lease, term: term, at: last)
        try rent.advance(to: last, &notes)
        writer.add(from: start, to: end, part: renewal, coefficient: rent.coefficient)
      case .fixed(_, let escalator):
        let clock = LeaseClock(anchor: start, anniversary: lease.rules.anniversary)
        var rent = RentCourse(escalator: escalator, clock: clock)
        try write(&rent, from: start, to: end, part: renewal)
      }
    }
    writer.finish()
  }

  /// Writes one course of rent, cut where its level changes and where free rent ends.
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
      writer.add(from: day, to: next, part: part, coefficient: coefficient)
      day = next
      if day < end { try rent.advance(to: day, &notes) }
    }
  }
}
