import FinanceBasics
import LeaseModel

extension CertifiedPoster {
  /// Base rent and renewal rent of a hall.
  mutating func writeRents(of lease: borrowing Lease, hall: Int) -> Bool {
    let term = terms.halls[hall]
    let base = term.start..<term.baseEnd
    guard write(.baseRent, isRenewal: false, days: base, of: lease, hall: hall) else {
      return false
    }
    guard term.baseEnd < term.end else { return true }
    let renewals = term.baseEnd..<term.end
    return write(.renewalRent, isRenewal: true, days: renewals, of: lease, hall: hall)
  }

  private mutating func write(
    _ charge: Charge, isRenewal: Bool, days: Range<MonthDay>, of lease: borrowing Lease, hall: Int
  ) -> Bool {
    guard
      let rounding = CertifiedRounding(fractionBits: scale.fractionBits, error: scale.error)
    else { return false }
    var writer = CertifiedWriter(
      charge, hall: hall, sign: 1, rounding: rounding, rules: terms.rules, days: days,
      dueDays: CertifiedDueDays(terms.halls[hall], rules: terms.rules), dueRule: terms.dueRule)
    for place in stretches(ofHall: hall) where stretches[place].isOfRenewal == isRenewal {
      let stretch = stretches[place]
      writer.add(stretch, part: stretch.part, levels: levels.values, scale: scale, to: &columns)
    }
    writer.finish(&columns)
    let highest = rounding.minorUnits(scale.highestAmount(levels.highest))
    guard terms.isWithinBounds(highest, days: days) else { return false }
    return columns.uncertainRows.isEmpty || resolveRents(days: days, of: lease, hall: hall)
  }

  /// What a margin leaves of base and renewal rent: a month that both are in has one cost.
  mutating func writeMarginCost(
    _ cost: CertifiedReal, of lease: borrowing Lease, hall: Int
  ) -> Bool {
    for place in hallRates.indices { hallRates[place] = hallRates[place].times(cost) }
    guard costScale.set(hallRates, levelError: levels.error),
      let rounding = CertifiedRounding(
        fractionBits: costScale.fractionBits, error: costScale.error)
    else { return false }
    let term = terms.halls[hall]
    let days = term.start..<term.end
    var writer = CertifiedWriter(
      .operatingCost, hall: hall, sign: -1, rounding: rounding, rules: terms.rules, days: days,
      dueDays: CertifiedDueDays(term, rules: terms.rules), dueRule: terms.dueRule)
    for place in stretches(ofHall: hall) {
      writer.add(
        stretches[place], part: 0, levels: levels.values, scale: costScale, to: &columns)
    }
    writer.finish(&columns)
    let highest = rounding.minorUnits(costScale.highestAmount(levels.highest))
    return terms.isWithinBounds(highest, days: days)
      && (columns.uncertainRows.isEmpty || resolveMarginCost(of: lease, hall: hall))
  }
}

extension CertifiedWriter {
  @inline(__always)
  fileprivate mutating func add(
    _ stretch: CertifiedStretch, part: Int, levels: borrowing Scratch<UInt64>,
    scale: borrowing CertifiedScale,
    to columns: inout PostedColumns
  ) {
    if stretch.years > 1 {
      addYears(
        from: stretch.start, levels, stretch.level..<stretch.level + stretch.years,
        significand: scale.significands[stretch.rate], part: part, to: &columns)
    } else {
      add(
        from: stretch.start, to: stretch.end,
        amount: scale.amount(levels[stretch.level], rate: stretch.rate), part: part, to: &columns)
    }
  }
}
