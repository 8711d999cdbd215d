public import FinanceBasics

/// What of a cost the tenant pays back, month by month.
///
/// Recovered = clamp((cost that may be passed − base) × share, floor, cap) × (1 + admin fee), where
/// power above a guaranteed PUE may not be passed. Each part is a month's, of one hall.
public struct Recovery: Hashable, Sendable {
  /// What the landlord bears before the tenant pays anything.
  public enum Base: Hashable, Sendable {
    /// The month's cost at the price level of the hall's commencement.
    case firstLeaseYear
    /// The month's cost at the price level of a day.
    case day(CalendarDate)
    /// A stated amount (an expense stop).
    case amount(CostLimit)
  }

  /// From 0 to 1.
  public let share: ExactDecimal
  /// What the landlord bears first; `nil` is nothing.
  public let base: Base?
  /// The most that is recovered before the fee.
  public let cap: CostLimit?
  /// The least that is recovered before the fee; a cap below it wins.
  public let floor: CostLimit?
  /// Added to what is recovered, as a fraction of it.
  public let adminFee: ExactDecimal

  /// A share of the whole cost, but for what is given.
  public init(
    share: ExactDecimal, base: Base? = nil, cap: CostLimit? = nil, floor: CostLimit? = nil,
    adminFee: ExactDecimal = .zero
  ) {
    self.share = share
    self.base = base
    self.cap = cap
    self.floor = floor
    self.adminFee = adminFee
  }

  /// The landlord bears all.
  public static let none = Recovery(share: .zero)
  /// The tenant pays all.
  public static let all = Recovery(share: .one)

  /// Whether the tenant never pays anything.
  public var isNone: Bool { share == .zero && floor == nil }
}
