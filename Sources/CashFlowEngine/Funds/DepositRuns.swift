import FinanceBasics
import LeaseModel

/// A deposit: in on its date, and back on the stated day, or on the last day of the lease.
///
/// It is held with the first hall. Source: CONVENTIONS §7.
func depositRuns(
  _ deposit: Deposit, expiry lastDay: CalendarDate, lease: Lease
) throws(ProjectionProblem) -> [CashFlowRun] {
  let amount = deposit.amount.real.times(100)
  return [
    try datedRun(.deposit, on: deposit.received, exactMinorUnits: amount, lease: lease),
    try datedRun(
      .deposit, on: deposit.returned ?? lastDay, exactMinorUnits: amount.negated, lease: lease),
  ]
}
