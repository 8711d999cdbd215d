extension BusinessCalendar {
  /// Whether a weekday is a holiday of one of the US markets, by rule or by exception.
  ///
  /// Sources: 5 U.S.C. §6103; Federal Reserve, NYSE and SIFMA holiday schedules.
  func isHoliday(_ date: CalendarDate) -> Bool {
    let (year, month, day) = date.components
    let isRuled =
      switch month {
      case 1: isJanuaryHoliday(date, year, day)
      case 2: date == date.yearMonth.nth(3, .monday)
      case 3, 4: isGoodFridayHoliday(date, year)
      case 5: date == date.yearMonth.last(.monday)
      case 6: year >= 2022 && observes(date, month: 6, day: 19)
      case 7: observes(date, month: 7, day: 4)
      case 9: date == date.yearMonth.nth(1, .monday)
      case 10: self != .nyse && date == date.yearMonth.nth(2, .monday)
      case 11: isNovemberHoliday(date)
      case 12: isDecemberHoliday(date, day)
      default: false
      }
    return isRuled || exceptionalClosings.contains(date)
  }

  /// New Year's Day, observed on a Monday, and Martin Luther King's birthday.
  private func isJanuaryHoliday(_ date: CalendarDate, _ year: Int, _ day: Int) -> Bool {
    day == 1 || (day == 2 && date.weekday == .monday) || date == date.yearMonth.nth(3, .monday)
  }

  /// Good Friday; the employment report is due on it where it is the first Friday of a month.
  private func isGoodFridayHoliday(_ date: CalendarDate, _ year: Int) -> Bool {
    guard date.weekday == .friday, date == easterSunday(of: year).adding(days: -2) else {
      return false
    }
    switch self {
    case .nyse, .sofr: return true
    case .usGovernmentBond: return date != date.yearMonth.nth(1, .friday)
    default: return false
    }
  }

  /// Veterans Day, which of these only settlement moves to a Friday, and Thanksgiving.
  private func isNovemberHoliday(_ date: CalendarDate) -> Bool {
    if date == date.yearMonth.nth(4, .thursday) { return true }
    guard self != .nyse else { return false }
    let isOnSaturday = date.day == 10 && date.weekday == .friday
    return isOnSaturday ? self == .usSettlement : observes(date, month: 11, day: 11)
  }

  /// Christmas, and New Year's Day of the next year, which only settlement moves to a Friday.
  private func isDecemberHoliday(_ date: CalendarDate, _ day: Int) -> Bool {
    observes(date, month: 12, day: 25)
      || (self == .usSettlement && day == 31 && date.weekday == .friday)
  }

  /// Whether a weekday is kept for a holiday of its month: itself, the Monday after a Sunday, or,
  /// but at the Fed, the Friday before a Saturday.
  private func observes(_ date: CalendarDate, month: Int, day: Int) -> Bool {
    guard let holiday = CalendarDate(year: date.year, month: month, day: day) else { return false }
    return switch holiday.weekday {
    case .sunday: date == holiday.adding(days: 1)
    case .saturday: self != .usFed && date == holiday.adding(days: -1)
    default: date == holiday
    }
  }

  /// Closings that no rule foresees: mourning, a storm, and 11 September 2001.
  private var exceptionalClosings: [CalendarDate] {
    switch self {
    case .nyse: Self.exchangeClosings
    case .usGovernmentBond, .sofr: Self.bondClosings
    default: []
    }
  }

  private static let exchangeClosings = [
    (2001, 9, 11), (2001, 9, 12), (2001, 9, 13), (2001, 9, 14),  // the attacks
    (2004, 6, 11),  // President Reagan's funeral
    (2007, 1, 2),  // President Ford's funeral
    (2012, 10, 29), (2012, 10, 30),  // Hurricane Sandy
    (2018, 12, 5),  // President Bush's funeral
    (2025, 1, 9),  // President Carter's funeral
  ].compactMap { CalendarDate(year: $0.0, month: $0.1, day: $0.2) }

  private static let bondClosings = [
    (2004, 6, 11), (2012, 10, 30), (2018, 12, 5),
  ].compactMap { CalendarDate(year: $0.0, month: $0.1, day: $0.2) }
}

/// Easter Sunday of the Gregorian calendar.
///
/// Source: J. Meeus, "Astronomical Algorithms" (1991), chapter 8; the anonymous algorithm of 1876.
func easterSunday(of year: Int) -> CalendarDate {
  let (golden, century, yearOfCentury) = (year % 19, year / 100, year % 100)
  let correction = (century + 8) / 25
  let epact =
    (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30
  let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
  let shift = (golden + 11 * epact + 22 * weekday) / 451
  let days = epact + weekday - 7 * shift + 114
  return YearMonth(year: year, month: days / 31).firstDay.adding(days: days % 31)
}
