public import FinanceBasics

/// What the landlord spends on the halls before rent begins, and when.
public struct CapitalPlan: Hashable, Sendable {
  /// In currency units, before the landlord's share is taken.
  public enum Cost: Hashable, Sendable {
    case perMegawattIT(ExactDecimal)
    /// Of all halls, shared by megawatt.
    case total(ExactDecimal)
  }

  /// How the cost spreads over time.
  public enum Spending: Hashable, Sendable {
    /// Even over so many month-ends before each hall is ready for service.
    case even(months: Int)
    /// Over so many such month-ends by a cumulative normal cut at ±3 standard deviations, rescaled.
    case sCurve(months: Int)
    /// Dated amounts in currency units, paid, for all halls together.
    case draws([Draw])
  }

  /// One dated payment in currency units, above zero.
  public struct Draw: Hashable, Sendable {
    /// The day of the payment.
    public let date: CalendarDate
    /// In currency units, above zero.
    public let amount: ExactDecimal

    /// Takes the parts as given.
    public init(date: CalendarDate, amount: ExactDecimal) {
      self.date = date
      self.amount = amount
    }
  }

  /// What is spent in all.
  public let cost: Cost
  /// How it spreads over time.
  public let spending: Spending

  /// The default of CONVENTIONS §7: even over 18 month-ends.
  public static let defaultMonths = 18

  /// Takes the parts as given.
  public init(cost: Cost, spending: Spending = .even(months: defaultMonths)) {
    self.cost = cost
    self.spending = spending
  }
}

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
  /// In currency units.
  public let amount: ExactDecimal
  /// The day on which it comes in.
  public let received: CalendarDate
  /// At expiry where the lease states no day.
  public let returned: CalendarDate?

  /// Takes the parts as given.
  public init(amount: ExactDecimal, received: CalendarDate, returned: CalendarDate? = nil) {
    self.amount = amount
    self.received = received
    self.returned = returned
  }
}
