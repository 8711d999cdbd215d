import FinanceBasics
import LeaseModel

/// What of a lease in one case its certified postings depend on, gathered once.
struct CertifiedTerms: ~Copyable {
  /// In the order of the halls.
  private(set) var halls = Scratch<HallTerm>()
  /// Of the halls, in units of 10^−`places` megawatts; above zero.
  private(set) var capacities = Scratch<UInt64>()
  /// The sum of all capacities.
  private(set) var capacity: UInt64 = 0
  private(set) var places = 0
  private(set) var plan = RenewalPlan.none
  /// By which each renewal's amounts are multiplied.
  private(set) var weights = Scratch<CertifiedReal>()
  /// The months from the base term to the end of each renewal.
  private(set) var renewalMonths = Scratch<Int>()
  /// A bound of the years that any clock counts to the end of the last hall.
  private(set) var years = 0
  /// The month of the first commencement, whatever rent begins with.
  private(set) var firstMonth = 0
  /// The months in which a hall is in force, ends included.
  private(set) var months = 0...0
  private(set) var dueRule: UInt16 = 0
  private(set) var rules = RentRules()
  /// Of the halls; `nil` of one that pays the rate of its period.
  private(set) var ownRates = Scratch<RentRate?>()

  /// Gathers the terms of a lease.
  ///
  /// - Returns: False where a capacity has too many digits, or a term is empty or too long.
  mutating func set(
    _ lease: borrowing Lease, case projectionCase: ProjectionCase, dueRule: UInt16
  ) -> Bool {
    self.dueRule = dueRule
    rules = lease.rules
    return setPlan(lease, case: projectionCase) && setCapacities(lease) && setHalls(lease)
  }

  private mutating func setPlan(
    _ lease: borrowing Lease, case projectionCase: ProjectionCase
  ) -> Bool {
    weights.removeAll()
    renewalMonths.removeAll()
    guard lease.isExtended || !lease.renewals.isEmpty && projectionCase != .base else {
      if plan.count > 0 || plan.holdover != nil { plan = .none }
      return true
    }
    var notes = ProjectionNotes(deal: lease.id)
    plan = RenewalPlan(copy lease, case: projectionCase, notes: &notes)
    guard plan.months <= Tenor.maximumMonths, plan.holdover == nil else { return false }
    let exercised = lease.exercisedRenewals
    var weight = CertifiedReal.one
    var months = 0
    for renewal in 0..<plan.count {
      if projectionCase == .expected, exercised <= renewal {
        guard
          let probability = lease.renewals[renewal].probability.flatMap({ CertifiedReal($0) })
        else { return false }
        weight = weight.times(probability)
      }
      months += lease.renewals[renewal].months
      weights.append(weight)
      renewalMonths.append(months)
    }
    return true
  }

  private mutating func setCapacities(_ lease: borrowing Lease) -> Bool {
    places = 0
    for hall in lease.halls.indices {
      places = max(places, lease.halls[hall].criticalIT.fractionDigits)
    }
    guard places < 10 else { return false }
    capacities.removeAll()
    capacity = 0
    for hall in lease.halls.indices {
      guard let digits = lease.halls[hall].criticalIT.smallDigits(at: places) else { return false }
      capacities.append(digits)
      capacity += digits
    }
    // The most that a lease may have is 100,000 MW.
    return capacity <= 100_000 * UInt64(truncatingIfNeeded: powerOfTen(places))
  }

  private mutating func setHalls(_ lease: borrowing Lease) -> Bool {
    var first = lease.halls[0].baseTerm.lowerBound
    for hall in lease.halls.indices { first = min(first, lease.halls[hall].baseTerm.lowerBound) }
    halls.removeAll()
    ownRates.removeAll()
    firstMonth = MonthDay(first).month
    var earliest = firstMonth
    var latest = firstMonth
    var (start, last) = (Int.max, 0)
    for hall in lease.halls.indices {
      let term = HallTerm(
        hall, of: lease, firstCommencement: first, renewalMonths: plan.months)
      guard term.start < term.baseEnd, term.end.month - term.start.month < Self.maximumMonths
      else { return false }
      earliest = min(earliest, term.clock.anchor.month)
      latest = max(latest, term.end.month)
      start = min(start, term.start.month)
      last = max(last, term.end.day == 1 ? term.end.month - 1 : term.end.month)
      halls.append(term)
      ownRates.append(lease.halls[hall].rate)
    }
    months = start...last
    years = (latest - earliest) / 12 + 2
    return years < Self.maximumMonths / 12
  }

  /// 100 years of base term and 100 of renewals, with some to spare.
  private static let maximumMonths = 2500

  /// Whether months of an amount at most come to less than the bound of all totals, all halls
  /// together.
  func isWithinBounds(_ amount: Int64, days: Range<MonthDay>) -> Bool {
    let months = Int64(days.upperBound.month - days.lowerBound.month + 1)
    return amount < Money.maximumMinorUnits / (months * Int64(halls.count) * 2)
  }
}

extension ExactDecimal {
  /// The digits with so many of them after the point, if they are above zero and below 2³².
  fileprivate func smallDigits(at places: Int) -> UInt64? {
    guard digits > 0, digits < 1 << 32 else { return nil }
    var scaled = UInt64(truncatingIfNeeded: digits)
    for _ in fractionDigits..<places {
      scaled *= 10
      guard scaled < 1 << 32 else { return nil }
    }
    return scaled
  }
}
