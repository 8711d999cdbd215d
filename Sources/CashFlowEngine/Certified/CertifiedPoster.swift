import FinanceBasics
import LeaseModel

/// Posts leases one after the other in arithmetic of 64 bits whose error is bounded.
///
/// Each amount is a rate times a level, known from below. Where no half of a cent lies between it
/// and the most that it may truly be, rounding is proven to give the cent of the exact flows; else
/// that one amount is worked out exactly, or, where this cannot be done by itself, the whole lease
/// is left to the exact flows. What is in memory for one lease is used again for the next.
struct CertifiedPoster {
  /// What was posted, lease by lease.
  var columns = PostedColumns()
  /// The days of each hall at one level of one rate, hall by hall.
  var stretches: [CertifiedStretch] = []
  /// How many stretches there are up to the end of each hall.
  var stretchEnds: [Int] = []
  /// The rates that stretches name.
  var rates: [WeightedRate] = []
  /// Of each rent period, in minor units a month for a unit of capacity; zero of a step table.
  var periodRates: [CertifiedReal] = []
  /// Of one hall, in the order of `rates`.
  var hallRates: [CertifiedReal] = []
  /// One a rent period, and one for renewals with an escalator of their own.
  var levels: [CertifiedLevels] = []
  /// The greatest error of any level of the lease.
  var levelError: UInt64 = 0
  /// The rates of the hall at hand.
  var scale = CertifiedScale()
  var costs = CertifiedCosts()
  /// The days of the hall at hand at one price level of its costs.
  var costStretches: [CertifiedCostStretch] = []
  /// The sums of the hall's costs.
  var costScale = CertifiedScale()
  private var indexes: [IndexGrowths] = []

  /// Adds a lease to the columns.
  ///
  /// - Returns: False where only the exact flows can post it; the columns are then as before.
  mutating func post(_ lease: Lease, case projectionCase: ProjectionCase) -> Bool {
    guard lease.isSimple(in: projectionCase),
      let terms = CertifiedTerms(
        lease, case: projectionCase, dueRule: columns.place(of: DueRule(lease.rules)))
    else { return false }
    let mark = columns.mark
    guard postCharges(of: lease, terms: terms) else {
      columns.goBack(to: mark)
      return false
    }
    columns.endLease()
    return true
  }

  /// Rent, recoveries and costs, hall by hall.
  private mutating func postCharges(of lease: Lease, terms: CertifiedTerms) -> Bool {
    guard compileRents(of: lease, terms: terms), solveRates(of: lease, terms: terms),
      costs.compile(lease, terms: terms)
    else { return false }
    for hall in terms.halls.indices {
      guard setScale(of: lease, hall: hall, terms: terms),
        writeRents(of: lease, hall: hall, terms: terms),
        writeCosts(of: lease, hall: hall, terms: terms)
      else { return false }
    }
    return true
  }

  /// The growths of a series, worked out when the series is first met.
  mutating func growths(of series: IndexSeries) -> IndexGrowths {
    for known in indexes where known.isOf(series) { return known }
    let growths = IndexGrowths(series)
    indexes.append(growths)
    return growths
  }
}

extension Lease {
  /// Whether only rents, and costs without conditions, flow in a case.
  fileprivate func isSimple(in projectionCase: ProjectionCase) -> Bool {
    guard termination == nil, lateDelivery == nil, capital == nil, prepayment == nil,
      deposit == nil, restorationCost == nil, otherIncome.isEmpty,
      holdover == nil || projectionCase == .base
    else { return false }
    for hall in halls.indices {
      guard halls[hall].ramp == nil, halls[hall].capitalCost == nil,
        halls[hall].capitalSpending == nil
      else { return false }
    }
    return true
  }
}
