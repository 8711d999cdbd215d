import FinanceBasics
import LeaseModel

/// Rent paid ahead on its date, and taken off the first base rents that fall due from then on.
///
/// Each rent, less a credit for lateness, is taken off in full until the prepayment is used up, so
/// that the charge sums to zero. It comes in with the first hall. Source: CONVENTIONS §7. What an
/// early end leaves of it is given back on the last day, as a deposit is.
/// - Returns: By hall, then by month.
/// - Throws: `ProjectionProblem.prepaymentExceedsRent` of a lease that runs its whole term.
func prepaymentRuns(
  _ prepayment: Prepayment, against rents: inout RentsDue, lease: Lease
) throws(ProjectionProblem) -> [CashFlowRun] {
  let received = try datedRun(
    .prepayment, on: prepayment.date, exactMinorUnits: prepayment.amount.real.times(100),
    lease: lease)
  var rest = received.minorUnits
  let uses = rents.use(&rest, as: .prepayment, from: prepayment.date)
  var runs = [received] + uses
  if rest > 0 {
    guard let termination = lease.termination else {
      throw .prepaymentExceedsRent(
        deal: lease.id, unused: Money(minorUnits: rest, currency: lease.currency))
    }
    runs.append(
      try datedRun(
        .prepayment, on: max(termination.lastDay, prepayment.date),
        exactMinorUnits: PreciseReal(integer: Int(-rest)), lease: lease))
  }
  // The sort is stable: no rent is used before the receipt, and what is left is given back last.
  return runs.sorted { ($0.hall, $0.firstMonth) < ($1.hall, $1.firstMonth) }
}

/// An amount on a stated day, of the first hall where none is given.
func datedRun(
  _ charge: Charge, hall: Int = 0, on date: CalendarDate, exactMinorUnits: PreciseReal,
  lease: Lease
) throws(ProjectionProblem) -> CashFlowRun {
  let day = MonthDay(date)
  return try CashFlowRun(
    posting: exactMinorUnits, charge: charge, hall: hall, firstMonth: day.month, monthCount: 1,
    dueDay: day.day, deal: lease.id)
}
