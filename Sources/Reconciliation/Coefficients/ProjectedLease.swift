import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel

/// A lease as the engine projects it, asked for the figures that companies publish.
///
/// Exact before posting, in currency units, but for NOI of the stabilised year, which is posted.
struct ProjectedLease {
  let lease: Lease
  let base: Projection
  /// With all renewals; `nil` where there is none.
  let full: Projection?

  /// - Throws: What keeps the lease from being projected.
  init(_ lease: Lease) throws(ProjectionProblem) {
    self.lease = lease
    base = try project(lease)
    full = lease.renewals.isEmpty ? nil : try project(lease, case: .full)
  }

  /// Base rent of the base term.
  var contractValue: PreciseReal { base.exactContractValue }

  /// Rent of all renewals.
  var renewalRent: PreciseReal? { full?.exactTotal(of: .renewalRent) }

  /// Twelve months of all halls at first-year rates.
  var annualisedRent: PreciseReal { base.firstYearRent }

  /// Rent of the first twelve months from the first commencement, by the lease as if it ended then.
  var firstTwelveMonthsRent: PreciseReal? {
    let last = lease.firstCommencement.adding(months: 12).adding(days: -1)
    guard last < lease.expiry.adding(days: -1), lease.termination == nil else { return nil }
    let cut = lease.ending(on: last)
    return (try? project(cut))?.exactContractValue
  }

  /// NOI of the base term; `nil` where costs are unknown.
  var operatingIncome: PreciseReal? { base.exactNetOperatingIncome }

  /// NOI of the first twelve calendar months in which all halls pay full rent.
  var stabilisedIncome: PreciseReal? {
    base.stabilisedIncome.map {
      PreciseReal(integer: Int($0)).divided(by: PreciseReal(integer: 100))
    }
  }

  /// What the landlord pays for the halls; `nil` where it is not known.
  var capitalCost: PreciseReal? {
    guard let plan = lease.capital else { return nil }
    let isPlain = lease.halls.allSatisfy { $0.capitalCost == nil && $0.capitalSpending == nil }
    guard isPlain, !plan.hasDraws else {
      return PreciseReal(integer: -Int(base.total(of: .capitalCost)))
        .divided(by: PreciseReal(integer: 100))
    }
    let budget =
      switch plan.cost {
      case .total(let amount): amount.real
      case .perMegawattIT(let amount): amount.real.times(lease.criticalIT.real)
      }
    return budget.times(PreciseReal.one.plus(plan.contingency.real))
      .times(PreciseReal.one.minus(plan.tenantShare.real))
  }

  /// The years that an average divides by.
  func years(_ reading: FigureReading) -> PreciseReal {
    switch reading {
    case .megawattYears: lease.megawattWeightedYears
    case .span: lease.spanYears
    case .nominalTerm, .firstYearRates, .firstTwelveMonths: lease.nominalYears
    }
  }
}

extension CapitalPlan {
  fileprivate var hasDraws: Bool { if case .draws = spending { true } else { false } }
}

extension Lease {
  /// The lease, ended after a day, with rents alone.
  fileprivate func ending(on lastDay: CalendarDate) -> Lease {
    Lease(
      id: id, currency: currency, halls: halls, periods: periods, rules: rules,
      termination: Termination(lastDay: lastDay, fee: nil), nominalTerm: nominalTerm)
  }
}
