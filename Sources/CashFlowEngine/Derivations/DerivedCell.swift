public import FinanceBasics

/// An amount with the way in which it follows from the terms of its lease.
public struct DerivedCell: Sendable {
  /// What the amount is for.
  public let charge: Charge
  /// The place of the hall in the lease's list, from 0.
  public let hall: Int
  /// The month that earned the amount.
  public let month: YearMonth
  /// The day on which it is paid.
  public let due: CalendarDate
  /// The amount as posted, in currency units; received is positive.
  public let derivation: Derivation<LeaseQuantity>
}
