public import LeaseModel

/// What one cost line of a lease came to, halls together, year by year.
public struct CostLineTotal: Hashable, Sendable {
  /// The amounts of a calendar year.
  public struct Year: Hashable, Sendable {
    /// The calendar year.
    public let year: Int
    /// In currency units, unrounded.
    public let amounts: CostAmounts
  }

  /// As the deal names it; `margin` or `restoration` of what is no line of it.
  public let name: String
  /// `nil` of a margin's cost and of the restoration.
  public let kind: CostLine.Kind?
  /// The calendar years in which the line runs, in order.
  public let years: [Year]

  /// The charge that the cost is posted under.
  public var charge: Charge {
    if let kind, kind.isPower { .powerCost } else { .operatingCost }
  }

  /// All years together.
  public var total: CostAmounts { years.reduce(.zero) { $0.plus($1.amounts) } }
}
