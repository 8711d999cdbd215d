import CashFlowEngine
import FinanceBasics

extension Projection {
  /// The posted amounts of a charge by month, all halls together.
  func posted(_ charge: Charge) -> [YearMonth: Int64] {
    var sums: [YearMonth: Int64] = [:]
    forEachCell { cell in
      if cell.charge == charge { sums[cell.month, default: 0] += cell.minorUnits }
    }
    return sums
  }

  /// The exact amounts of charges by month in currency units, all halls together.
  func exact(_ charges: Set<Charge>) -> [YearMonth: PreciseReal] {
    var sums: [YearMonth: PreciseReal] = [:]
    for run in runs where charges.contains(run.charge) {
      for offset in 0..<run.monthCount {
        sums[run.firstMonth.adding(months: offset), default: .zero] =
          (sums[run.firstMonth.adding(months: offset)] ?? .zero).plus(run.exact)
      }
    }
    return sums
  }

  func exact(_ charge: Charge, in month: YearMonth) -> PreciseReal {
    exact([charge])[month] ?? .zero
  }
}
