import FinanceBasics

extension PostedColumns {
  /// Totals and present values by charge, stretch by stretch.
  func value(_ tables: inout FactorTables) -> BatchValue {
    var sums = ChargeSums()
    let rules = tables.places(of: self)
    for place in stretches.indices {
      let stretch = stretches[place]
      let table = tables.table(rule: rules[Int(stretch.dueRule)], dueDay: Int(stretch.dueDay))
      let rows = rows(ofStretch: place)
      let first = Int(stretch.firstMonth) - table.firstMonth
      if first >= 0, Int(lastMonth) < table.endMonth {
        sums.add(
          near(
            rows, factorSums: tables.sums.span.extracting(table.places), from: first),
          to: stretch.charge)
      } else {
        sums.add(far(rows, of: stretch, table, tables), to: stretch.charge)
      }
    }
    return BatchValue(sums, leaseCount: leaseCount)
  }

  /// Rows of which no month is past or beyond the table.
  ///
  /// - Parameter first: The first month's place in the table.
  @inline(__always)
  private func near(
    _ rows: Range<Int>, factorSums: Span<Double>, from first: Int
  ) -> ChargeSums.Part {
    var part = ChargeSums.Part()
    var place = first
    var sum = factorSums[place]
    let amounts = minorUnits.span.extracting(rows)
    let counts = monthCounts.span.extracting(rows)
    // Two sums, row by row in turn, so that one addition need not wait for the other.
    var other = 0.0
    var row = 0
    while row < amounts.count {
      // Both spans have the same rows, and every month up to the last is in the table.
      let amount = unsafe amounts[unchecked: row]
      let count = unsafe Int(counts[unchecked: row])
      part.total &+= amount &* Int64(truncatingIfNeeded: count)
      place &+= count
      let next = unsafe factorSums[unchecked: place]
      let value = other + Double(amount) * (sum - next)
      other = part.value
      part.value = value
      sum = next
      row &+= 1
    }
    part.value += other
    return part
  }

  /// Rows month by month: the past ones have no value, and those beyond the table no sum in it.
  private func far(
    _ rows: Range<Int>, of stretch: Stretch, _ table: FactorTables.Table, _ tables: FactorTables
  ) -> ChargeSums.Part {
    var part = ChargeSums.Part()
    var month = Int(stretch.firstMonth)
    for row in rows {
      let count = Int(monthCounts[row])
      part.total += minorUnits[row] * Int64(count)
      part.past += minorUnits[row] * Int64(min(count, max(0, table.firstMonth - month)))
      for _ in 0..<count {
        part.value += Double(minorUnits[row]) * tables.factor(of: month, in: table)
        month += 1
      }
    }
    return part
  }
}

/// Sums by charge while they are added up.
struct ChargeSums {
  /// What one stretch of rows comes to.
  struct Part {
    /// In minor units.
    var total: Int64 = 0
    /// The part of it that is past.
    var past: Int64 = 0
    var value = 0.0
  }

  private(set) var totals = InlineArray<12, Int128>(repeating: 0)
  private(set) var pastTotals = InlineArray<12, Int128>(repeating: 0)
  private(set) var values = InlineArray<12, Double>(repeating: 0)

  @inline(__always)
  mutating func add(_ part: Part, to charge: Charge) {
    totals[charge.order] += Int128(part.total)
    pastTotals[charge.order] += Int128(part.past)
    values[charge.order] += part.value
  }
}
