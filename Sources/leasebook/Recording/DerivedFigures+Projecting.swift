import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import LedgerStore

extension DerivedFigures {
  /// What the engine makes of a deal's terms; without halls where the deal cannot be projected.
  ///
  /// - Parameter series: The monthly series that leases may name.
  init(of deal: Deal, series: [String: IndexSeries]) {
    guard let resolved = try? deal.resolvedLease(series: series),
      let projection = try? project(resolved.lease.withoutPrepayment)
    else {
      self.init(engine: Leasebook.program)
      return
    }
    let lease = projection.lease
    let rate = ExactDecimal(
      projection.averageFirstYearRate.formatted(fractionDigits: Self.rateDigits))?.normalized
    let isStated = lease.periods.first.map { period in
      if case .contractValue = period.rent { false } else { true }
    }
    self.init(
      engine: Leasebook.program,
      halls: lease.halls.enumerated().map { index, hall in
        Hall(
          name: hall.name, criticalIT: hall.criticalIT, baseTerm: hall.baseTerm,
          firstMonthRent: projection.firstFullMonthRent(ofHall: index))
      },
      firstYearRatePerKilowattMonth: rate,
      firstYearRateBasis: rate == nil ? nil : isStated == true ? .disclosed : .solved,
      totalContractValue: projection.contractValue)
  }

  /// The digits after the point that a stored rate keeps.
  private static let rateDigits = 12
}

extension Projection {
  /// Posted base rent of the first month that a hall is wholly in force, in minor units.
  fileprivate func firstFullMonthRent(ofHall index: Int) -> Int64? {
    let start = lease.halls[index].baseTerm.lowerBound
    let month = start.day == 1 ? start.yearMonth : start.yearMonth.adding(months: 1)
    return runs.first {
      $0.hall == index && $0.charge == .baseRent && $0.months.contains(month)
    }?.minorUnits
  }
}
