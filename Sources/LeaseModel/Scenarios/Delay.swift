public import FinanceBasics

/// By how much a hall is later, or earlier, than its deal says: calendar months, then days.
public struct Delay: Hashable, Sendable {
  /// Added first; negative where the hall is earlier.
  public let months: Int
  /// Added to the day that the months lead to; negative where the hall is earlier.
  public let days: Int

  /// The key under which a table of delays names every hall of a deal.
  public static let everyHall = "all"
  /// The hall is on time.
  public static let none = Delay()

  /// No delay, but for what is given.
  public init(months: Int = 0, days: Int = 0) {
    self.months = months
    self.days = days
  }

  /// The day to which a day is moved; the day of the month is clipped to the month's end.
  public func applied(to date: CalendarDate) -> CalendarDate {
    date.adding(months: months).adding(days: days)
  }

  /// Both delays together, months with months and days with days.
  public static func + (left: Delay, right: Delay) -> Delay {
    Delay(months: left.months + right.months, days: left.days + right.days)
  }

  /// The delay that, added to this one, leaves none.
  public static prefix func - (delay: Delay) -> Delay {
    Delay(months: -delay.months, days: -delay.days)
  }
}
