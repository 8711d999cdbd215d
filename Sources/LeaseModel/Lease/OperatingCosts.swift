public import FinanceBasics

/// What the landlord pays to run the halls, as far as it is known.
public enum OperatingCosts: Hashable, Sendable {
  /// Nobody says, so that no NOI can be stated.
  case unknown
  /// NOI over rent, as a fraction: cost is the rest of each month's rent.
  case margin(ExactDecimal)
  case lines([CostLine])
}

/// One cost of running the halls, its growth, and the share that the tenant pays back.
public struct CostLine: Hashable, Sendable {
  /// An amount in currency units.
  public enum Amount: Hashable, Sendable {
    case perKilowattMonth(ExactDecimal)
    /// Of the whole lease, shared by the halls by megawatt.
    case perYear(ExactDecimal)
  }

  /// When growth steps.
  public enum GrowthDay: String, CaseIterable, Sendable {
    /// Each 1 January after the year of first commencement.
    case newYear = "1 January"
    /// Each anniversary of the hall's commencement.
    case anniversary
  }

  /// As the deal names it.
  public let name: String
  /// In the first year.
  public let amount: Amount
  /// A year, as a fraction.
  public let growth: ExactDecimal
  /// When growth steps.
  public let growthDay: GrowthDay
  /// The share that the tenant pays back, from 0 to 1.
  public let recovery: ExactDecimal

  /// A cost without growth or recovery, but for what is given.
  public init(
    name: String, amount: Amount, growth: ExactDecimal = .zero,
    growthDay: GrowthDay = .newYear, recovery: ExactDecimal = .zero
  ) {
    self.name = name
    self.amount = amount
    self.growth = growth
    self.growthDay = growthDay
    self.recovery = recovery
  }
}
