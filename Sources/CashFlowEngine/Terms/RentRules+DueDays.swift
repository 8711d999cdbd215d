public import FinanceBasics
public import LeaseModel

extension RentRules {
  /// Whether a payment may move to a business day at all.
  public var movesDueDays: Bool { businessDays != .unadjusted && calendar != .none }

  /// The day on which a payment due on some day is made: a business day, where the lease says so.
  public func paid(on date: CalendarDate) -> CalendarDate { calendar.adjust(date, businessDays) }
}
