import FinanceBasics
import LeaseModel

/// A part of a month as a fraction of a whole month's charge.
struct MonthPart {
  let numerator: Int
  let denominator: Int

  /// The share of some days of a month in which a term is in force.
  ///
  /// A month wholly in force is one whole charge, split by days. Source: CONVENTIONS §3.
  /// - Parameters:
  ///   - days: The days charged, by number from 1, end excluded.
  ///   - inForce: All days of the month on which the term is in force.
  ///   - dayCount: Of the month.
  init(days: Int, inForce: Range<Int>, dayCount: Int, proration: RentRules.Proration) {
    guard inForce.count < dayCount else {
      numerator = days
      denominator = dayCount
      return
    }
    switch proration {
    case .actualMonth, .wholeMonthFromNext:
      numerator = days
      denominator = dayCount
    case .actual365:
      numerator = 12 * days
      denominator = 365
    case .thirty360:
      // The days of a month of 30: the 31st is none, and the last day of any month ends it.
      let first = min(inForce.lowerBound, 30) - 1
      let end = inForce.upperBound > dayCount ? 30 : min(inForce.upperBound, 30) - 1
      numerator = (end - first) * days
      denominator = 30 * inForce.count
    }
  }
}

extension MonthPart {
  /// The share of some days of a month, of a stretch of days that are prorated together.
  init(
    days: Int, month: Int, start: MonthDay, end: MonthDay, proration: RentRules.Proration
  ) {
    let length = dayCount(ofMonth: month)
    let first = month == start.month ? start.day : 1
    let last = month == end.month ? end.day : length + 1
    self.init(days: days, inForce: first..<last, dayCount: length, proration: proration)
  }
}

/// The last two parts of months that were asked for: anniversaries have the same two every year.
struct ShareMemory {
  private var last = (numerator: 0, denominator: 1, value: PreciseReal.zero)
  private var beforeLast = (numerator: 0, denominator: 1, value: PreciseReal.zero)

  /// The part as a number.
  @inline(__always)
  mutating func value(of part: MonthPart) -> PreciseReal {
    if beforeLast.numerator == part.numerator, beforeLast.denominator == part.denominator {
      swap(&last, &beforeLast)
      return last.value
    }
    if last.numerator == part.numerator, last.denominator == part.denominator { return last.value }
    beforeLast = last
    last = (
      part.numerator, part.denominator, PreciseReal(part.numerator, over: part.denominator)
    )
    return last.value
  }
}
