import FinanceBasics
import LeaseModel

/// Posts leases one after the other in arithmetic of 64 bits whose error is bounded.
///
/// Each amount is a rate times a level, known from below. Where no half of a cent lies between it
/// and the most that it may truly be, rounding is proven to give the cent of the exact flows; else
/// that one amount is worked out exactly, or, where this cannot be done by itself, the whole lease
/// is left to the exact flows. What is in memory for one lease is used again for the next; it is
/// large, so that what only reads it is inlined rather than handed a copy.
struct CertifiedPoster: ~Copyable {
  /// What was posted, lease by lease.
  var columns = PostedColumns()
  var terms = CertifiedTerms()
  /// The days of each hall at one rate, hall by hall.
  var stretches = Scratch<CertifiedStretch>()
  /// How many stretches there are up to the end of each hall.
  var stretchEnds = Scratch<Int>()
  /// The rates that stretches name.
  var rates = Scratch<WeightedRate>()
  /// Of each rent period, in minor units a month for a unit of capacity; zero of a step table.
  var periodRates = Scratch<CertifiedReal>()
  /// Of one hall, in the order of `rates`.
  var hallRates = Scratch<CertifiedReal>()
  /// Of rent.
  var levels = CertifiedLevels()
  /// The places of the levels of each rent period, then those of a renewal with its own escalator;
  /// empty until they are known.
  var tables = Scratch<Range<Int>>()
  /// The rates of the hall at hand, brought together.
  var scale = CertifiedScale()
  var costs = CertifiedCosts()
  /// The days of the hall at hand at one price level of its costs.
  var costStretches = Scratch<CertifiedCostStretch>()
  /// The sums of the hall's costs.
  var costScale = CertifiedScale()
  /// The index of each rent period, then that of a renewal; `nil` where none is followed.
  var indexes = Scratch<CertifiedIndex?>()
  /// The steps of the rent period at hand.
  var steps = Scratch<CertifiedStep>()
  /// Of each series that was met.
  private(set) var growths: [IndexGrowths] = []

  /// Adds a lease to the columns.
  ///
  /// - Returns: False where only the exact flows can post it; the columns are then as before.
  mutating func post(_ lease: borrowing Lease, case projectionCase: ProjectionCase) -> Bool {
    guard lease.isSimple(in: projectionCase),
      terms.set(lease, case: projectionCase, dueRule: columns.place(of: DueRule(lease.rules)))
    else { return false }
    let mark = columns.mark
    guard postCharges(of: lease) else {
      columns.goBack(to: mark)
      return false
    }
    columns.endLease(months: terms.months)
    return true
  }

  /// Rent, recoveries and costs, hall by hall.
  private mutating func postCharges(of lease: borrowing Lease) -> Bool {
    guard compileRents(of: lease), solveRates(of: lease), costs.compile(lease, terms: terms)
    else { return false }
    for hall in terms.halls.indices {
      guard setScale(of: lease, hall: hall), writeRents(of: lease, hall: hall),
        writeCosts(of: lease, hall: hall)
      else { return false }
    }
    return true
  }

  /// The place of the growths of a series, which are worked out when it is first met.
  mutating func place(of series: IndexSeries) -> Int {
    for place in growths.indices where growths[place].isOf(series) { return place }
    growths.append(IndexGrowths(series))
    return growths.count - 1
  }
}

extension Lease {
  /// Whether only rents, and costs without conditions, flow in a case.
  fileprivate borrowing func isSimple(in projectionCase: ProjectionCase) -> Bool {
    guard termination == nil, lateDelivery == nil, capital == nil, prepayment == nil,
      deposit == nil, restorationCost == nil, otherIncome.isEmpty,
      holdover == nil || projectionCase == .base && !isExtended
    else { return false }
    for hall in halls.indices {
      guard halls[hall].ramp == nil, halls[hall].capitalCost == nil,
        halls[hall].capitalSpending == nil
      else { return false }
    }
    return true
  }
}
