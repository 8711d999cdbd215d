import FinanceBasics
import LeaseModel

/// Lease years by a closed formula: how many anniversaries of a day another day has passed.
struct LeaseYearCount: Hashable {
  let anchor: CalendarDate
  let rule: RentRules.Anniversary

  /// The anniversaries that a day is charged after; 0 before the first.
  func year(on day: CalendarDate) -> Int {
    switch rule {
    case .daySplit: max(0, anchor.wholeMonths(until: day)) / 12
    case .monthOf: max(0, anchor.yearMonth.months(until: day.yearMonth)) / 12
    case .nextMonth:
      max(0, anchor.yearMonth.months(until: day.yearMonth) - (anchor.day == 1 ? 0 : 1)) / 12
    }
  }

  /// The day from which a lease year is charged, from 0.
  func beginning(ofYear year: Int) -> CalendarDate {
    let anniversary = anchor.adding(months: 12 * year)
    return switch rule {
    case .daySplit: anniversary
    case .monthOf: anniversary.firstOfMonth
    case .nextMonth: anniversary.firstFollowing
    }
  }

  /// The days inside a range on which a lease year begins.
  func beginnings(in days: Range<CalendarDate>) -> [CalendarDate] {
    guard !days.isEmpty else { return [] }
    let first = year(on: days.lowerBound)
    let last = year(on: days.upperBound.adding(days: -1))
    return (first..<last).map { beginning(ofYear: $0 + 1) }
  }
}

extension CalendarDate {
  /// The day if it is the first of a month, else the first of the next.
  var firstFollowing: CalendarDate {
    day == 1 ? self : yearMonth.adding(months: 1).firstDay
  }
}
