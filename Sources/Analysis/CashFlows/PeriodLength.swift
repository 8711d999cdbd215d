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

  /// The first month of the period that a month is in; `nil` for the total, which has no grid.
  func firstMonth(ofPeriodWith month: YearMonth) -> YearMonth? {
    switch self {
    case .month: month
    case .quarter: month.adding(months: -((month.month - 1) % 3))
    case .year: month.adding(months: -(month.month - 1))
    case .fiscalYear(let last): month.adding(months: -((month.month - 1 - last + 12) % 12))
    case .total: nil
    }
  }

  /// The months of one period; of the total, none.
  var monthCount: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year, .fiscalYear: 12
    case .total: 0
    }
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
