import FinanceBasics

/// Days as months since January 2000 and the part of the month before them, as rent is prorated.
///
/// The months between two such numbers are the months' rent between two days, by the rule of actual
/// months: a day weighs one over the days of its month.
struct MonthSpan {
  /// Of the first day and the last day of the span.
  let low: Double
  let high: Double
  /// By how much so many whole years later may be off from the same number and 12 a year.
  ///
  /// Only days of February after its first are: the next February may have another length.
  let leapSlack: Double

  init(_ days: ClosedRange<Int32>, isWholeMonths: Bool) {
    low = Self.months(days.lowerBound, isWholeMonths: isWholeMonths)
    high = Self.months(days.upperBound, isWholeMonths: isWholeMonths)
    leapSlack = !isWholeMonths && Self.holdsFebruary(days) ? Self.largestLeapSlack : 0
  }

  /// 28 days of 28 less 28 of 29, and a little more.
  private static let largestLeapSlack = 0.036
  private static let origin = YearMonth(year: 2000, month: 1)

  /// The months before a day.
  static func months(_ dayNumber: Int32, isWholeMonths: Bool) -> Double {
    let parts = CalendarDate(dayNumber: dayNumber).components
    let month = YearMonth(year: parts.year, month: parts.month)
    let whole = Double(origin.months(until: month))
    guard !isWholeMonths else { return parts.day == 1 ? whole : whole + 1 }
    return whole + Double(parts.day - 1) / Double(month.dayCount)
  }

  private static func holdsFebruary(_ days: ClosedRange<Int32>) -> Bool {
    var month = CalendarDate(dayNumber: days.lowerBound).yearMonth
    let last = CalendarDate(dayNumber: days.upperBound).yearMonth
    // Twelve months hold a February, so that no more need be looked at.
    for _ in 0..<13 where month <= last {
      if month.month == 2 {
        let open = month.firstDay.adding(days: 1).dayNumber...month.lastDay.dayNumber
        if open.overlaps(days) { return true }
      }
      month = month.adding(months: 1)
    }
    return false
  }

  /// How far a length of months, added to days of the span, may be off.
  func slack(adding months: Int) -> Double {
    months % 12 == 0 ? leapSlack : Self.unevenSlack
  }

  /// A day moved to a month of another length: 28 of 28 days less 28 of 31, and a little more.
  private static let unevenSlack = 0.1
}
