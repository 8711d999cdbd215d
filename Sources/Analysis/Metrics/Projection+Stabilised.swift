public import CashFlowEngine
import FinanceBasics
import LeaseModel

extension Projection {
  /// NOI of the first 12 months in which all halls pay full rent, in minor units.
  ///
  /// `nil` where operating costs are unknown, or no such 12 months exist. Source: CONVENTIONS §10.
  public var stabilisedIncome: Int64? {
    guard netOperatingIncome != nil else { return nil }
    let full = lease.halls.map { hall in
      hall.abatement.map { $0.length.added(to: hall.baseTerm.lowerBound) }
        ?? hall.baseTerm.lowerBound
    }
    guard let start = full.max(), let end = lease.halls.map(\.baseTerm.upperBound).min() else {
      return nil
    }
    let first = start.day == 1 ? start.yearMonth : start.yearMonth.adding(months: 1)
    let months = first..<first.adding(months: 12)
    guard months.upperBound.firstDay <= end else { return nil }
    var sum: Int64 = 0
    forEachCell { cell in
      if cell.charge.isInNOI, months.contains(cell.month) { sum += cell.minorUnits }
    }
    return sum
  }
}
