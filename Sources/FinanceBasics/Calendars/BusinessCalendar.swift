/// Which days are business days in a market.
///
/// The rules are those in force since 1998, projected to 2060 and on; dated exceptional closings
/// stand beside them. The law may change a projected holiday.
///
///     BusinessCalendar.usFed.isBusinessDay(independenceDay)  // false
public enum BusinessCalendar: String, CaseIterable, Sendable {
  /// Every day is a business day.
  case none
  /// Every day but Saturdays and Sundays is.
  case weekends = "SAT-SUN"
  /// The Federal Reserve Banks, which close the Monday after a Sunday holiday.
  case usFed = "US-FED"
  /// Settlement of bank business, which closes the Friday before a Saturday holiday too.
  case usSettlement = "US-SETTLEMENT"
  /// The New York Stock Exchange.
  case nyse = "NYSE"
  /// US government bonds, open on a Good Friday on which the employment report is due.
  case usGovernmentBond = "US-GOVBOND"
  /// The days on which SOFR is published: government bonds, and closed on every Good Friday.
  case sofr = "SOFR"

  /// Whether business is done on a day.
  public func isBusinessDay(_ date: CalendarDate) -> Bool {
    switch self {
    case .none: true
    case .weekends: !date.weekday.isWeekend
    case .usFed, .usSettlement, .nyse, .usGovernmentBond, .sofr:
      !date.weekday.isWeekend && !isHoliday(date)
    }
  }

  /// The holidays on weekdays of a year, ascending.
  public func weekdayHolidays(of year: Int) -> [CalendarDate] {
    let first = YearMonth(year: year, month: 1).firstDay
    return (0..<(isLeapYear(year) ? 366 : 365)).map { first.adding(days: $0) }
      .filter { !$0.weekday.isWeekend && !isBusinessDay($0) }
  }
}
