import FinanceBasics
import LeaseModel

/// Joins the rents of a lease with its costs, its capital and its funds.
struct FlowAssembly {
  let lease: Lease
  let plan: RenewalPlan
  let terms: [HallTerm]
  let rates: RentRates
  /// By hall, then by charge and month.
  let rents: [CashFlowRun]

  /// All runs by hall, then by charge and month.
  func runs(_ notes: inout ProjectionNotes) throws(ProjectionProblem) -> [CashFlowRun] {
    let capital = try capitalRuns()
    let funds = try fundRuns(capital: capital, &notes)
    var all: [CashFlowRun] = []
    all.reserveCapacity(rents.count * 3)
    var place = 0
    for hall in lease.halls.indices {
      let first = place
      while place < rents.count, rents[place].hall == hall { place += 1 }
      all += rents[first..<place]
      all += try costRuns(
        of: lease, hall: hall, term: terms[hall], rents: rents[first..<place], plan: plan,
        notes: &notes)
      if !capital.isEmpty { all += capital[hall] }
      for run in funds where run.hall == hall { all.append(run) }
    }
    return all
  }

  /// The capital cost of each hall by month; empty where no plan is known.
  private func capitalRuns() throws(ProjectionProblem) -> [[CashFlowRun]] {
    guard lease.hasCapital else { return [] }
    let writer = CapitalWriter(lease)
    var capital: [[CashFlowRun]] = []
    for hall in lease.halls.indices { capital.append(try writer.runs(hall: hall)) }
    return capital
  }

  /// Prepayment, then deposit, termination fee and credits for lateness; each by hall and month.
  private func fundRuns(
    capital: [[CashFlowRun]], _ notes: inout ProjectionNotes
  ) throws(ProjectionProblem) -> [CashFlowRun] {
    warnOfOutsideDates(in: lease, &notes)
    var funds: [CashFlowRun] = []
    var credits: [CashFlowRun] = []
    if lease.lateDelivery != nil || lease.prepayment != nil {
      var due = RentsDue(rents, rules: lease.rules)
      if let lateDelivery = lease.lateDelivery {
        credits = try LateDeliveryCredits(
          agreed: lateDelivery, lease: lease, terms: terms, rates: rates
        ).runs(against: &due, &notes)
      }
      if let prepayment = lease.prepayment {
        funds = try prepaymentRuns(prepayment, against: &due, lease: lease)
      }
    }
    if let deposit = lease.deposit {
      funds += try depositRuns(deposit, expiry: lastDay, lease: lease)
    }
    if let termination = lease.termination {
      funds += try TerminationFees(
        termination: termination, lease: lease, terms: terms, rates: rates, capital: capital
      ).runs(&notes)
    }
    return funds + credits
  }

  /// The last day on which any hall is in force; of an early end that day itself.
  ///
  /// Where renewals are only expected, the base term is what is contracted.
  private var lastDay: CalendarDate {
    if let termination = lease.termination { return termination.lastDay }
    let isCertain = plan.weights.allSatisfy { $0 == .one }
    let end = terms.map { isCertain ? $0.end : $0.baseEnd }.max()
    return (end ?? MonthDay(lease.expiry)).date.adding(days: -1)
  }
}
