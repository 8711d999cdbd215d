public import FinanceBasics

/// The month and the day on which fiscal years end.
///
///     FiscalYearEnd("05-31")?.lastDay(ofYear: 2026)  // 2026-05-31
public struct FiscalYearEnd: Hashable, Sendable {
  /// From 1.
  public let month: Int
  /// From 1; a day that ends its month in any year ends it in every year.
  public let day: Int

  /// The end of calendar years.
  public static let december = FiscalYearEnd(month: 12, day: 31)

  private init(month: Int, day: Int) {
    self.month = month
    self.day = day
  }

  /// The last day of the fiscal year that is named after a calendar year.
  public func lastDay(ofYear year: Int) -> CalendarDate {
    let month = YearMonth(year: year, month: month)
    let isMonthEnd = day >= YearMonth(year: 2027, month: self.month).dayCount
    return isMonthEnd ? month.lastDay : month.firstDay.adding(days: day - 1)
  }

  /// The days of the fiscal year that is named after a calendar year, end excluded.
  public func days(ofYear year: Int) -> Range<CalendarDate> {
    lastDay(ofYear: year - 1).adding(days: 1)..<lastDay(ofYear: year).adding(days: 1)
  }
}

extension FiscalYearEnd: CustomStringConvertible, LosslessStringConvertible {
  /// Reads `05-31`: the month, then the day.
  public init?(_ text: String) {
    guard let date = CalendarDate("2028-\(text)") else { return nil }
    self.init(month: date.month, day: date.day)
  }

  /// The same as a deal file writes it.
  public var description: String {
    "\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}
