import FinanceBasics
import LeaseModel

extension CashFlowRun {
  /// Takes another exact amount a month, rounded once, half to even.
  mutating func post(
    exactMinorUnits exact: PreciseReal, lease: Lease
  ) throws(ProjectionProblem) {
    guard let cents = exact.roundedHalfEven(),
      cents.magnitude <= Self.bound(ofMonths: monthCount)
    else { throw .totalOutOfBounds(deal: lease.id, charge: charge) }
    exactMinorUnits = exact
    minorUnits = cents
  }

  /// The most that a month of a run may be, so that the run's total is within bounds.
  private static func bound(ofMonths count: Int) -> UInt64 {
    // Nearly all runs are of a year or less: a division is saved.
    let maximum = UInt64(Money.maximumMinorUnits)
    return count <= 12 ? maximum / 12 : maximum / UInt64(count)
  }

  /// Whether another run is of the same charge, hall and month, of which both have one.
  func sharesMonth(with other: CashFlowRun) -> Bool {
    firstMonth.adding(months: monthCount) > other.firstMonth && hall == other.hall
      && charge.order == other.charge.order
  }

  /// Whether one factor turns the weights of both into rent.
  func hasSameScale(as other: CashFlowRun) -> Bool {
    part == other.part && hall == other.hall && charge.order == other.charge.order
  }
}

extension RunWriter {
  /// Turns weights into posted rents, and joins the parts of a month that two periods share.
  mutating func post(
    _ rates: RentRates, of lease: Lease, plan: RenewalPlan
  ) throws(ProjectionProblem) {
    var kept = 0
    var place = 0
    var span = runs.mutableSpan
    while place < span.count {
      let first = span[place]
      let scale = rates.scale(of: first, lease: lease, plan: plan)
      if kept > 0, span[kept - 1].sharesMonth(with: first) {
        let exact = span[kept - 1].exactMinorUnits.plus(first.exactMinorUnits.times(scale))
        try span[kept - 1].post(exactMinorUnits: exact, lease: lease)
        place += 1
      }
      while place < span.count, span[place].hasSameScale(as: first) {
        if kept < place { span[kept] = span[place] }
        try span[kept].post(
          exactMinorUnits: span[kept].exactMinorUnits.times(scale), lease: lease)
        kept += 1
        place += 1
      }
    }
    let count = runs.count
    if kept < count { runs.removeLast(count - kept) }
  }

  /// Turns weights into amounts by one scale in minor units.
  mutating func post(scale: PreciseReal, of lease: Lease) throws(ProjectionProblem) {
    var span = runs.mutableSpan
    for place in span.indices {
      let exact = span[place].exactMinorUnits.times(scale)
      try span[place].post(exactMinorUnits: exact, lease: lease)
    }
  }
}
