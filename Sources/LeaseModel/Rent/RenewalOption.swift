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
  }

  /// In months; above zero.
  public let months: Int
  /// The rent of the renewal.
  public let rent: Rent
  /// Of exercise, given that the ones before were; from 0 to 1, or `nil` where nobody assumed one.
  public let probability: ExactDecimal?

  /// A renewal at continued rent, but for what is given.
  public init(months: Int, rent: Rent = .continued, probability: ExactDecimal? = nil) {
    self.months = months
    self.rent = rent
    self.probability = probability
  }
}
