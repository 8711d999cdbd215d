/// A stretch of the base term with its own rent: lease years 1 to 10, then 11 to 20.
public struct RentPeriod: Hashable, Sendable {
  /// The lease years of the period by each hall's own term, from 0, end excluded.
  ///
  /// The last period reaches to the end of the term, whatever its upper bound.
  public let leaseYears: Range<Int>
  /// As the lease states it.
  public let rent: BaseRent
  /// Counts from the period's beginning.
  public let escalator: Escalator

  /// - Parameter leaseYears: Of a lease with one period, left out: all of them.
  public init(leaseYears: Range<Int> = 0..<100, rent: BaseRent, escalator: Escalator = .none) {
    self.leaseYears = leaseYears
    self.rent = rent
    self.escalator = escalator
  }
}
