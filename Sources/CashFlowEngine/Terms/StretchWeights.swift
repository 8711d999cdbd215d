import FinanceBasics
import LeaseModel

/// By how much each day of a hall counts in a case: 1 in the base term, then as renewals are likely.
///
/// Days outside the hall's term count in full, for what runs before it or on after it.
struct StretchWeights {
  /// The day after each stretch and its weight, in order.
  private let stretches: [(end: MonthDay, weight: PreciseReal)]

  init(_ term: HallTerm, of lease: Lease, plan: RenewalPlan) {
    var stretches = [(end: term.baseEndInForce, weight: PreciseReal.one)]
    var months = 0
    for (renewal, weight) in plan.weights.enumerated() {
      months += lease.renewals[renewal].months
      stretches.append((term.baseEndInForce.adding(months: months), weight))
    }
    if term.end > term.renewalEnd { stretches.append((term.end, plan.holdoverWeight)) }
    self.stretches = stretches
  }

  /// The weight of a day, and the first day after it on which another weight may hold.
  func weight(at day: MonthDay) -> (weight: PreciseReal, until: MonthDay) {
    for stretch in stretches where day < stretch.end { return (stretch.weight, stretch.end) }
    return (.one, .never)
  }
}
