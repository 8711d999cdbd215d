import FinanceBasics
import LeaseModel

/// What the rent of a hall after its base term depends on.
struct RenewalRent {
  let lease: Lease
  let hall: Int
  let term: HallTerm
  let rates: RentRates
  /// The full rent of the last day of the base term, in minor units a month.
  let baseRent: PreciseReal
}

extension RentWriter {
  /// The rent of the renewals of a plan, in order, then of a holdover.
  mutating func write(_ rent: RenewalRent, plan: RenewalPlan) throws(ProjectionProblem) {
    var last = rent.baseRent
    var months = 0
    for renewal in 0..<plan.count {
      let start = rent.term.baseEndInForce.adding(months: months)
      months += rent.lease.renewals[renewal].months
      var course = try course(of: rent, renewal: renewal, from: start, old: last)
      let charge = ChargedShare(
        rent.lease.halls[rent.hall], term: rent.term, weight: plan.weights[renewal])
      last = try write(
        &course, from: start, to: rent.term.baseEndInForce.adding(months: months), part: renewal,
        charging: charge)
    }
    guard let holdover = plan.holdover, rent.term.renewalEnd < rent.term.end else { return }
    // What is charged on the last day holds on, whatever the megawatts do.
    let lastDay = MonthDay(rent.term.renewalEnd.date.adding(days: -1))
    let charge = ChargedShare(
      rent.lease.halls[rent.hall], term: rent.term, weight: plan.holdoverWeight)
    if let charge { last = last.times(charge.share(at: lastDay).share) }
    try sink.add(
      from: rent.term.renewalEnd, to: rent.term.end, part: rent.lease.renewals.count,
      coefficient: last.times(holdover.share.real))
  }

  /// How the full rent of a renewal goes.
  ///
  /// - Parameter old: The full rent of the day before.
  private mutating func course(
    of rent: RenewalRent, renewal: Int, from start: MonthDay, old: PreciseReal
  ) throws(ProjectionProblem) -> RentCourse {
    let lease = rent.lease
    let ownClock = LeaseClock(anchor: start, anniversary: lease.rules.anniversary)
    switch lease.renewals[renewal].rent {
    case .continued:
      let lastPeriod = lease.periods.count - 1
      let rate = rent.rates.monthlyMinorUnits(of: lease, hall: rent.hall, period: lastPeriod)
      var course = RentCourse(
        period: lastPeriod, hall: rent.hall, of: lease, term: rent.term, at: start, rate: rate)
      try course.advance(to: start, &notes)
      return course
    case .flat: return RentCourse(escalator: .none, clock: ownClock, rate: rent.baseRent)
    case .fixed(let rate, let escalator):
      let monthly = lease.halls[rent.hall].criticalIT.real.times(100)
        .times(rate.perMegawattMonth(ofLeaseWith: lease.criticalIT))
      return RentCourse(escalator: escalator, clock: ownClock, rate: monthly)
    case .market(let market, let escalator):
      let monthly = try market.monthlyMinorUnits(
        of: lease.halls[rent.hall], in: start.yearMonth, old: old, &notes)
      return RentCourse(escalator: escalator, clock: ownClock, rate: monthly)
    }
  }
}
