import FinanceBasics
import LeaseModel

/// A deposit: in on its date, back in steps, and the rest on the stated day or on the last day.
///
/// An early end brings back what is still held. It is held with the first hall. Source:
/// CONVENTIONS §7.
/// - Parameter lastDay: Of the lease, an early end included.
func depositRuns(
  _ deposit: Deposit, expiry lastDay: CalendarDate, lease: Lease
) throws(ProjectionProblem) -> [CashFlowRun] {
  let stated = deposit.returned ?? lastDay
  let end = max(deposit.received, lease.termination == nil ? stated : min(stated, lastDay))
  var held = deposit.amount
  var runs = [
    try datedRun(
      .deposit, on: deposit.received, exactMinorUnits: held.real.times(100), lease: lease)
  ]
  // Balances are rounded, not their differences, so that the charge sums to zero.
  var posted = runs[0].minorUnits
  for step in deposit.steps where step.date < end {
    let balance = try datedRun(
      .deposit, on: step.date, exactMinorUnits: step.remaining.real.times(100), lease: lease)
    runs.append(
      CashFlowRun(
        charge: .deposit, hall: 0, firstMonth: balance.firstMonth, monthCount: 1,
        exactMinorUnits: (step.remaining - held).real.times(100),
        minorUnits: balance.minorUnits - posted, dueDay: balance.dueDay))
    held = step.remaining
    posted = balance.minorUnits
  }
  let day = MonthDay(end)
  runs.append(
    CashFlowRun(
      charge: .deposit, hall: 0, firstMonth: day.yearMonth, monthCount: 1,
      exactMinorUnits: held.real.times(-100), minorUnits: -posted, dueDay: day.day))
  return runs
}
