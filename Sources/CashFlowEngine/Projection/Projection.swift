public import FinanceBasics
public import LeaseModel

/// The cash flows of a lease in one case: exact, posted to the cent, month by month.
public struct Projection: Sendable {
  /// The lease that was projected.
  public let lease: Lease
  /// Which renewals are in it.
  public let projectionCase: ProjectionCase
  /// By hall, then by charge in the order of `Charge.allCases`, then by month.
  public let runs: [CashFlowRun]
  /// The first-year rent of a megawatt of critical IT a month in currency units, one a rent period.
  ///
  /// Solved from a contract value, or as stated; of a step table that of the first step. Halls with
  /// a rate of their own do not pay it.
  public let solvedRates: [PreciseReal]
  /// What the amounts rest on; in the order in which it was met.
  public let warnings: [ProjectionWarning]

  /// Calls a closure with each posted amount, in the order of the runs and month by month.
  public func forEachCell(_ body: (Cell) -> Void) {
    for run in runs {
      var month = run.firstMonth
      var firstDay = month.firstDay
      for _ in 0..<run.monthCount {
        let length = month.dayCount
        let due = firstDay.adding(days: min(run.dueDay, length) - 1 + run.paymentDays)
        body(
          Cell(
            charge: run.charge, hall: run.hall, month: month, minorUnits: run.minorUnits, due: due))
        month = month.adding(months: 1)
        firstDay = firstDay.adding(days: length)
      }
    }
  }

  /// Every posted amount, in the order of the runs and month by month.
  public var cells: [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(runs.reduce(0) { $0 + $1.monthCount })
    forEachCell { cells.append($0) }
    return cells
  }
}
