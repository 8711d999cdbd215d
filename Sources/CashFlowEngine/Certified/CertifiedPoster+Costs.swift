import FinanceBasics
import LeaseModel

/// Days of one hall at one price level of all its cost lines.
struct CertifiedCostStretch {
  let start: MonthDay
  /// The day after the last one.
  let end: MonthDay
  /// How often prices have grown on 1 January.
  let newYears: Int
  /// How often they have grown on the hall's anniversary.
  let anniversaries: Int
  /// The renewal that the days are in, by whose weight they count; `nil` of the base term.
  let renewal: Int?
}

extension CertifiedPoster {
  /// What the tenant pays back of a hall's costs, then the costs themselves.
  mutating func writeCosts(of lease: Lease, hall: Int, terms: CertifiedTerms) -> Bool {
    if let cost = costs.marginCost {
      return writeMarginCost(cost, of: lease, hall: hall, terms: terms)
    }
    guard !costs.sheets.isEmpty else { return true }
    cutCosts(hall: hall, terms: terms)
    let first = columns.mark
    for place in costs.sheets.indices {
      let sheet = costs.sheets[place]
      if costs.isPassedThrough, !sheet.charge.isRecovery {
        columns.repeatNegated(
          sheet.charge == .operatingCost ? .recovery : .powerRecovery, as: sheet.charge,
          from: first)
        continue
      }
      guard write(sheet, of: lease, hall: hall, terms: terms) else { return false }
    }
    return true
  }

  /// Cuts a hall's days where prices change, and where a renewal that counts in part begins.
  private mutating func cutCosts(hall: Int, terms: CertifiedTerms) {
    costStretches.removeAll(keepingCapacity: true)
    let term = terms.halls[hall]
    var day = term.start
    var anniversaries = 0
    var renewal: Int?
    var renewalEnd = term.baseEnd
    while day < term.end {
      while day >= renewalEnd {
        let next = renewal.map { $0 + 1 } ?? 0
        renewal = next
        renewalEnd = term.baseEnd.adding(months: terms.renewalMonths[next])
      }
      var end = min(term.end, renewalEnd)
      if costs.changesOnNewYear {
        end = min(end, MonthDay(month: (day.month / 12 + 1) * 12, day: 1))
      }
      if costs.changesOnAnniversary {
        while term.ownClock.beginning(ofYear: anniversaries + 1) <= day { anniversaries += 1 }
        end = min(end, term.ownClock.beginning(ofYear: anniversaries + 1))
      }
      costStretches.append(
        CertifiedCostStretch(
          start: day, end: end, newYears: max(0, day.month / 12 - costs.firstYear),
          anniversaries: anniversaries, renewal: renewal))
      day = end
    }
  }

  private mutating func write(
    _ sheet: CertifiedCosts.Sheet, of lease: Lease, hall: Int, terms: CertifiedTerms
  ) -> Bool {
    let term = terms.halls[hall]
    hallRates.removeAll(keepingCapacity: true)
    hallRates.append(
      CertifiedReal(terms.capacities[hall]).scaled(byPowerOfTwo: sheet.exponent + 60))
    for weight in terms.weights { hallRates.append(hallRates[0].times(weight)) }
    guard costScale.set(hallRates, levelError: sheet.error),
      let rounding = CertifiedRounding(
        fractionBits: costScale.fractionBits, error: costScale.error)
    else { return false }
    let days = term.start..<term.end
    var writer = CertifiedWriter(
      sheet.charge, hall: hall, sign: sheet.charge.isRecovery ? 1 : -1, rounding: rounding,
      rules: lease.rules, days: days,
      dueDays: CertifiedDueDays(term, rules: lease.rules), dueRule: terms.dueRule)
    var highest: UInt64 = 0
    for stretch in costStretches {
      let sum = costs.sum(
        sheet, newYears: stretch.newYears, anniversaries: stretch.anniversaries)
      let amount = costScale.amount(sum, rate: stretch.renewal.map { $0 + 1 } ?? 0)
      highest = max(highest, amount)
      writer.add(from: stretch.start, to: stretch.end, amount: amount, part: 0, to: &columns)
    }
    writer.finish(&columns)
    return terms.isWithinBounds(rounding.minorUnits(highest), days: days)
      && resolveCosts(sheet.charge, of: lease, hall: hall, terms: terms)
  }

  /// What a margin leaves of base and renewal rent: a month that both are in has one cost.
  private mutating func writeMarginCost(
    _ cost: CertifiedReal, of lease: Lease, hall: Int, terms: CertifiedTerms
  ) -> Bool {
    let term = terms.halls[hall]
    for place in hallRates.indices { hallRates[place] = hallRates[place].times(cost) }
    guard costScale.set(hallRates, levelError: levelError),
      let rounding = CertifiedRounding(
        fractionBits: costScale.fractionBits, error: costScale.error)
    else { return false }
    let days = term.start..<term.end
    var writer = CertifiedWriter(
      .operatingCost, hall: hall, sign: -1, rounding: rounding, rules: lease.rules, days: days,
      dueDays: CertifiedDueDays(term, rules: lease.rules), dueRule: terms.dueRule)
    var highest: UInt64 = 0
    for place in stretches(ofHall: hall) {
      let stretch = stretches[place]
      let amount = costScale.amount(stretch.level, rate: stretch.rate)
      highest = max(highest, amount)
      writer.add(from: stretch.start, to: stretch.end, amount: amount, part: 0, to: &columns)
    }
    writer.finish(&columns)
    return terms.isWithinBounds(rounding.minorUnits(highest), days: days)
      && resolveMarginCost(of: lease, hall: hall, terms: terms)
  }
}
