import FinanceBasics
import LeaseModel

/// What of a lease's NOI and renewals does not grow with its rent.
struct FixedCosts {
  /// Whether NOI is a share of rent.
  let isMargin: Bool
  /// NOI less base rent, of a lease with cost lines; `nil` where it depends on rent.
  let constant: Interval?
  /// Rent of renewals that are stated by themselves.
  let renewalRent: Interval

  init(_ outline: TermsOutline, _ projected: ProjectedLease) {
    let lease = outline.lease
    isMargin = lease.margin != nil
    let isOwnRent = lease.renewals.contains { option in
      switch option.rent {
      case .fixed, .market: true
      case .continued, .flat: false
      }
    }
    renewalRent = isOwnRent ? projected.renewalRent.map { Interval(enclosing: $0) } ?? .zero : .zero
    guard !isMargin else {
      constant = .zero
      return
    }
    guard let first = Self.costs(projected), let more = try? ProjectedLease(lease.withMoreRent),
      let second = Self.costs(more)
    else {
      constant = nil
      return
    }
    let difference = first.minus(second)
    let isSame = max(difference, difference.negated) < PreciseReal.one
    constant = isSame ? Interval(enclosing: first).widened(by: 1) : nil
  }

  private static func costs(_ projected: ProjectedLease) -> PreciseReal? {
    projected.operatingIncome.map { $0.minus(projected.contractValue) }
  }
}

extension Lease {
  /// The lease with twice the rent, by which costs that depend on it show.
  fileprivate var withMoreRent: Lease {
    Lease(
      id: id, currency: currency, halls: halls,
      periods: periods.map {
        RentPeriod(leaseYears: $0.leaseYears, rent: $0.rent.doubled, escalator: $0.escalator)
      },
      renewals: renewals, rules: rules, operatingCosts: operatingCosts, power: power,
      otherIncome: otherIncome, nominalTerm: nominalTerm)
  }
}

extension BaseRent {
  fileprivate var doubled: BaseRent {
    let two = ExactDecimal(2)
    return switch self {
    case .rate(let rate): .rate(rate.times(two))
    case .contractValue(let value): .contractValue(value * two)
    case .steps(let steps): .steps(steps.map { RentStep(from: $0.start, rate: $0.rate.times(two)) })
    }
  }
}

extension RentRate {
  fileprivate func times(_ factor: ExactDecimal) -> RentRate {
    switch self {
    case .perKilowattMonth(let rate): .perKilowattMonth(rate * factor)
    case .perMegawattYear(let rate): .perMegawattYear(rate * factor)
    case .perYear(let rate): .perYear(rate * factor)
    case .perMonth(let rate): .perMonth(rate * factor)
    }
  }
}
