import FinanceBasics
import LeaseModel

/// The posted rents of a plain lease, in arithmetic of 64 bits whose error is bounded.
///
/// Each amount is a rate times a level. Its distance to half a cent is compared with the bound of
/// both errors: above it, rounding is proven to give the cent of the exact flows.
/// - Returns: By hall, then by month; `nil` where the lease has more than one rent, or an amount
///   lies so near to half a cent that only exact flows decide it.
func certifiedPostings(
  of lease: borrowing Lease, case projectionCase: ProjectionCase
) -> [PostedRun]? {
  guard lease.isPlain(in: projectionCase), let growth = lease.periods[0].escalator.certifiedGrowth
  else { return nil }
  var places = 0
  for hall in lease.halls.indices {
    places = max(places, lease.halls[hall].criticalIT.fractionDigits)
  }
  var postings: [PostedRun] = []
  var megawatts: UInt128 = 0
  var megawattMonths: UInt128 = 0
  var error: UInt64 = 0
  for hall in lease.halls.indices {
    guard let capacity = lease.halls[hall].criticalIT.smallDigits(at: places) else { return nil }
    let term = HallTerm(
      hall, of: lease, firstCommencement: lease.halls[hall].baseTerm.lowerBound, renewalMonths: 0)
    guard term.start < term.baseEnd else { return nil }
    let writer = LevelWriter(term, hall: hall, rules: lease.rules, growth: growth)
    let rows = writer.maximumRows
    if hall == 0 { postings.reserveCapacity(rows * lease.halls.count) }
    var sum: LevelSum?
    postings.append(addingCapacity: rows) { sum = writer.sum(writingTo: &$0) }
    guard let sum else { return nil }
    error = max(error, sum.amountError)
    megawatts += capacity
    megawattMonths += capacity * sum.months
  }
  guard
    let ratio = lease.rentRatio(
      megawatts: megawatts, megawattMonths: megawattMonths, places: places)
  else { return nil }
  var rows = postings.mutableSpan
  guard post(&rows, of: lease, places: places, ratio: ratio, error: error) else { return nil }
  return postings
}

/// Turns the levels of rows into cents; false where one is not certain.
private func post(
  _ rows: inout MutableSpan<PostedRun>, of lease: borrowing Lease, places: Int, ratio: RentRatio,
  error: UInt64
) -> Bool {
  var row = 0
  var total: Int64 = 0
  for hall in lease.halls.indices {
    guard let capacity = lease.halls[hall].criticalIT.smallDigits(at: places),
      let rate = CertifiedRate(ratio, capacity: capacity, error: error)
    else { return false }
    var isCertain = true
    while row < rows.count, Int(rows[row].storedHall) == hall {
      let level = UInt64(truncatingIfNeeded: rows[row].minorUnits)
      isCertain = isCertain && rate.isCertain(level)
      rows[row].minorUnits = rate.minorUnits(level)
      total += rows[row].totalMinorUnits
      row += 1
    }
    guard isCertain, total <= Money.maximumMinorUnits else { return false }
  }
  return true
}

extension Lease {
  /// Whether every hall pays the one rent of the lease in full, by a clock of its own, and nothing
  /// else flows.
  fileprivate func isPlain(in projectionCase: ProjectionCase) -> Bool {
    guard periods.count == 1, renewals.isEmpty || projectionCase == .base, !hasMoreThanRent
    else { return false }
    guard case .perHall = rules.escalationClock else { return false }
    for hall in halls.indices where halls[hall].rate != nil || halls[hall].abatement != nil {
      return false
    }
    return true
  }
}

extension Escalator {
  /// A year's growth factor from 1 to 2, in units of 2⁻⁶³, too low by less than one of them.
  fileprivate var certifiedGrowth: UInt64? {
    switch self {
    case .none: return 1 << 63
    case .fixed(let rate):
      guard rate.digits >= 0, rate.fractionDigits < 19 else { return nil }
      let scale = UInt64(powerOfTen(rate.fractionDigits))
      guard rate.digits < Int128(scale) else { return nil }
      let digits = UInt64(rate.digits)
      return 1 << 63 + scale.dividingFullWidth((digits >> 1, digits << 63)).quotient
    case .steps, .cpi, .greaterOf, .lesserOf: return nil
    }
  }
}

extension ExactDecimal {
  /// The digits with so many of them after the point, if they are above zero and below 2³².
  fileprivate func smallDigits(at places: Int) -> UInt128? {
    guard digits > 0, digits < 1 << 32, places - fractionDigits < 10 else { return nil }
    let scaled = UInt128(digits) * powerOfTen(places - fractionDigits)
    return scaled < 1 << 32 ? scaled : nil
  }
}
