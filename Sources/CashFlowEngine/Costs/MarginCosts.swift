import FinanceBasics
import LeaseModel

/// Operating cost where only a margin is known: all of a month's exact rent but the margin.
///
/// A month in which the base term ends and a renewal begins has one cost. Source: CONVENTIONS §5.
/// - Parameter rents: Of one hall, base rent before renewal rent.
func marginCostRuns(
  of rents: ArraySlice<CashFlowRun>, margin: ExactDecimal, lease: Lease
) throws(ProjectionProblem) -> [CashFlowRun] {
  let share = (ExactDecimal.one - margin).real.negated
  var costs: [CashFlowRun] = []
  costs.reserveCapacity(rents.count)
  for rent in rents {
    var cost = CashFlowRun(
      charge: .operatingCost, hall: rent.hall, firstMonth: rent.firstMonth,
      monthCount: rent.monthCount, exactMinorUnits: .zero, minorUnits: 0, dueDay: rent.dueDay,
      paymentDays: rent.paymentDays)
    var exact = rent.exactMinorUnits.times(share)
    if let last = costs.last, last.sharesMonth(with: cost) {
      exact = last.exactMinorUnits.plus(exact)
      cost = costs.removeLast()
    }
    try cost.post(exactMinorUnits: exact, lease: lease)
    costs.append(cost)
  }
  return costs
}
