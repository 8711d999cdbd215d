extension CalendarDate {
  /// This day moved by a number of days, which may be negative.
  @inlinable
  public func adding(days: Int) -> CalendarDate {
    CalendarDate(dayNumber: dayNumber + Int32(days))
  }

  /// This day moved by a number of months: the day of the month is kept, clipped to the month's end.
  ///
  /// 31 January and one month is 28 February; 31 January and two months is 31 March. Anniversaries
  /// are therefore always counted from their anchor, never from the anniversary before.
  ///
  /// Source: the spreadsheet function EDATE.
  public func adding(months: Int) -> CalendarDate {
    let parts = components
    let target = YearMonth(year: parts.year, month: parts.month).adding(months: months)
    return target.firstDay.adding(days: min(parts.day, target.dayCount) - 1)
  }

  /// The days from this day, included, to another, excluded; negative if that one is earlier.
  @inlinable
  public func days(until other: CalendarDate) -> Int {
    Int(other.dayNumber) - Int(dayNumber)
  }

  /// The whole months from this day to another, by `adding(months:)`; negative if it is earlier.
  ///
  /// The greatest n for which this day and n months is not after the other.
  public func wholeMonths(until other: CalendarDate) -> Int {
    let months = yearMonth.months(until: other.yearMonth)
    return adding(months: months) > other ? months - 1 : months
  }

  /// The first day of the month that this day is in.
  public var firstOfMonth: CalendarDate { yearMonth.firstDay }

  /// The last day of the month that this day is in.
  public var lastOfMonth: CalendarDate { yearMonth.lastDay }
}
