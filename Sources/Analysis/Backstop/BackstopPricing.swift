import FinanceBasics
import LeaseModel
import Valuation

/// The rents of one deal, valued with the chances that tenant and guarantor live to pay them.
///
/// What a guarantee is worth is a sum over the days on which the tenant may stop paying. Days after
/// which the same rents are covered up to the same cap make a stretch, and each stretch is one
/// question to `ExpectedRent`: of a tenant that may default in the stretch alone, times the chance
/// that it lives until then. A tenant that defaults while nothing is covered leaves the space vacant.
struct BackstopPricing {
  private let terms: BackstopTerms
  private let date: CalendarDate
  private let rents: [SupportedRent]
  private let stretches: [Stretch]

  /// Values in minor units, not yet rounded.
  struct Priced {
    let certain: Double
    let unguaranteed: Double
    let guaranteeValue: Double
    /// The certain value of what is covered, up to the cap from the first rent on.
    let covered: Double
  }

  /// Days on which rents fall due that are covered alike if the tenant defaults on one of them.
  private struct Stretch {
    /// The last due day before the first; the valuation date where there is none.
    let after: CalendarDate
    /// The last due day on which the tenant may default.
    var last: CalendarDate
    /// The last due day that is covered.
    var coveredThrough: CalendarDate
    let cap: Int64?
  }

  init(
    _ owed: OwedRents, terms: BackstopTerms, on date: CalendarDate,
    capOnDay: (CalendarDate) -> Int64?
  ) {
    self.terms = terms
    self.date = date
    rents = owed.rents.map { rent in
      SupportedRent(
        date: rent.due, amount: Double(rent.amount), covered: Double(rent.covered),
        relet: Double(rent.amount) * terms.marketRent, discountFactor: rent.discountFactor)
    }
    stretches = Self.stretches(of: owed.rents, from: date, capOnDay: capOnDay)
  }

  private static func stretches(
    of rents: [OwedRents.Rent], from date: CalendarDate, capOnDay: (CalendarDate) -> Int64?
  ) -> [Stretch] {
    let coveredDays = Set(rents.filter { $0.covered > 0 }.map(\.due))
    var stretches: [Stretch] = []
    // The first stretch of those that are covered without a gap.
    var block: Int?
    var previous = date
    for (index, rent) in rents.enumerated() where index == 0 || rents[index - 1].due < rent.due {
      if coveredDays.contains(rent.due) {
        let cap = capOnDay(rent.due)
        if block != nil, let current = stretches.indices.last, stretches[current].cap == cap {
          stretches[current].last = rent.due
        } else {
          block = block ?? stretches.count
          stretches.append(
            Stretch(after: previous, last: rent.due, coveredThrough: rent.due, cap: cap))
        }
        for place in block.map({ $0..<stretches.count }) ?? 0..<0 {
          stretches[place].coveredThrough = rent.due
        }
      } else {
        block = nil
      }
      previous = rent.due
    }
    return stretches
  }

  /// - Throws: A `CreditProblem` of rents beyond any sense.
  func priced() throws(CreditProblem) -> Priced {
    let first = stretches.first
    let whole = try ExpectedRent(
      of: rents, on: date,
      terms: creditTerms(
        tenant: terms.tenant, cap: first?.cap, through: stretches.last?.coveredThrough))
    var worth = 0.0
    for stretch in stretches {
      let start = years(to: stretch.after)
      let alive = terms.tenant.survival(afterYears: start)
      guard alive > 0 else { break }
      let tenant = try terms.tenant.only(from: start, to: years(to: stretch.last))
      let part = try ExpectedRent(
        of: rents, on: date,
        terms: creditTerms(tenant: tenant, cap: stretch.cap, through: stretch.coveredThrough))
      worth += alive * part.guaranteeValue
    }
    return Priced(
      certain: whole.certain, unguaranteed: whole.unguaranteed, guaranteeValue: worth,
      covered: stretches.isEmpty ? 0 : whole.covered)
  }

  private func creditTerms(
    tenant: DefaultIntensity, cap: Int64?, through: CalendarDate?
  ) -> CreditTerms {
    CreditTerms(
      tenant: tenant, guarantor: terms.guarantor, recovery: terms.recovery,
      downtimeYears: terms.downtimeYears(from: date), guaranteeCap: cap.map(Double.init),
      guaranteedThrough: through)
  }

  /// As `ExpectedRent` counts them.
  private func years(to day: CalendarDate) -> Double { Double(date.days(until: day)) / 365 }
}

extension DefaultIntensity {
  /// The intensity between two times, and none before and after.
  fileprivate func only(
    from start: Double, to end: Double
  ) throws(CreditProblem) -> DefaultIntensity {
    guard start < end else { return .none }
    let first = steps.last { $0.fromYears <= start }?.rate ?? 0
    return try DefaultIntensity(
      steps: (start > 0 ? [Step(fromYears: 0, rate: 0)] : [])
        + [Step(fromYears: start, rate: first)]
        + steps.filter { start < $0.fromYears && $0.fromYears < end }
        + [Step(fromYears: end, rate: 0)])
  }
}
