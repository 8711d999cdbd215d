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
    var exact = rent.exactMinorUnits.times(share)
    if let last = costs.last, last.months.upperBound > rent.firstMonth {
      exact = last.exactMinorUnits.plus(exact)
      costs.removeLast()
    }
    costs.append(
      try CashFlowRun(
        posting: exact, charge: .operatingCost, hall: rent.hall,
        firstMonth: Int(rent.firstMonth.index), monthCount: rent.monthCount, dueDay: rent.dueDay,
        paymentDays: rent.paymentDays, deal: lease.id))
  }
  return costs
}
