import FinanceBasics

/// How long the periods of a projection's rows are.
public enum PeriodLength: Hashable, Sendable {
  case month
  case quarter
  case year
  /// Twelve months that end with a month, from 1 to 12: 6 is a year to 30 June.
  case fiscalYear(lastMonth: Int)
  /// All of it in one row.
  case total

  /// The number of the period that a month is in; periods in order have numbers in order.
  func index(ofPeriodWith month: YearMonth) -> Int {
    let index = Int(month.index)
    switch self {
    case .month: return index
    case .quarter: return index / 3
    case .year: return index / 12
    case .fiscalYear(let last): return (index + 12 - last) / 12
    case .total: return 0
    }
  }

  /// The months of the period of a number; `nil` for the total, which has no grid.
  func months(ofPeriod number: Int) -> Range<YearMonth>? {
    let (first, count) =
      switch self {
      case .month: (number, 1)
      case .quarter: (number * 3, 3)
      case .year: (number * 12, 12)
      case .fiscalYear(let last): (number * 12 + last - 12, 12)
      case .total: (0, 0)
      }
    guard count > 0 else { return nil }
    let start = YearMonth(index: Int32(first))
    return start..<start.adding(months: count)
  }
}

/// What the rows of a projection are split by, beside the period.
public enum CashFlowGrouping: String, CaseIterable, Sendable {
  case charge, hall, deal, landlord
}

/// Which day a row goes by.
public enum CashFlowDates: String, CaseIterable, Sendable {
  /// The month that earns the amount.
  case accrual
  /// The day on which it is paid.
  case cash
}
