/// A calendar month of one year: the row of every projection.
@frozen
public struct YearMonth: Hashable, Comparable, Sendable {
  /// Months since January of the year 0.
  public let index: Int32

  /// The month of an index.
  @inlinable
  public init(index: Int32) {
    self.index = index
  }

  /// - Parameter month: From 1 to 12.
  @inlinable
  public init(year: Int, month: Int) {
    index = Int32(year * 12 + month - 1)
  }

  /// The calendar year.
  @inlinable public var year: Int { Int(index) / 12 }

  /// The month of the year, from 1.
  @inlinable public var month: Int { Int(index) % 12 + 1 }

  /// This month moved by a number of months, which may be negative.
  @inlinable
  public func adding(months: Int) -> YearMonth {
    YearMonth(index: index + Int32(months))
  }

  /// The months from this one, included, to another, excluded; negative if that one is earlier.
  @inlinable
  public func months(until other: YearMonth) -> Int {
    Int(other.index) - Int(index)
  }

  /// The first day of the month.
  public var firstDay: CalendarDate {
    // Civil date to days over 400-year eras that begin on 1 March.
    // Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return CalendarDate(dayNumber: Int32(era * 146_097 + dayOfEra - 719_468))
  }

  /// The last day of the month.
  public var lastDay: CalendarDate { firstDay.adding(days: dayCount - 1) }

  /// The days of the month, from its first to the first of the next, excluded.
  public var days: Range<CalendarDate> { firstDay..<adding(months: 1).firstDay }

  /// The number of days in the month, from 28 to 31.
  public var dayCount: Int {
    switch month {
    case 2: isLeapYear(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a month is before another.
  @inlinable
  public static func < (left: YearMonth, right: YearMonth) -> Bool {
    left.index < right.index
  }
}

extension YearMonth: CustomStringConvertible, LosslessStringConvertible {
  /// The month as ISO 8601 writes it, such as `2027-06`.
  public var description: String { "\(padded(year, to: 4))-\(padded(month, to: 2))" }

  /// Reads `YYYY-MM` and nothing else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let year = digits(parts[0], count: 4), year > 0,
      let month = digits(parts[1], count: 2), (1...12).contains(month)
    else { return nil }
    self.init(year: year, month: month)
  }
}

/// Whether a year has a 29th of February.
public func isLeapYear(_ year: Int) -> Bool {
  year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}
