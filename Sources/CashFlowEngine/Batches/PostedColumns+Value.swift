import FinanceBasics

extension PostedColumns {
  /// Totals and present values by charge, stretch by stretch.
  func value(_ tables: inout FactorTables) -> BatchValue {
    var value = BatchValue()
    value.add(leases: leaseCount)
    let rules = tables.places(of: self)
    for place in stretches.indices {
      let stretch = stretches[place]
      let rule = rules[Int(stretch.dueRule)]
      let factors = tables.sums(rule: rule, dueDay: Int(stretch.dueDay))
      let rows = rows(ofStretch: place)
      let sums = stretchSums(
        minorUnits: minorUnits.span.extracting(rows), months: monthCounts.span.extracting(rows),
        from: Int(stretch.firstMonth) - factors.firstMonth, factorSums: factors.sums.span)
      var present = sums.value
      if sums.end > factors.sums.count - 1 {
        present = farValue(ofStretch: place, rule: rule, tables)
      }
      value.add(
        total: sums.total, past: sums.past, value: present, to: stretch.charge)
    }
    return value
  }

  /// The value of a stretch that reaches beyond the tables, month by month.
  private func farValue(ofStretch place: Int, rule: Int, _ tables: FactorTables) -> Double {
    let stretch = stretches[place]
    var month = Int(stretch.firstMonth)
    var value = 0.0
    for row in rows(ofStretch: place) {
      for _ in 0..<monthCounts[row] {
        let factor = tables.factor(rule: rule, dueDay: Int(stretch.dueDay), month: month)
        value += Double(minorUnits[row]) * factor
        month += 1
      }
    }
    return value
  }
}

/// The total of rows that follow each other, the past part of it, and their value.
///
/// - Parameters:
///   - minorUnits: A month, one a row.
///   - months: At least one, one a row.
///   - first: The first month's place among the factors; below zero where it is past.
///   - factorSums: Of each month with those after it; the last is zero.
/// - Returns: The value is right where `end`, the place after the last month, has a sum.
@inline(__always)
private func stretchSums(
  minorUnits: Span<Int64>, months: Span<UInt16>, from first: Int, factorSums: Span<Double>
) -> (total: Int64, past: Int64, value: Double, end: Int) {
  var total: Int64 = 0
  var past: Int64 = 0
  var value = 0.0
  var place = first
  let last = factorSums.count - 1
  var sum = factorSums[min(max(place, 0), last)]
  for row in minorUnits.indices {
    let count = Int(months[row])
    total += minorUnits[row] * Int64(count)
    if place < 0 { past += minorUnits[row] * Int64(min(count, -place)) }
    place += count
    let next = factorSums[min(max(place, 0), last)]
    value += Double(minorUnits[row]) * (sum - next)
    sum = next
  }
  return (total, past, value, place)
}
