public import FinanceBasics

/// What is asked of a projection: which days, which rows, split by what.
public struct CashFlowRequest: Hashable, Sendable {
  /// The first day, included; from the first flow on where it is `nil`.
  public var from: CalendarDate?
  /// The last day, included; to the last flow where it is `nil`.
  public var through: CalendarDate?
  public var length: PeriodLength
  public var dates: CashFlowDates
  /// In the order of the columns.
  public var groups: [CashFlowGrouping]

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
