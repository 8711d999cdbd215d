import FinanceBasics

/// A day as its month and its number in it: what lease years and parts of months are counted in.
struct MonthDay: Hashable, Comparable, Sendable {
  /// The month's index times 32, plus the day of the month.
  private let code: Int

  init(month: Int, day: Int) {
    code = month << 5 | day
  }

  init(_ date: CalendarDate) {
    let parts = date.components
    self.init(month: parts.year * 12 + parts.month - 1, day: parts.day)
  }

  /// Months since January of the year 0.
  var month: Int { code >> 5 }

  /// From 1.
  var day: Int { code & 31 }

  var yearMonth: YearMonth { YearMonth(index: Int32(truncatingIfNeeded: month)) }

  var date: CalendarDate { yearMonth.firstDay.adding(days: day - 1) }

  /// The same day some months later, clipped to the month's end.
  @inline(__always)
  func adding(months: Int) -> MonthDay {
    let target = month + months
    return MonthDay(month: target, day: day <= 28 ? day : min(day, dayCount(ofMonth: target)))
  }

  /// This day if it is a first, else the first of the next month.
  var firstFollowing: MonthDay { day == 1 ? self : MonthDay(month: month + 1, day: 1) }

  var firstOfMonth: MonthDay { MonthDay(month: month, day: 1) }

  static func < (left: MonthDay, right: MonthDay) -> Bool { left.code < right.code }
}

extension Tenor {
  /// The day that follows a period of this length from a day on.
  func added(to day: MonthDay) -> MonthDay {
    switch self {
    case .months(let count): day.adding(months: count)
    case .days(let count): MonthDay(day.date.adding(days: count))
    }
  }
}

/// The days of a month given by its index since January of the year 0.
@inline(__always)
func dayCount(ofMonth month: Int) -> Int {
  let year = month / 12
  let number = month - year * 12 + 1
  if number == 2 { return isLeapYear(year) ? 29 : 28 }
  // Odd months up to July and even ones from August on have 31 days.
  return 30 + (number ^ number >> 3) & 1
}
