import FinanceBasics
import LeaseModel

/// The most critical IT of one lease, in megawatts. Source: CONVENTIONS §12.
private let maximumMegawatts = ExactDecimal(100_000)

/// The days of 100 years with 25 leap days: no term of 1,200 months is longer, each of 1,201 is.
private let maximumTermDays = 36_525

/// Checks capacity and terms, so that nothing after it can overflow.
func checkBounds(of lease: Lease) throws(ProjectionProblem) {
  var megawatts = ExactDecimal.zero
  for hall in lease.halls.indices {
    megawatts = megawatts + lease.halls[hall].criticalIT
    let days = lease.halls[hall].baseTerm
    guard days.lowerBound.days(until: days.upperBound) <= maximumTermDays else {
      throw .termTooLong(deal: lease.id, hall: lease.halls[hall].name)
    }
  }
  guard !(maximumMegawatts < megawatts) else {
    throw .capacityOutOfBounds(deal: lease.id, megawatts: megawatts)
  }
  var renewalMonths = 0
  for renewal in lease.renewals.indices { renewalMonths += lease.renewals[renewal].months }
  guard renewalMonths <= Tenor.maximumMonths else {
    throw .termTooLong(deal: lease.id, hall: lease.halls[0].name)
  }
}

/// Checks that the sum of each charge is within 10¹⁷ minor units.
func checkTotals(of runs: [CashFlowRun], deal: DealID) throws(ProjectionProblem) {
  var totals = InlineArray<12, Int64>(repeating: 0)
  for run in runs {
    // Each run is within 10¹⁷ by itself, so that the sum of two cannot overflow.
    totals[run.charge.order] += run.totalMinorUnits
    guard totals[run.charge.order].magnitude <= UInt64(Money.maximumMinorUnits) else {
      throw .totalOutOfBounds(deal: deal, charge: run.charge)
    }
  }
}
