import FinanceBasics
import LeaseModel

/// The days of one hall in one case, straight from the dates of the lease.
struct HallDays {
  /// The first day that is charged.
  let start: CalendarDate
  /// The day after the base term, whether or not it is reached.
  let baseEnd: CalendarDate
  /// The day after the last one of the base term that is in force.
  let baseStop: CalendarDate
  /// The renewals that the case counts, in order.
  let renewals: [Range<CalendarDate>]
  /// The days of a stay after the term; empty where there is none.
  let holdover: Range<CalendarDate>

  /// - Parameter renewalCount: The renewals that the case counts.
  init(_ hall: Hall, of lease: Lease, renewalCount: Int, holdsOver: Bool) {
    let term = hall.baseTerm
    let isMoved = lease.rules.proration == .wholeMonthFromNext && term.lowerBound.day > 1
    start = isMoved ? term.lowerBound.firstFollowing : term.lowerBound
    let baseEnd = isMoved ? term.upperBound.firstFollowing : term.upperBound
    self.baseEnd = baseEnd
    let stop = lease.termination.map { min(baseEnd, $0.lastDay.adding(days: 1)) } ?? baseEnd
    baseStop = max(start, stop)
    var months = 0
    var renewals: [Range<CalendarDate>] = []
    for renewal in lease.renewals.prefix(renewalCount) {
      let first = baseEnd.adding(months: months)
      months += renewal.months
      renewals.append(first..<baseEnd.adding(months: months))
    }
    self.renewals = renewals
    let end = renewals.last?.upperBound ?? baseStop
    let length = holdsOver ? lease.holdover?.length : nil
    holdover = end..<(length?.added(to: end) ?? end)
  }

  /// The days in force in the case.
  var inForce: Range<CalendarDate> { start..<holdover.upperBound }

  /// The days after the base term.
  var later: Range<CalendarDate> { (renewals.isEmpty ? baseStop : baseEnd)..<holdover.upperBound }

  /// Which part of the term a day is in; `nil` where the hall is not in force.
  func part(on day: CalendarDate) -> Part? {
    if day >= start, day < baseStop { return .base }
    if let renewal = renewals.firstIndex(where: { $0.contains(day) }) { return .renewal(renewal) }
    return holdover.contains(day) ? .holdover : nil
  }

  enum Part: Hashable {
    case base
    case renewal(Int)
    case holdover
  }
}
