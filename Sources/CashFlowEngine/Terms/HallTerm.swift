import FinanceBasics
import LeaseModel

/// The days of a hall as they are charged: its base term, and how far renewals carry it.
struct HallTerm {
  /// Rent commencement; the first following it where rent counts whole months.
  let start: MonthDay
  /// The day after the base term.
  let baseEnd: MonthDay
  /// The day after the last renewal in force, or after the base term.
  let end: MonthDay
  /// Counts rent's lease years.
  let clock: LeaseClock
  /// Counts the hall's own lease years, which rent periods are stated in.
  let ownClock: LeaseClock
  /// The day after the abated days.
  let abatementEnd: MonthDay

  /// - Parameter renewalMonths: Of all renewals in force together.
  init(
    _ index: Int, of lease: borrowing Lease, firstCommencement: CalendarDate, renewalMonths: Int
  ) {
    let isWhole = lease.rules.isWholeMonths
    let term = lease.halls[index].baseTerm
    start = isWhole ? MonthDay(term.lowerBound).firstFollowing : MonthDay(term.lowerBound)
    // A term that is moved keeps its length; a stated end of one that begins on a first stays.
    let isMoved = start > MonthDay(term.lowerBound)
    baseEnd = isMoved ? MonthDay(term.upperBound).firstFollowing : MonthDay(term.upperBound)
    end = renewalMonths == 0 ? baseEnd : baseEnd.adding(months: renewalMonths)
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

  /// The first day of a rent period of the base term.
  func beginning(ofPeriod index: Int, of lease: Lease) -> MonthDay {
    guard index > 0 else { return start }
    guard index < lease.periods.count else { return baseEnd }
    let day = ownClock.beginning(ofYear: lease.periods[index].leaseYears.lowerBound)
    return min(max(day, start), baseEnd)
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
