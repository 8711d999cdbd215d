import FinanceBasics
import LeaseModel

/// What a lease pays before rounding, and what that rests on.
struct ExactFlows {
  /// By hall, then by charge, then by month.
  let runs: [CashFlowRun]
  /// One a rent period, in currency units a megawatt and month.
  let solvedRates: [PreciseReal]
  /// In the order in which they were met.
  let warnings: [ProjectionWarning]

  init(_ lease: Lease, case projectionCase: ProjectionCase) throws(ProjectionProblem) {
    var notes = ProjectionNotes(deal: lease.id)
    let plan = RenewalPlan(lease, case: projectionCase, notes: &notes)
    let terms = hallTerms(of: lease, plan: plan)
    let rates = try RentRates(lease, terms: terms, notes: &notes)
    var rent = RentWriter(sink: RunWriter(rules: lease.rules, deal: lease.id), notes: notes)
    rent.reserveCapacity(terms)
    for hall in terms.indices {
      try rent.writeRents(of: lease, hall: hall, term: terms[hall], rates: rates, plan: plan)
    }
    notes = rent.notes
    var runs = rent.sink.runs
    if lease.hasMoreThanRent {
      let assembly = FlowAssembly(lease: lease, plan: plan, terms: terms, rates: rates, rents: runs)
      runs = try assembly.runs(&notes)
    }
    try checkTotals(of: runs, deal: lease.id)
    self.runs = runs
    solvedRates = rates.firstYear
    warnings = notes.warnings
  }
}

extension Lease {
  /// Whether anything but rent flows, or a hall is so late that a warning is due.
  var hasMoreThanRent: Bool {
    guard case .unknown = operatingCosts, prepayment == nil, deposit == nil,
      otherIncome.isEmpty, lateDelivery == nil, termination == nil, restorationCost == nil
    else { return true }
    for hall in halls.indices where halls[hall].delivery.isAfterOutsideDate { return true }
    return hasCapital
  }

  /// Whether it is known how any hall is paid for.
  var hasCapital: Bool {
    if capital != nil { return true }
    for hall in halls.indices
    where halls[hall].capitalCost != nil || halls[hall].capitalSpending != nil { return true }
    return false
  }
}

extension HallDelivery {
  /// Whether the hall is ready only after the day on which the tenant may walk away.
  var isAfterOutsideDate: Bool { outsideDate.map { $0 < readyForService } ?? false }
}
