public import FinanceBasics

/// One posted amount: a charge of one hall in one month.
public struct Cell: Hashable, Sendable {
  /// What the amount is for.
  public let charge: Charge
  /// The place of the hall in the lease's list, from 0.
  public let hall: Int
  /// The month that earned the amount; payment terms never move it.
  public let month: YearMonth
  /// Received is positive, paid is negative.
  public let minorUnits: Int64
  /// The day on which it is paid.
  public let due: CalendarDate

  /// A cell of the amount as posted.
  public init(
    charge: Charge, hall: Int, month: YearMonth, minorUnits: Int64, due: CalendarDate
  ) {
    self.charge = charge
    self.hall = hall
    self.month = month
    self.minorUnits = minorUnits
    self.due = due
  }
}
