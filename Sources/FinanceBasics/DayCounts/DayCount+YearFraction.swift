extension DayCount {
  /// The days that the rule counts in a period.
  ///
  /// 1/1 counts one. The ACT/ACT rules count actual days, though their fraction is not a quotient.
  public func days(in period: AccrualPeriod) -> Int {
    let (start, end) = (period.accrual.lowerBound, period.accrual.upperBound)
    switch self {
    case .oneOne: return 1
    case .noLeap360, .noLeap365:
      return start.days(until: end) - leapDays(after: start, through: end)
    case .thirty360Bond, .thirty360US, .thirty360NASD, .thirty360PSA, .thirtyE360, .thirtyE365,
      .thirtyE360ISDA, .thirtyEPlus360:
      return thirtyDayMonths(from: start, to: end, isLast: period.isLast)
    case .actual360, .actual364, .actual365Fixed, .actual36525, .actual365Actual,
      .actualActualISDA, .actualActualICMA, .actualActualAFB, .actualActualYear:
      return start.days(until: end)
    }
  }

  /// The period as a part of a year.
  public func yearFraction(of period: AccrualPeriod) -> Double {
    let days = Double(days(in: period))
    let (start, end) = (period.accrual.lowerBound, period.accrual.upperBound)
    switch self {
    case .oneOne: return 1
    case .actual364: return days / 364
    case .actual365Fixed, .noLeap365, .thirtyE365: return days / 365
    case .actual36525: return days / 365.25
    case .actual365Actual: return days / (leapDays(after: start, through: end) > 0 ? 366 : 365)
    case .actualActualISDA: return yearsByCalendarYear(from: start, to: end)
    case .actualActualICMA: return yearsByReferencePeriod(period)
    case .actualActualAFB: return yearsBackFromEnd(from: start, to: end)
    case .actualActualYear: return yearsForwardFromStart(from: start, to: end)
    case .actual360, .noLeap360, .thirty360Bond, .thirty360US, .thirty360NASD, .thirty360PSA,
      .thirtyE360, .thirtyE360ISDA, .thirtyEPlus360:
      return days / 360
    }
  }
}

/// The number of 29ths of February after one day, up to and including another.
private func leapDays(after start: CalendarDate, through end: CalendarDate) -> Int {
  guard start < end else { return 0 }
  return (start.year...end.year).filter { year in
    guard let leapDay = CalendarDate(year: year, month: 2, day: 29) else { return false }
    return leapDay > start && leapDay <= end
  }.count
}

/// ACT/ACT ISDA: each calendar year's days ÷ its own number of days.
private func yearsByCalendarYear(from start: CalendarDate, to end: CalendarDate) -> Double {
  func dayOfYear(_ date: CalendarDate) -> Int {
    YearMonth(year: date.year, month: 1).firstDay.days(until: date)
  }
  func length(_ year: Int) -> Double { isLeapYear(year) ? 366 : 365 }
  if start.year == end.year { return Double(start.days(until: end)) / length(start.year) }
  return Double(end.year - start.year) + Double(dayOfYear(end)) / length(end.year)
    - Double(dayOfYear(start)) / length(start.year)
}

/// ACT/ACT ICMA: the days in each reference period ÷ its days × its part of a year.
private func yearsByReferencePeriod(_ period: AccrualPeriod) -> Double {
  let (start, end) = (period.accrual.lowerBound, period.accrual.upperBound)
  let months = period.referenceMonths
  let anchor = period.reference.lowerBound
  let rollsAtMonthEnd =
    anchor == anchor.lastOfMonth
    && period.reference.upperBound == period.reference.upperBound.lastOfMonth
  func boundary(_ index: Int) -> CalendarDate {
    if index == 1 { return period.reference.upperBound }
    let day = anchor.adding(months: index * months)
    return rollsAtMonthEnd ? day.lastOfMonth : day
  }
  var index = 0
  while boundary(index) > start { index -= 1 }
  var years = 0.0
  while boundary(index) < end {
    let (lower, upper) = (boundary(index), boundary(index + 1))
    let days = max(lower, start).days(until: min(upper, end))
    years += Double(max(0, days)) / Double(lower.days(until: upper)) * Double(months) / 12
    index += 1
  }
  return years
}

/// ACT/ACT AFB: whole years back from the end, and the rest by whether it has a 29 February.
private func yearsBackFromEnd(from start: CalendarDate, to end: CalendarDate) -> Double {
  func back(_ years: Int) -> CalendarDate { end.adding(months: -12 * years) }
  var years = 0
  while back(years + 1) >= start { years += 1 }
  let rest = start..<max(start, back(years))
  let days = rest.lowerBound.days(until: rest.upperBound)
  // A 29 February on the first day counts, one on the last does not.
  let leap = leapDays(after: start.adding(days: -1), through: rest.upperBound.adding(days: -1))
  return Double(years) + Double(days) / (leap > 0 ? 366 : 365)
}

/// ACT/ACT Year: whole years forward from the start, and the rest by the year that it begins.
private func yearsForwardFromStart(from start: CalendarDate, to end: CalendarDate) -> Double {
  func forward(_ years: Int) -> CalendarDate { start.adding(months: 12 * years) }
  var years = 0
  while forward(years + 1) <= end { years += 1 }
  let rest = forward(years).days(until: end)
  return Double(years) + Double(rest) / Double(forward(years).days(until: forward(years + 1)))
}
