public import FinanceBasics

/// What the landlord pays to run the halls, as far as it is known.
public enum OperatingCosts: Hashable, Sendable {
  /// Nobody says, so that no NOI can be stated.
  case unknown
  /// NOI over rent, as a fraction: cost is the rest of each month's rent.
  case margin(ExactDecimal)
  /// Power and all else; in the order of the deal.
  case lines([CostLine])
}

/// How much electricity the halls use, and how much of it the landlord may pass through.
///
/// Energy of a month in MWh = MW in use × PUE × load factor × 24 × days in force.
public struct PowerUse: Hashable, Sendable {
  /// Gross power over critical IT as it is; at least 1.
  public let powerUsageEffectiveness: ExactDecimal
  /// The landlord bears what is used above it; `nil` where no PUE is guaranteed.
  public let guaranteedPUE: ExactDecimal?
  /// Average over peak load, from 0 to 1.
  public let loadFactor: ExactDecimal

  /// Takes the parts as given.
  public init(
    powerUsageEffectiveness: ExactDecimal, guaranteedPUE: ExactDecimal? = nil,
    loadFactor: ExactDecimal = .one
  ) {
    self.powerUsageEffectiveness = powerUsageEffectiveness
    self.guaranteedPUE = guaranteedPUE
    self.loadFactor = loadFactor
  }
}

/// Money that the landlord receives beside rent and recoveries.
public struct IncomeLine: Hashable, Sendable {
  /// As the deal names it.
  public let name: String
  /// In the first year; per kW-month of critical IT, or a year of the whole lease.
  public let amount: CostLimit
  /// When growth steps.
  public let growthDay: CostLine.GrowthDay

  /// Takes the parts as given.
  public init(name: String, amount: CostLimit, growthDay: CostLine.GrowthDay = .newYear) {
    self.name = name
    self.amount = amount
    self.growthDay = growthDay
  }
}
