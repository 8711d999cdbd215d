import FinanceBasics

extension PaymentFooting {
  /// The sum of the rows beside the total; `nil` where no total is printed.
  init?(_ table: PaymentTable) {
    guard let total = table.total?.printed else { return nil }
    let parts = (table.years + [table.thereafter].compactMap(\.self)).map(\.printed)
    let sum = parts.reduce(ExactDecimal.zero) { $0 + $1.point }
    let low = parts.reduce(ExactDecimal.zero) { $0 + $1.low }
    let high = parts.reduce(ExactDecimal.zero) { $0 + $1.high }
    self.init(
      sum: sum.normalized, total: total.point.normalized, gap: (sum - total.point).normalized,
      agrees: !(high < total.low) && !(total.high < low))
  }
}

extension PaymentTable {
  /// The growth from each whole year to the next; a year of nothing has none.
  var growth: [RowGrowth] {
    zip(years, years.dropFirst()).compactMap { row, next in
      guard case .year = row.kind, .zero < row.printed.low else { return nil }
      return RowGrowth(
        from: row.name, to: next.name,
        percent: Self.percent(next.printed.point, over: row.printed.point),
        low: Self.percent(next.printed.low, over: row.printed.high),
        high: Self.percent(next.printed.high, over: row.printed.low))
    }
  }

  private static func percent(_ later: ExactDecimal, over earlier: ExactDecimal) -> PreciseReal {
    later.real.divided(by: earlier.real).minus(.one).times(100)
  }
}
