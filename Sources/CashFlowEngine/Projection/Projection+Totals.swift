public import FinanceBasics
import LeaseModel

extension Projection {
  /// The posted sum of a charge over all halls and months, in minor units.
  public func total(of charge: Charge) -> Int64 {
    postings.reduce(0) { $1.charge.order == charge.order ? $0 + $1.totalMinorUnits : $0 }
  }

  /// The exact sum of a charge over all halls and months, in currency units.
  public func exactTotal(of charge: Charge) -> PreciseReal {
    exactSum { $0.order == charge.order }
  }

  /// The posted sum of base rent, in minor units.
  public var contractValue: Int64 { total(of: .baseRent) }

  /// The exact sum of base rent, in currency units.
  public var exactContractValue: PreciseReal { exactTotal(of: .baseRent) }

  /// The posted sum of all charges of NOI in minor units; `nil` where operating costs are unknown.
  public var netOperatingIncome: Int64? {
    guard hasOperatingCosts else { return nil }
    return postings.reduce(0) { $1.charge.isInNOI ? $0 + $1.totalMinorUnits : $0 }
  }

  /// The exact sum of all charges of NOI in currency units; `nil` where costs are unknown.
  public var exactNetOperatingIncome: PreciseReal? {
    hasOperatingCosts ? exactSum { $0.isInNOI } : nil
  }

  /// A year's rent of all halls at their first-year rates, without abatement, in currency units.
  public var firstYearRent: PreciseReal {
    let rate = solvedRates.first ?? .zero
    return lease.halls.reduce(.zero) { sum, hall in
      sum.plus((hall.ownRate ?? rate).times(hall.criticalIT.real).times(12))
    }
  }

  /// The first-year rent of a kilowatt of critical IT a month, in currency units.
  ///
  /// `nil` where a hall has a rate of its own, so that the lease has no one rate.
  public var firstYearRatePerKilowattMonth: PreciseReal? {
    guard lease.halls.allSatisfy({ $0.rate == nil }) else { return nil }
    return solvedRates.first?.divided(by: PreciseReal(integer: 1000))
  }

  private var hasOperatingCosts: Bool {
    if case .unknown = lease.operatingCosts { false } else { true }
  }

  private func exactSum(_ isIncluded: (Charge) -> Bool) -> PreciseReal {
    let minorUnits = runs.reduce(PreciseReal.zero) { sum, run in
      isIncluded(run.charge) ? sum.plus(run.exactMinorUnits.times(run.monthCount)) : sum
    }
    return minorUnits.divided(by: PreciseReal(integer: 100))
  }
}
