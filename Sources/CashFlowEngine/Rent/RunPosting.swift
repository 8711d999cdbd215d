import FinanceBasics
import LeaseModel

extension CashFlowRun {
  /// A run of an exact amount in minor units a month, rounded once, half to even.
  ///
  /// - Parameter firstMonth: Months since January of the year 0.
  /// - Throws: Where the run's total is beyond 10¹⁷ minor units.
  init(
    posting exact: PreciseReal, charge: Charge, hall: Int, part: Int = 0, firstMonth: Int,
    monthCount: Int, dueDay: Int, paymentDays: Int = 0, deal: DealID
  ) throws(ProjectionProblem) {
    guard let cents = exact.roundedHalfEven(), cents.magnitude <= bound(ofMonths: monthCount)
    else { throw .totalOutOfBounds(deal: deal, charge: charge) }
    self.init(
      charge: charge, hall: hall, part: part,
      firstMonth: YearMonth(index: Int32(truncatingIfNeeded: firstMonth)), monthCount: monthCount,
      exactMinorUnits: exact, minorUnits: cents, dueDay: dueDay, paymentDays: paymentDays)
  }
}

/// The most that a month of a run may be, so that the run's total is within bounds.
private func bound(ofMonths count: Int) -> UInt64 {
  let maximum = UInt64(Money.maximumMinorUnits)
  // Nearly all runs are of a year or less: a division is saved.
  return count == 1 ? maximum : count <= 12 ? maximum / 12 : maximum / UInt64(count)
}
