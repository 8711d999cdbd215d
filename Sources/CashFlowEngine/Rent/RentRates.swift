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
        rate: lease.halls[hall].criticalIT.real)
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

  /// The rate that a hall's renewal begins with, in minor units a month: its own where it states
  /// one, else the first-year rent of the last rent period.
  func monthlyMinorUnits(of lease: Lease, hall: Int, renewal: Int) -> PreciseReal {
    if case .fixed(let rate, _) = lease.renewals[renewal].rent {
      return lease.halls[hall].criticalIT.real.times(100)
        .times(rate.perMegawattMonth(ofLeaseWith: lease.criticalIT))
    }
    return monthlyMinorUnits(of: lease, hall: hall, period: lease.periods.count - 1)
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
