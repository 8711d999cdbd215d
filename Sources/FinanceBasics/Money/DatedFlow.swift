/// An amount on a day: what the valuation of anything begins with.
///
/// Received is positive, paid is negative.
@frozen
public struct DatedFlow: Hashable, Sendable {
  /// The day on which the amount is paid.
  public let date: CalendarDate
  /// In currency units or minor units, as the caller says; one unit for all flows of a list.
  public let amount: Double
  /// The calendar month that earned the amount, which the mid-period convention discounts from.
  public let accrualMonth: YearMonth

  /// A flow that accrues in another month than the one in which it is paid.
  @inlinable
  public init(date: CalendarDate, amount: Double, accrualMonth: YearMonth) {
    self.date = date
    self.amount = amount
    self.accrualMonth = accrualMonth
  }

  /// A flow that accrues in the month in which it is paid.
  public init(date: CalendarDate, amount: Double) {
    self.init(date: date, amount: amount, accrualMonth: date.yearMonth)
  }
}
