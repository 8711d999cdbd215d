import FinanceBasics
import LeaseModel

/// The rates of a lease, stated or solved, in currency units a megawatt and month.
struct RentRates {
  /// The first-year rate of each rent period; of a step table the first step's.
  private(set) var firstYear: [PreciseReal] = []

  /// Takes the stated rates, and solves the others.
  init(
    _ lease: Lease, terms: [HallTerm], notes: inout ProjectionNotes
  ) throws(ProjectionProblem) {
    firstYear.reserveCapacity(lease.periods.count)
    for index in lease.periods.indices {
      switch lease.periods[index].rent {
      case .rate(let rate):
        firstYear.append(rate.perMegawattMonth(ofLeaseWith: lease.criticalIT))
      case .contractValue(let value):
        firstYear.append(
          try Self.solved(value, period: index, lease: lease, terms: terms, notes: &notes))
      case .steps(let steps):
        firstYear.append(
          steps.first?.rate.perMegawattMonth(ofLeaseWith: lease.criticalIT) ?? .zero)
      }
    }
  }

  /// The rate at which the rents of a period sum to its contract value.
  private static func solved(
    _ value: ExactDecimal, period: Int, lease: Lease, terms: [HallTerm],
    notes: inout ProjectionNotes
  ) throws(ProjectionProblem) -> PreciseReal {
    var megawattMonths = PreciseReal.zero
    var rest = value.real
    for hall in lease.halls.indices {
      let term = terms[hall]
      let sum = MonthSum(from: term.start, to: term.baseEnd, proration: lease.rules.proration)
      var writer = RentWriter(sink: sum, notes: notes)
      try writer.write(
        period: period, of: lease, hall: hall, term: term,
        rate: lease.halls[hall].criticalIT.real,
        charging: ChargedShare(lease.halls[hall], term: term), until: term.baseEnd)
      notes = writer.notes
      if let ownRate = lease.halls[hall].ownRate {
        rest = rest.minus(writer.sink.total.times(ownRate))
      } else {
        megawattMonths = megawattMonths.plus(writer.sink.total)
      }
    }
    guard !megawattMonths.isZero else {
      throw .nothingToSolve(deal: lease.id, period: period + 1)
    }
    let rate = rest.divided(by: megawattMonths)
    guard rate.isZero || rate.isPositive else {
      throw .rateNegative(deal: lease.id, period: period + 1)
    }
    return rate
  }

  /// A hall's first-year rent in a rent period, in minor units a month; of steps their scale.
  func monthlyMinorUnits(of lease: Lease, hall: Int, period: Int) -> PreciseReal {
    let megawatts = lease.halls[hall].criticalIT.real.times(100)
    if let ownRate = lease.halls[hall].ownRate { return megawatts.times(ownRate) }
    if case .steps = lease.periods[period].rent { return megawatts }
    return megawatts.times(firstYear[period])
  }

  /// A hall's rent on a day of its base term, in minor units a month: of all its megawatts, before
  /// abatement.
  func fullRent(
    of lease: Lease, hall: Int, term: HallTerm, on day: MonthDay, _ notes: inout ProjectionNotes
  ) throws(ProjectionProblem) -> PreciseReal {
    let period =
      lease.periods.indices.last { term.beginning(ofPeriod: $0, of: lease) <= day } ?? 0
    let start = term.beginning(ofPeriod: period, of: lease)
    var rent = RentCourse(
      period: period, hall: hall, of: lease, term: term, at: start,
      rate: monthlyMinorUnits(of: lease, hall: hall, period: period))
    try rent.advance(to: day, &notes)
    return rent.coefficient
  }
}

extension Hall {
  /// The hall's own first-year rate a megawatt and month.
  ///
  /// An amount for the whole lease is, stated for a hall, one for the whole hall.
  var ownRate: PreciseReal? {
    rate.map { $0.perMegawattMonth(ofLeaseWith: criticalIT) }
  }
}
