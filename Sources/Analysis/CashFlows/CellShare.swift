import CashFlowEngine
import FinanceBasics

/// The part of a month's posted amount that falls on some days, so that parts sum to the whole.
///
/// The amount is spread over the days of the month on which the hall is in force; what has accrued
/// before a day is rounded half to even, and a part is the difference of two such sums.
///
/// - Parameters:
///   - force: The days on which the hall is in force.
///   - days: The days asked for, end excluded.
func share(
  of minorUnits: Int64, in month: YearMonth, force: Range<CalendarDate>,
  on days: Range<CalendarDate>
) -> Int64 {
  let month = month.days
  if days.lowerBound <= month.lowerBound, month.upperBound <= days.upperBound {
    return minorUnits
  }
  let inForce = force.overlaps(month) ? force.clamped(to: month) : month
  let accrued = { (day: CalendarDate) -> Int64 in
    let elapsed = inForce.lowerBound.days(
      until: min(max(day, inForce.lowerBound), inForce.upperBound))
    let whole = inForce.lowerBound.days(until: inForce.upperBound)
    return PreciseReal(integer: Int(minorUnits)).times(PreciseReal(elapsed, over: whole))
      .roundedHalfEven() ?? 0
  }
  return accrued(days.upperBound) - accrued(days.lowerBound)
}

extension Range<CalendarDate> {
  /// All days.
  static let always = CalendarDate.earliest..<CalendarDate.latest
}
