import FinanceBasics
import LeaseModel

/// Joins the rents of a lease with its costs, its capital and its funds.
struct FlowAssembly {
  let lease: Lease
  let plan: RenewalPlan
  let terms: [HallTerm]
  /// By hall, then by charge and month.
  let rents: [CashFlowRun]

  /// All runs by hall, then by charge and month.
  func runs(_ notes: inout ProjectionNotes) throws(ProjectionProblem) -> [CashFlowRun] {
    let funds = try fundRuns()
    let capital = CapitalWriter(lease)
    var all: [CashFlowRun] = []
    all.reserveCapacity(rents.count * 3)
    var place = 0
    for hall in lease.halls.indices {
      let first = place
      while place < rents.count, rents[place].hall == hall { place += 1 }
      all += rents[first..<place]
      switch lease.operatingCosts {
      case .unknown: break
      case .margin(let margin):
        notes.warn(.operatingCostFromMargin(margin))
        all += try marginCostRuns(of: rents[first..<place], margin: margin, lease: lease)
      case .lines(let lines):
        let costs = CostLineWriter(lines: lines, lease: lease, plan: plan)
        all += try costs.runs(hall: hall, term: terms[hall])
      }
      all += try capital.runs(hall: hall)
      for run in funds where run.hall == hall { all.append(run) }
    }
    return all
  }

  /// Prepayment, then deposit; each by hall and month.
  private func fundRuns() throws(ProjectionProblem) -> [CashFlowRun] {
    var funds: [CashFlowRun] = []
    if let prepayment = lease.prepayment {
      funds += try prepaymentRuns(prepayment, rents: rents, lease: lease)
    }
    if let deposit = lease.deposit {
      funds += try depositRuns(deposit, expiry: lastDay, lease: lease)
    }
    return funds
  }

  /// The last day on which any hall is in force.
  ///
  /// Where renewals are only expected, the base term is what is contracted.
  private var lastDay: CalendarDate {
    let isCertain = plan.weights.allSatisfy { $0 == .one }
    let end = terms.map { isCertain ? $0.end : $0.baseEnd }.max()
    return (end ?? MonthDay(lease.expiry)).date.adding(days: -1)
  }
}
