public import FinanceBasics

/// What the tenant is owed for each day on which a hall is late.
///
/// Days are counted from the day after the promised one, which is day 1. What is owed is taken off
/// the first base rents of the hall as they fall due, each in full until it is used up.
public struct LateDelivery: Hashable, Sendable {
  /// What is owed.
  public enum Credit: Hashable, Sendable {
    /// Days of the hall's rent at its first level: 12 monthly rents ÷ 365 each.
    case daysOfRent(ExactDecimal)
    /// Currency units for the whole lease, of which a hall owes its part by megawatt.
    case amount(ExactDecimal)
  }

  /// The credit for each day from a day of lateness on, until the next rung.
  public struct Rung: Hashable, Sendable {
    /// From 1.
    public let fromDay: Int
    /// For each day.
    public let credit: Credit

    /// Takes the parts as given.
    public init(fromDay: Int, credit: Credit) {
      self.fromDay = fromDay
      self.credit = credit
    }
  }

  /// In the order of their days; days before the first rung are free.
  public let ladder: [Rung]
  /// The most that a hall's lateness costs in all; `nil` is no bound.
  public let cap: Credit?

  /// Takes the parts as given.
  public init(ladder: [Rung], cap: Credit? = nil) {
    self.ladder = ladder
    self.cap = cap
  }
}
