/// A calendar day, with no clock and no time zone.
///
/// Days are counted in the proleptic Gregorian calendar; day 0 is 1970-01-01.
///
///     let signed = CalendarDate(year: 2025, month: 12, day: 17)
///     signed?.description  // "2025-12-17"
@frozen
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, which is day 0; negative before it.
  public let dayNumber: Int32

  /// The first day that a date can name: 0001-01-01.
  public static let earliest = CalendarDate(dayNumber: -719_162)

  /// The last day that a date can name: 9999-12-31.
  public static let latest = CalendarDate(dayNumber: 2_932_896)

  /// The day of a number.
  @inlinable
  public init(dayNumber: Int32) {
    self.dayNumber = dayNumber
  }

  /// The day of a calendar date, or `nil` where the calendar has no such day.
  ///
  /// - Parameters:
  ///   - year: From 1 to 9999.
  ///   - month: From 1 to 12.
  ///   - day: From 1 to the month's last day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...YearMonth(year: year, month: month).dayCount).contains(day)
    else { return nil }
    self = YearMonth(year: year, month: month).firstDay.adding(days: day - 1)
  }

  /// The year, the month from 1 to 12, and the day of the month from 1.
  public var components: (year: Int, month: Int, day: Int) {
    // Days to civil date over 400-year eras of 146,097 days that begin on 1 March.
    // Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The calendar year.
  public var year: Int { components.year }
  /// The month of the year, from 1 to 12.
  public var month: Int { components.month }
  /// The day of the month, from 1.
  public var day: Int { components.day }

  /// The calendar month that this day is in.
  public var yearMonth: YearMonth {
    let parts = components
    return YearMonth(year: parts.year, month: parts.month)
  }

  /// Whether a day is before another.
  @inlinable
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.dayNumber < right.dayNumber
  }
}
