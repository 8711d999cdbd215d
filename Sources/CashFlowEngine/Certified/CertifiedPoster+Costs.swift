import FinanceBasics
import LeaseModel

/// Days of one hall at one price level of all its cost lines, or so many years at the next each.
struct CertifiedCostStretch {
  let start: MonthDay
  /// The day after the last one.
  let end: MonthDay
  /// 1 of a stretch at one level; else the years from the start on.
  let years: Int
  /// How often prices have grown on 1 January.
  let newYears: Int
  /// How often they have grown on the hall's anniversary.
  let anniversaries: Int
  /// The renewal that the days are in, by whose weight they count; `nil` of the base term.
  let renewal: Int?
}

extension CertifiedPoster {
  /// What the tenant pays back of a hall's costs, then the costs themselves.
  mutating func writeCosts(of lease: borrowing Lease, hall: Int) -> Bool {
    if let cost = costs.marginCost { return writeMarginCost(cost, of: lease, hall: hall) }
    guard !costs.sheets.isEmpty else { return true }
    cutCosts(hall: hall)
    let first = columns.mark
    for place in costs.sheets.indices {
      let charge = costs.sheets[place].charge
      if costs.isPassedThrough, !charge.isRecovery {
        columns.repeatNegated(
          charge == .operatingCost ? .recovery : .powerRecovery, as: charge, from: first)
      } else {
        guard write(costs.sheets[place], of: lease, hall: hall) else { return false }
      }
    }
    return true
  }

  /// Cuts a hall's days where prices change, and where a renewal begins.
  private mutating func cutCosts(hall: Int) {
    costStretches.removeAll()
    let term = terms.halls[hall]
    let firstYear = terms.firstMonth / 12
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
      if costs.changesOnAnniversary {
        while term.ownClock.beginning(ofYear: anniversaries + 1) <= day { anniversaries += 1 }
      }
      let limit = min(term.end, renewalEnd)
      let years = wholeYears(from: day, to: limit)
      var end = limit
      if years > 1 {
        end = day.adding(months: 12 * years)
      } else {
        if costs.changesOnNewYear {
          end = min(end, MonthDay(month: (day.month / 12 + 1) * 12, day: 1))
        }
        if costs.changesOnAnniversary {
          end = min(end, term.ownClock.beginning(ofYear: anniversaries + 1))
        }
      }
      costStretches.append(
        CertifiedCostStretch(
          start: day, end: end, years: max(1, years),
          newYears: max(0, day.month / 12 - firstYear), anniversaries: anniversaries,
          renewal: renewal))
      day = end
    }
  }

  /// How many calendar years from a day on can be taken together, where prices change only then.
  private func wholeYears(from day: MonthDay, to end: MonthDay) -> Int {
    guard costs.changesOnNewYear, !costs.changesOnAnniversary, day.day == 1, day.month % 12 == 0
    else { return 0 }
    return (end.month - day.month) / 12
  }

  private mutating func write(
    _ sheet: CertifiedCosts.Sheet, of lease: borrowing Lease, hall: Int
  ) -> Bool {
    let term = terms.halls[hall]
    hallRates.removeAll()
    hallRates.append(
      CertifiedReal(terms.capacities[hall]).scaled(byPowerOfTwo: sheet.exponent + 60))
    for renewal in terms.weights.indices {
      hallRates.append(hallRates[0].times(terms.weights[renewal]))
    }
    guard costScale.set(hallRates, levelError: sheet.error),
      let rounding = CertifiedRounding(
        fractionBits: costScale.fractionBits, error: costScale.error)
    else { return false }
    let days = term.start..<term.end
    var writer = CertifiedWriter(
      sheet.charge, hall: hall, sign: sheet.charge.isRecovery ? 1 : -1, rounding: rounding,
      rules: terms.rules, days: days,
      dueDays: CertifiedDueDays(term, rules: terms.rules), dueRule: terms.dueRule)
    var highest: UInt64 = 0
    for place in costStretches.indices {
      let stretch = costStretches[place]
      let rate = stretch.renewal.map { $0 + 1 } ?? 0
      let sum = costs.sum(
        sheet, newYears: stretch.newYears, anniversaries: stretch.anniversaries)
      highest = max(highest, sum)
      if stretch.years > 1 {
        let first = sheet.sums.lowerBound + stretch.newYears
        writer.addYears(
          from: stretch.start, costs.sums, first..<first + stretch.years,
          significand: costScale.significands[rate], part: 0, to: &columns)
        highest = max(highest, costs.sums[first + stretch.years - 1])
      } else {
        writer.add(
          from: stretch.start, to: stretch.end, amount: costScale.amount(sum, rate: rate), part: 0,
          to: &columns)
      }
    }
    writer.finish(&columns)
    let amount = rounding.minorUnits(costScale.highestAmount(highest))
    return terms.isWithinBounds(amount, days: days)
      && (columns.uncertainRows.isEmpty || resolveCosts(sheet.charge, of: lease, hall: hall))
  }
}
