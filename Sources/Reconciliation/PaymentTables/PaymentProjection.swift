import CashFlowEngine
import FinanceBasics
import LeaseModel

extension PaymentTable {
  /// Every row beside what the engine projects of a lease.
  ///
  /// - Parameter leftOut: The printed rows that the lease was not made for.
  func residuals(
    of lease: Lease, leftOut: Set<Int>
  ) throws(ProjectionProblem) -> [RowResidual] {
    let projection = try project(lease)
    let isByDueDay = !isByMonths
    var sums = [Int64](repeating: 0, count: rows.count)
    projection.forEachCell { cell in
      guard cell.charge == .baseRent else { return }
      let day = isByDueDay ? cell.due : cell.month.firstDay
      for (place, row) in rows.enumerated() where row.days.contains(day) {
        sums[place] += cell.minorUnits
      }
    }
    return rows.enumerated().map { place, row in
      let (low, high) = interval(of: row)
      return RowResidual(
        row, from: low, to: high, minorUnits: sums[place], isLeftOut: leftOut.contains(place))
    }
  }

  /// The amounts that are printed as a row; of a total that is the sum of the printed rows, what
  /// their rounding leaves open.
  private func interval(of row: Row) -> (low: ExactDecimal, high: ExactDecimal) {
    guard row.kind == .total, let footing = PaymentFooting(self), footing.gap.digits == 0 else {
      return (row.printed.low, row.printed.high)
    }
    let parts = (years + [thereafter].compactMap(\.self)).map(\.printed)
    return (
      parts.reduce(.zero) { $0 + $1.low }, parts.reduce(.zero) { $0 + $1.high }
    )
  }
}

extension RowResidual {
  fileprivate init(
    _ row: PaymentTable.Row, from low: ExactDecimal, to high: ExactDecimal, minorUnits: Int64,
    isLeftOut: Bool
  ) {
    let printed = row.printed
    let amount = ExactDecimal(digits: Int128(minorUnits), fractionDigits: 2)
    let residual = amount - printed.point
    let half = max((high - low).doubleValue / 2, 0.01)
    let beyond = max(amount - high, low - amount).doubleValue
    self.init(
      row: row, minorUnits: minorUnits, residual: residual.real,
      relativeResidual: printed.point.digits == 0
        ? nil : residual.real.divided(by: printed.point.real),
      strain: beyond > 0 ? 1 + beyond / half : min(1, abs(residual.doubleValue) / half),
      isWithinPrecision: beyond <= 0, isLeftOut: isLeftOut)
  }
}
