public import FinanceBasics

/// Rent paid ahead on a date, then used up against the first base rents that fall due.
public struct Prepayment: Hashable, Sendable {
  /// In currency units.
  public let amount: ExactDecimal
  /// The day of the payment.
  public let date: CalendarDate

  /// Takes the parts as given.
  public init(amount: ExactDecimal, date: CalendarDate) {
    self.amount = amount
    self.date = date
  }
}

/// A tenant's deposit: held, and given back; never income.
public struct Deposit: Hashable, Sendable {
  /// A day on which a part is given back.
  public struct Step: Hashable, Sendable {
    /// The day of the payment.
    public let date: CalendarDate
    /// What is still held afterwards, in currency units; below what was held before.
    public let remaining: ExactDecimal

    /// Takes the parts as given.
    public init(date: CalendarDate, remaining: ExactDecimal) {
      self.date = date
      self.remaining = remaining
    }
  }

  /// In currency units.
  public let amount: ExactDecimal
  /// The day on which it comes in.
  public let received: CalendarDate
  /// How it steps down, in the order of the days.
  public let steps: [Step]
  /// When the rest is given back; on the lease's last day where none is stated.
  public let returned: CalendarDate?

  /// Takes the parts as given.
  public init(
    amount: ExactDecimal, received: CalendarDate, steps: [Step] = [],
    returned: CalendarDate? = nil
  ) {
    self.amount = amount
    self.received = received
    self.steps = steps
    self.returned = returned
  }
}
