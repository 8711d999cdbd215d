public import FinanceBasics

/// What is spent on the halls before rent begins, by whom, and when.
public struct CapitalPlan: Hashable, Sendable {
  /// The budget in currency units, before contingency, the tenant's share and ownership.
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
    /// Dated amounts in currency units, for all halls together, or for one hall where it is its own.
    ///
    /// They are payments as they are: contingency is not added. A hall's delay moves its part.
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
  /// Added to the budget, as a fraction of it.
  public let contingency: ExactDecimal
  /// What the tenant pays of every payment, from 0 to 1; the landlord's flows are the rest.
  public let tenantShare: ExactDecimal

  /// The default of CONVENTIONS §7: even over 18 month-ends.
  public static let defaultMonths = 18

  /// Takes the parts as given.
  public init(
    cost: Cost, spending: Spending = .even(months: defaultMonths),
    contingency: ExactDecimal = .zero, tenantShare: ExactDecimal = .zero
  ) {
    self.cost = cost
    self.spending = spending
    self.contingency = contingency
    self.tenantShare = tenantShare
  }
}
