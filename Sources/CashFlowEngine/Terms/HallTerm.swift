import FinanceBasics
import LeaseModel

/// The days of a hall as they are charged: its base term, and how far a case carries it.
struct HallTerm {
  /// Rent commencement; the first following it where rent counts whole months.
  let start: MonthDay
  /// The day after the base term as agreed, over which rates are solved.
  let baseEnd: MonthDay
  /// The day after the last day of the base term in force: an early end cuts it; else `baseEnd`.
  let baseEndInForce: MonthDay
  /// The day after the last renewal in force, or after the base term in force.
  let renewalEnd: MonthDay
  /// The day after the last day in force, holdover included; `start` if there is no such day.
  let end: MonthDay
  /// Counts rent's lease years.
  let clock: LeaseClock
  /// Counts the hall's own lease years, which rent periods are stated in.
  let ownClock: LeaseClock
  /// The day after the abated days, however the term ends.
  let abatementEnd: MonthDay

  /// - Parameters:
  ///   - renewalMonths: Of all renewals in force together.
  ///   - holdover: How long the tenant stays after them.
  ///   - lastDay: Of an early end, after which the hall is not in force.
  init(
    _ index: Int, of lease: borrowing Lease, firstCommencement: CalendarDate, renewalMonths: Int,
    holdover: Tenor? = nil, lastDay: CalendarDate? = nil
  ) {
    let isWhole = lease.rules.isWholeMonths
    let term = lease.halls[index].baseTerm
    let commencement = MonthDay(term.lowerBound)
    start = isWhole ? commencement.firstFollowing : commencement
    // A term that is moved keeps its length; a stated end of one that begins on a first stays.
    let isMoved = start > commencement
    baseEnd = isMoved ? MonthDay(term.upperBound).firstFollowing : MonthDay(term.upperBound)
    let dayAfter = lastDay.map { MonthDay($0.adding(days: 1)) } ?? baseEnd
    baseEndInForce = min(baseEnd, max(start, dayAfter))
    renewalEnd = renewalMonths == 0 ? baseEndInForce : baseEndInForce.adding(months: renewalMonths)
    end = holdover?.added(to: renewalEnd) ?? renewalEnd
    let anniversary = lease.rules.anniversary
    ownClock = LeaseClock(anchor: start, anniversary: anniversary)
    switch lease.rules.escalationClock {
    case .perHall: clock = ownClock
    case .lease:
      let anchor = MonthDay(firstCommencement)
      clock = LeaseClock(
        anchor: isWhole ? anchor.firstFollowing : anchor, anniversary: anniversary)
    case .date(let date): clock = LeaseClock(anchor: MonthDay(date), anniversary: anniversary)
    }
    abatementEnd = lease.halls[index].abatement?.length.added(to: start) ?? start
  }

  /// The days in force on which the hall's abatement holds; empty where it has none.
  var abatedDays: Range<MonthDay> { start..<max(start, min(abatementEnd, end)) }

  /// The last day in force; `nil` of a hall that an early end keeps from ever beginning.
  var lastDay: CalendarDate? { start < end ? end.date.adding(days: -1) : nil }

  /// The first day of a rent period of the base term as agreed.
  func beginning(ofPeriod index: Int, of lease: Lease) -> MonthDay {
    guard index > 0 else { return start }
    guard index < lease.periods.count else { return baseEnd }
    let day = ownClock.beginning(ofYear: lease.periods[index].leaseYears.lowerBound)
    return min(max(day, start), baseEnd)
  }
}

/// The terms of all halls, in their order.
func hallTerms(of lease: Lease, plan: RenewalPlan) -> [HallTerm] {
  var first = lease.halls[0].baseTerm.lowerBound
  for hall in lease.halls.indices { first = min(first, lease.halls[hall].baseTerm.lowerBound) }
  return lease.halls.indices.map { index in
    HallTerm(
      index, of: lease, firstCommencement: first, renewalMonths: plan.months,
      holdover: plan.holdover?.length, lastDay: lease.termination?.lastDay)
  }
}

extension RentRules {
  var isWholeMonths: Bool {
    switch proration {
    case .wholeMonthFromNext: true
    case .actualMonth, .thirty360, .actual365: false
    }
  }
}
