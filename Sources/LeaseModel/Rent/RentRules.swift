public import FinanceBasics

/// The conventions by which a lease counts its days, its lease years and its due dates.
///
/// Source: CONVENTIONS §3 and §7; the first case of each is the default.
public struct RentRules: Hashable, Sendable {
  /// What a part of a month costs.
  public enum Proration: String, CaseIterable, Sendable {
    /// Monthly rent × days in force ÷ days in that month.
    case actualMonth = "actual month"
    /// Monthly rent × days in force, months of 30 days ÷ 30.
    case thirty360 = "thirty360"
    /// Annual rent ÷ 365 × days in force.
    case actual365 = "actual365"
    /// The term and its lease years count from the first of the next month; a first stays.
    case wholeMonthFromNext = "whole month from next"
  }

  /// What becomes of a month that an anniversary falls into.
  public enum Anniversary: String, CaseIterable, Sendable {
    /// It is split by days.
    case daySplit = "day split"
    /// All of it is charged at the new level.
    case monthOf = "month of"
    /// All of it is charged at the old level.
    case nextMonth = "next month"
  }

  /// What lease years are counted from.
  public enum EscalationClock: Hashable, Sendable {
    case perHall
    /// The first commencement of any hall.
    case lease
    case date(CalendarDate)
  }

  /// Whether a month's charges fall due at its beginning or its end.
  public enum Timing: String, CaseIterable, Sendable {
    /// On the first day of the month on which the hall is in force.
    case advance = "in advance"
    /// On the last such day.
    case arrears = "in arrears"
  }

  /// What a part of a month costs.
  public let proration: Proration
  /// What becomes of a month that an anniversary falls into.
  public let anniversary: Anniversary
  /// What lease years are counted from.
  public let escalationClock: EscalationClock
  /// Whether charges fall due at the month's beginning or end.
  public let timing: Timing
  /// Calendar days added to the due date.
  public let paymentDays: Int
  /// The days on which payments are made.
  public let calendar: BusinessCalendar
  /// Where a payment goes that falls on another day; applied after the payment days.
  public let businessDays: BusinessDayConvention

  /// The defaults of the conventions, but for what is given.
  public init(
    proration: Proration = .actualMonth, anniversary: Anniversary = .daySplit,
    escalationClock: EscalationClock = .perHall, timing: Timing = .advance, paymentDays: Int = 0,
    calendar: BusinessCalendar = .none, businessDays: BusinessDayConvention = .unadjusted
  ) {
    self.proration = proration
    self.anniversary = anniversary
    self.escalationClock = escalationClock
    self.timing = timing
    self.paymentDays = paymentDays
    self.calendar = calendar
    self.businessDays = businessDays
  }
}
