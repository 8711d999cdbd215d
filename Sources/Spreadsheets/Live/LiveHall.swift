import CashFlowEngine
import FinanceBasics
import LeaseModel

/// A hall with the dates that its formulas count from.
struct LiveHall {
  /// The place of the hall in the lease's list, from 0.
  let index: Int
  let hall: Hall
  /// The first day that is charged.
  let start: CalendarDate
  /// The day after the base term.
  let baseEnd: CalendarDate
  /// The day after the last one in force in the case.
  let end: CalendarDate
  /// The months of the base term, where it is so many; `nil` where its last day is stated.
  let termMonths: Int?
  /// The months of the renewals that the case counts.
  let renewalMonths: Int
  /// What lease years are counted from.
  let anchor: CalendarDate

  init(_ index: Int, of lease: Lease, inForce: Range<CalendarDate>) {
    self.index = index
    hall = lease.halls[index]
    let term = hall.baseTerm
    let isWhole = lease.rules.proration == .wholeMonthFromNext
    let isMoved = isWhole && term.lowerBound.day > 1
    let first = isMoved ? Self.firstFollowing(term.lowerBound) : term.lowerBound
    let afterBase = isMoved ? Self.firstFollowing(term.upperBound) : term.upperBound
    let afterLast = max(inForce.upperBound, first)
    start = first
    baseEnd = afterBase
    end = afterLast
    termMonths = Self.months(from: first, to: afterBase)
    renewalMonths =
      afterBase < afterLast ? Self.months(from: afterBase, to: afterLast) ?? 0 : 0
    switch lease.rules.escalationClock {
    case .perHall: anchor = start
    case .lease:
      let earliest = lease.firstCommencement
      anchor = isWhole ? Self.firstFollowing(earliest) : earliest
    case .date(let date): anchor = date
    }
  }

  /// The months that lead from one day to another; `nil` where no count of them does.
  private static func months(from day: CalendarDate, to other: CalendarDate) -> Int? {
    let months = day.yearMonth.months(until: other.yearMonth)
    return [months, months + 1].first { day.adding(months: $0) == other }
  }

  /// The months of the base term without rent-free time that it is longer by; `nil` where no count
  /// of them does.
  func termMonths(without more: Tenor) -> Int? {
    switch more {
    case .months(let count): termMonths.map { $0 - count }
    case .days(let count): Self.months(from: start, to: baseEnd.adding(days: -count))
    }
  }

  static func firstFollowing(_ day: CalendarDate) -> CalendarDate {
    day.day == 1 ? day : day.yearMonth.adding(months: 1).firstDay
  }

  /// The day after the free days; the first day where none is free.
  var freeEnd: CalendarDate {
    guard let abatement, let end = hall.abatement?.length.added(to: start) else { return start }
    return abatement.share.digits == 0 ? start : end
  }

  /// Free base rent, where there is some.
  var abatement: Abatement? {
    hall.abatement.flatMap { $0.charges.contains(.baseRent) ? $0 : nil }
  }

  /// The lease year of a day, from 1, as the lease's rule of anniversaries has it.
  func year(on day: CalendarDate, _ rule: RentRules.Anniversary) -> Int {
    let months =
      switch rule {
      case .daySplit: anchor.wholeMonths(until: day)
      case .monthOf: anchor.yearMonth.months(until: day.yearMonth)
      case .nextMonth:
        anchor.yearMonth.months(until: day.yearMonth) - (anchor.day == 1 ? 0 : 1)
      }
    return max(0, months) / 12 + 1
  }

  /// The day from which a lease year is charged, from 1.
  func beginning(ofYear year: Int, _ rule: RentRules.Anniversary) -> CalendarDate {
    let day = anchor.adding(months: 12 * (year - 1))
    return switch rule {
    case .daySplit: day
    case .monthOf: day.yearMonth.firstDay
    case .nextMonth: Self.firstFollowing(day)
    }
  }
}
