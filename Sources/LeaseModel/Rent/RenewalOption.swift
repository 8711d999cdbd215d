public import FinanceBasics

/// A right of the tenant to extend the term of every hall, exercised in order.
public struct RenewalOption: Hashable, Sendable {
  /// The rent of a renewal.
  public enum Rent: Hashable, Sendable {
    /// The escalation clock runs on.
    case continued
    /// The rent of the last base month, without growth.
    case flat
    /// A stated rate, which grows by its own clock from the renewal's beginning.
    case fixed(RentRate, escalator: Escalator)
    /// A share of a market rent, which then grows by its own clock from the renewal's beginning.
    case market(MarketRent, escalator: Escalator)
  }

  /// In months; above zero.
  public let months: Int
  /// The rent of the renewal.
  public let rent: Rent
  /// Of exercise, given that the ones before were; from 0 to 1, or `nil` where nobody assumed one.
  public let probability: ExactDecimal?
  /// How long before the end of the term the tenant must say so; it moves no money.
  public let notice: Tenor?
  /// Whether the tenant has exercised it, so that it is owed in every case.
  public let isExercised: Bool

  /// A renewal at continued rent, but for what is given.
  public init(
    months: Int, rent: Rent = .continued, probability: ExactDecimal? = nil, notice: Tenor? = nil,
    isExercised: Bool = false
  ) {
    self.months = months
    self.rent = rent
    self.probability = probability
    self.notice = notice
    self.isExercised = isExercised
  }
}

/// A rent that follows the market at one moment: a share of a curve, within bounds on the change.
///
/// Rate = clamp(curve in the renewal's first month × share, old × (1 + floor), old × (1 + cap)),
/// where old is the rate of the day before, before abatement; a cap below the floor wins.
public struct MarketRent: Hashable, Sendable {
  /// Rents per kW-month of critical IT, in currency units.
  public let curve: IndexSeries
  /// Of the curve, such as 0.95.
  public let share: ExactDecimal
  /// The least change from the rent before, as a fraction; `nil` where there is no bound.
  public let floor: ExactDecimal?
  /// The most change from the rent before, as a fraction; `nil` where there is no bound.
  public let cap: ExactDecimal?
  /// Assumed growth a year beyond the last month of the curve, for each whole year after it.
  public let afterLast: ExactDecimal?

  /// Takes the parts as given.
  public init(
    curve: IndexSeries, share: ExactDecimal = .one, floor: ExactDecimal? = nil,
    cap: ExactDecimal? = nil, afterLast: ExactDecimal? = nil
  ) {
    self.curve = curve
    self.share = share
    self.floor = floor
    self.cap = cap
    self.afterLast = afterLast
  }
}
