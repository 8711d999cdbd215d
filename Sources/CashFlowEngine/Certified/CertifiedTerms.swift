import FinanceBasics
import LeaseModel

/// What of a lease in one case its certified postings depend on, gathered once.
struct CertifiedTerms {
  /// In the order of the halls.
  let halls: [HallTerm]
  /// Of the halls, in units of 10^−`places` megawatts; above zero.
  let capacities: [UInt64]
  /// The sum of all capacities.
  let capacity: UInt64
  let places: Int
  let plan: RenewalPlan
  /// By which each renewal's amounts are multiplied.
  let weights: [CertifiedReal]
  /// The months from the base term to the end of each renewal.
  let renewalMonths: [Int]
  /// A bound of the years that any clock counts to the end of the last hall.
  let years: Int
  let dueRule: UInt16

  /// `nil` where a capacity has too many digits, or a term is empty or too long.
  init?(_ lease: Lease, case projectionCase: ProjectionCase, dueRule: UInt16) {
    self.dueRule = dueRule
    if lease.renewals.isEmpty || projectionCase == .base {
      plan = .none
    } else {
      var notes = ProjectionNotes(deal: lease.id)
      plan = RenewalPlan(lease, case: projectionCase, notes: &notes)
    }
    guard plan.months <= Tenor.maximumMonths, plan.holdover == nil,
      let weights = lease.certifiedWeights(of: plan, in: projectionCase)
    else { return nil }
    self.weights = weights
    var months = 0
    renewalMonths = (0..<plan.count).map { renewal in
      months += lease.renewals[renewal].months
      return months
    }
    var places = 0
    for hall in lease.halls.indices {
      places = max(places, lease.halls[hall].criticalIT.fractionDigits)
    }
    guard places < 10 else { return nil }
    self.places = places
    var capacities: [UInt64] = []
    var halls: [HallTerm] = []
    capacities.reserveCapacity(lease.halls.count)
    halls.reserveCapacity(lease.halls.count)
    var capacity: UInt64 = 0
    let first = lease.firstDay
    var earliest = MonthDay(first)
    var latest = earliest
    for index in lease.halls.indices {
      guard let digits = lease.halls[index].criticalIT.smallDigits(at: places) else { return nil }
      let term = HallTerm(
        index, of: lease, firstCommencement: first, renewalMonths: plan.months)
      guard term.start < term.baseEnd, term.end.month - term.start.month < 2500 else { return nil }
      earliest = min(earliest, term.clock.anchor)
      latest = max(latest, term.end)
      capacities.append(digits)
      capacity += digits
      halls.append(term)
    }
    // 100,000 MW is the most that a lease may have, 300 years the most that is counted.
    years = (latest.month - earliest.month) / 12 + 2
    guard capacity <= 100_000 * UInt64(powerOfTen(places)), years < 300 else { return nil }
    self.halls = halls
    self.capacities = capacities
    self.capacity = capacity
  }
}

extension Lease {
  /// The first commencement of any hall, without a list of all.
  fileprivate var firstDay: CalendarDate {
    var first = halls[0].baseTerm.lowerBound
    for hall in halls.indices { first = min(first, halls[hall].baseTerm.lowerBound) }
    return first
  }
}

extension Lease {
  /// The weights of a plan's renewals.
  fileprivate func certifiedWeights(
    of plan: RenewalPlan, in projectionCase: ProjectionCase
  ) -> [CertifiedReal]? {
    var weights: [CertifiedReal] = []
    var weight = CertifiedReal.one
    for renewal in 0..<plan.count {
      if projectionCase == .expected {
        guard let probability = renewals[renewal].probability.flatMap({ CertifiedReal($0) }) else {
          return nil
        }
        weight = weight.times(probability)
      }
      weights.append(weight)
    }
    return weights
  }
}

extension ExactDecimal {
  /// The digits with so many of them after the point, if they are above zero and below 2³².
  fileprivate func smallDigits(at places: Int) -> UInt64? {
    guard digits > 0, digits < 1 << 32 else { return nil }
    let scaled = UInt128(digits) * powerOfTen(places - fractionDigits)
    return scaled < 1 << 32 ? UInt64(scaled) : nil
  }
}
