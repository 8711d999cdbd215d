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
    let terms = hallTerms(of: lease, renewalMonths: plan.months)
    let rates = try RentRates(lease, terms: terms, notes: &notes)
    var rent = RentWriter(sink: RunWriter(rules: lease.rules, deal: lease.id), notes: notes)
    rent.reserveCapacity(terms)
    for hall in terms.indices {
      try rent.writeRents(of: lease, hall: hall, term: terms[hall], rates: rates, plan: plan)
    }
    notes = rent.notes
    var runs = rent.sink.runs
    if lease.hasMoreThanRent {
      let assembly = FlowAssembly(lease: lease, plan: plan, terms: terms, rents: runs)
      runs = try assembly.runs(&notes)
    }
    try checkTotals(of: runs, deal: lease.id)
    self.runs = runs
    solvedRates = rates.firstYear
    warnings = notes.warnings
  }
}

/// The terms of all halls, in their order.
func hallTerms(of lease: Lease, renewalMonths: Int) -> [HallTerm] {
  var first = lease.halls[0].baseTerm.lowerBound
  for hall in lease.halls.indices { first = min(first, lease.halls[hall].baseTerm.lowerBound) }
  return lease.halls.indices.map { index in
    HallTerm(index, of: lease, firstCommencement: first, renewalMonths: renewalMonths)
  }
}

extension Lease {
  /// Whether anything but rent flows.
  var hasMoreThanRent: Bool {
    if case .unknown = operatingCosts, capital == nil, prepayment == nil, deposit == nil {
      return halls.contains { $0.capitalCost != nil }
    }
    return true
  }
}
