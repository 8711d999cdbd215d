import FinanceBasics
import LeaseModel

/// Follows the rents of the halls through their terms.
struct RentWriter<Sink: RentSink> {
  var sink: Sink
  var notes: ProjectionNotes

  /// Base rent of one hall in one rent period.
  ///
  /// - Parameters:
  ///   - rate: Of the hall in minor units a month; of a step table its scale.
  ///   - charge: What of it is charged day by day; `nil` is all of it.
  ///   - limit: The day after the last one that is charged.
  /// - Returns: The full rent of the last day, in minor units a month; `nil` without days.
  @discardableResult
  mutating func write(
    period: Int, of lease: Lease, hall: Int, term: HallTerm, rate: PreciseReal,
    charging charge: ChargedShare?, until limit: MonthDay
  ) throws(ProjectionProblem) -> PreciseReal? {
    let start = term.beginning(ofPeriod: period, of: lease)
    let end = min(term.beginning(ofPeriod: period + 1, of: lease), limit)
    guard start < end else { return nil }
    var rent = RentCourse(
      period: period, hall: hall, of: lease, term: term, at: start, rate: rate)
    try rent.advance(to: start, &notes)
    return try write(&rent, from: start, to: end, part: period, charging: charge)
  }

  /// Follows one course of rent, cut where its level or the share that is charged changes.
  ///
  /// - Returns: The full rent of the last day.
  mutating func write(
    _ rent: inout RentCourse, from start: MonthDay, to end: MonthDay, part: Int,
    charging charge: ChargedShare?
  ) throws(ProjectionProblem) -> PreciseReal {
    var day = start
    while day < end {
      var next = min(end, rent.nextChange)
      var coefficient = rent.coefficient
      if let charge {
        let (share, until) = charge.share(at: day)
        next = min(next, until)
        coefficient = coefficient.times(share)
      }
      try sink.add(from: day, to: next, part: part, coefficient: coefficient)
      day = next
      if day < end { try rent.advance(to: day, &notes) }
    }
    return rent.coefficient
  }
}

extension RentWriter where Sink == RunWriter {
  /// Base rent and renewal rent of one hall.
  mutating func writeRents(
    of lease: Lease, hall: Int, term: HallTerm, rates: RentRates, plan: RenewalPlan
  ) throws(ProjectionProblem) {
    guard term.start < term.end else { return }
    sink.begin(.baseRent, hall: hall, term: term, from: term.start, to: term.baseEndInForce)
    let charge = ChargedShare(lease.halls[hall], term: term)
    var baseRent = PreciseReal.zero
    for period in lease.periods.indices {
      let rate = rates.monthlyMinorUnits(of: lease, hall: hall, period: period)
      let last = try write(
        period: period, of: lease, hall: hall, term: term, rate: rate, charging: charge,
        until: term.baseEndInForce)
      if let last { baseRent = last }
    }
    try sink.finish()
    guard term.baseEndInForce < term.end else { return }
    sink.begin(.renewalRent, hall: hall, term: term, from: term.baseEndInForce, to: term.end)
    let rent = RenewalRent(
      lease: lease, hall: hall, term: term, rates: rates, baseRent: baseRent)
    try write(rent, plan: plan)
    try sink.finish()
  }

  /// Makes room for the runs of all halls.
  mutating func reserveCapacity(_ terms: [HallTerm]) {
    var months = 0
    for term in terms { months += term.end.month - term.start.month }
    sink.reserveCapacity(months / 6 + 4 * terms.count)
  }
}
