public import FinanceBasics

/// What is asked of a projection: which days, which rows, split by what.
public struct CashFlowRequest: Hashable, Sendable {
  /// The first day, included; from the first flow on where it is `nil`.
  public var from: CalendarDate?
  /// The last day, included; to the last flow where it is `nil`.
  public var through: CalendarDate?
  /// How long the periods of the rows are.
  public var length: PeriodLength
  /// Whether rows go by accrual month or by cash date.
  public var dates: CashFlowDates
  /// In the order of the columns.
  public var groups: [CashFlowGrouping]

  /// Asks for the whole projection by year and charge, but for what is given.
  public init(
    from: CalendarDate? = nil, through: CalendarDate? = nil, length: PeriodLength = .year,
    dates: CashFlowDates = .accrual, groups: [CashFlowGrouping] = [.charge]
  ) {
    self.from = from
    self.through = through
    self.length = length
    self.dates = dates
    self.groups = groups
  }

  /// The days asked for, end excluded.
  var days: Range<CalendarDate> {
    let start = from ?? .earliest
    return start..<max(start, through?.adding(days: 1) ?? .latest)
  }
}
