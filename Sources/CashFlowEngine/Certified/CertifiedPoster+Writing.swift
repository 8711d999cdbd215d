import FinanceBasics
import LeaseModel

extension CertifiedPoster {
  /// Base rent and renewal rent of a hall, and what a margin makes of them.
  mutating func writeRents(of lease: Lease, hall: Int, terms: CertifiedTerms) -> Bool {
    let term = terms.halls[hall]
    guard
      write(
        .baseRent, isRenewal: false, days: term.start..<term.baseEnd, of: lease, hall: hall,
        terms: terms)
    else { return false }
    guard term.baseEnd < term.end else { return true }
    return write(
      .renewalRent, isRenewal: true, days: term.baseEnd..<term.end, of: lease, hall: hall,
      terms: terms)
  }

  private mutating func write(
    _ charge: Charge, isRenewal: Bool, days: Range<MonthDay>, of lease: Lease, hall: Int,
    terms: CertifiedTerms
  ) -> Bool {
    guard
      let rounding = CertifiedRounding(fractionBits: scale.fractionBits, error: scale.error)
    else { return false }
    var writer = CertifiedWriter(
      charge, hall: hall, sign: 1, rounding: rounding, rules: lease.rules, days: days,
      dueDays: CertifiedDueDays(terms.halls[hall], rules: lease.rules), dueRule: terms.dueRule)
    var highest: UInt64 = 0
    for place in stretches(ofHall: hall) where stretches[place].isOfRenewal == isRenewal {
      let stretch = stretches[place]
      let amount = scale.amount(stretch.level, rate: stretch.rate)
      highest = max(highest, amount)
      writer.add(
        from: stretch.start, to: stretch.end, amount: amount, part: stretch.part, to: &columns)
    }
    writer.finish(&columns)
    guard terms.isWithinBounds(rounding.minorUnits(highest), days: days) else { return false }
    return columns.uncertainRows.isEmpty
      || resolveRents(days: days, sign: 1, of: lease, hall: hall, terms: terms)
  }

  /// Works out each amount that was not certain; false where one cannot be worked out by itself.
  private mutating func resolveRents(
    days: Range<MonthDay>, sign: Int, of lease: Lease, hall: Int, terms: CertifiedTerms
  ) -> Bool {
    for row in columns.uncertainRows {
      guard
        let exact = exactRent(
          inMonth: row.month, days: days, of: lease, hall: hall, terms: terms),
        let cents = exact.times(sign).roundedHalfEven()
      else { return false }
      columns.set(cents, row: row.row)
    }
    columns.uncertainRows.removeAll(keepingCapacity: true)
    return true
  }
}

extension CertifiedTerms {
  /// Whether months of an amount at most come to less than the bound of all totals, all halls
  /// together.
  func isWithinBounds(_ amount: Int64, days: Range<MonthDay>) -> Bool {
    let months = Int64(days.upperBound.month - days.lowerBound.month + 1)
    return amount < Money.maximumMinorUnits / months / Int64(halls.count) / 2
  }
}
