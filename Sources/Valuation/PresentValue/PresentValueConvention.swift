public import FinanceBasics

/// How the time between the valuation date and a flow is counted, named as outputs print it.
///
/// The rate is effective annual in every case; a flow after t years is multiplied by (1 + rate)^−t.
public enum PresentValueConvention: String, CaseIterable, Sendable {
  /// Days to the payment ÷ 365. The default, and Excel's XNPV.
  case actual365
  /// Calendar months from the valuation date's month to the payment's month ÷ 12.
  case monthly
  /// Days to the middle of the month that earned the amount ÷ 365, and never less than zero.
  ///
  /// The middle of a month is half its days after the start of its first day.
  case midPeriod

  /// The years from a day to a flow; zero or more for flows on or after that day.
  public func years(from date: CalendarDate, to flow: DatedFlow) -> Double {
    years(from: date, in: date.yearMonth, to: flow)
  }

  /// The same, for callers with many flows who have found the day's month already.
  func years(from date: CalendarDate, in month: YearMonth, to flow: DatedFlow) -> Double {
    switch self {
    case .actual365:
      return Double(date.days(until: flow.date)) / 365
    case .monthly:
      return Double(month.months(until: flow.date.yearMonth)) / 12
    case .midPeriod:
      let accrual = flow.accrualMonth
      let days = Double(date.days(until: accrual.firstDay)) + Double(accrual.dayCount) / 2
      return max(0, days / 365)
    }
  }
}
