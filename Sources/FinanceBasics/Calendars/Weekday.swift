/// A day of the week, numbered as ISO 8601 does.
public enum Weekday: Int, CaseIterable, Sendable, Comparable {
  /// The first day of the week, 1.
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday
  /// The last day of the week, 7.
  case sunday

  /// Earlier in the week.
  public static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }

  /// Whether it is a Saturday or a Sunday.
  public var isWeekend: Bool { self >= .saturday }
}

extension CalendarDate {
  /// The day of the week.
  public var weekday: Weekday {
    // Day 0, 1970-01-01, was a Thursday: the fourth day from Monday, which counts as 3 from 0.
    let fromMonday = (Int(dayNumber) + 3) % 7
    return Weekday(rawValue: (fromMonday < 0 ? fromMonday + 7 : fromMonday) + 1) ?? .monday
  }
}

extension YearMonth {
  /// A weekday by its place in the month, such as the third Monday; the place counts from 1.
  func nth(_ place: Int, _ weekday: Weekday) -> CalendarDate {
    let ahead = (weekday.rawValue - firstDay.weekday.rawValue + 7) % 7
    return firstDay.adding(days: ahead + 7 * (place - 1))
  }

  /// The last day of the month that is a weekday.
  func last(_ weekday: Weekday) -> CalendarDate {
    lastDay.adding(days: -((lastDay.weekday.rawValue - weekday.rawValue + 7) % 7))
  }
}
