import FinanceBasics
import LeaseModel

/// The rates that turn weights into rent, in currency units a megawatt and month.
struct RentRates {
  /// The first-year rate of each rent period; of a step table the first step's.
  private(set) var firstYear: [PreciseReal] = []
  /// What the weights of each period are multiplied by; 1 where the weights hold the steps.
  private var factors: [PreciseReal] = []

  /// Takes the stated rates, and solves the others.
  ///
  /// - Parameter weights: The runs of base rent, for a rate of 1.
  init(_ lease: Lease, weights: [CashFlowRun]) throws(ProjectionProblem) {
    firstYear.reserveCapacity(lease.periods.count)
    for index in lease.periods.indices {
      switch lease.periods[index].rent {
      case .rate(let rate):
        firstYear.append(rate.perMegawattMonth(ofLeaseWith: lease.criticalIT))
      case .contractValue(let value):
        firstYear.append(try Self.solved(value, period: index, lease: lease, weights: weights))
      case .steps(let steps):
        firstYear.append(
          steps.first?.rate.perMegawattMonth(ofLeaseWith: lease.criticalIT) ?? .zero)
      }
    }
    factors = firstYear
    for index in lease.periods.indices {
      if case .steps = lease.periods[index].rent { factors[index] = .one }
    }
  }

  /// The rate at which the rents of a period sum to its contract value.
  private static func solved(
    _ value: ExactDecimal, period: Int, lease: Lease, weights: [CashFlowRun]
  ) throws(ProjectionProblem) -> PreciseReal {
    var megawattMonths = PreciseReal.zero
    var rest = value.real
    var place = 0
    for hall in lease.halls.indices {
      var months = MonthSum()
      while place < weights.count, weights[place].hall == hall {
        if weights[place].part == period, case .baseRent = weights[place].charge {
          months.add(weights[place].exactMinorUnits, months: weights[place].monthCount)
        }
        place += 1
      }
      let weight = months.total.times(lease.halls[hall].criticalIT.real)
      if let ownRate = lease.halls[hall].ownRate {
        rest = rest.minus(weight.times(ownRate))
      } else {
        megawattMonths = megawattMonths.plus(weight)
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

  /// What the weight of a run is multiplied by, in minor units.
  func scale(of run: CashFlowRun, lease: Lease, plan: RenewalPlan) -> PreciseReal {
    let megawatts = lease.halls[run.hall].criticalIT.real.times(100)
    let ownRate = lease.halls[run.hall].ownRate
    guard case .renewalRent = run.charge else {
      return megawatts.times(ownRate ?? factors[run.part])
    }
    let weighted = megawatts.times(plan.weights[run.part])
    if case .fixed(let rate, _) = lease.renewals[run.part].rent {
      return weighted.times(rate.perMegawattMonth(ofLeaseWith: lease.criticalIT))
    }
    return weighted.times(ownRate ?? factors[factors.count - 1])
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

/// A sum of amounts by the months that they last: those of one length are added before they are
/// multiplied.
private struct MonthSum {
  private var singles = PreciseReal.zero
  private var others = PreciseReal.zero
  private var length = 0
  private var done = PreciseReal.zero

  var total: PreciseReal { done.plus(singles).plus(others.times(length)) }

  mutating func add(_ amount: PreciseReal, months: Int) {
    if months == 1 {
      singles = singles.plus(amount)
    } else if months == length {
      others = others.plus(amount)
    } else {
      done = done.plus(others.times(length))
      others = amount
      length = months
    }
  }
}
