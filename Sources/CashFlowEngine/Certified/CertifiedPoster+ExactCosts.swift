import FinanceBasics
import LeaseModel

/// Costs that were not certain, each worked out exactly by itself.
extension CertifiedPoster {
  /// - Returns: False where an amount is beyond 63 bits.
  mutating func resolveCosts(_ charge: Charge, of lease: borrowing Lease, hall: Int) -> Bool {
    guard case .lines(let lines) = lease.operatingCosts else { return false }
    let sign = charge.isRecovery ? 1 : -1
    for row in columns.uncertainRows {
      guard
        let exact = exactCost(charge, lines: lines, inMonth: row.month, of: lease, hall: hall),
        let cents = exact.times(sign).roundedHalfEven()
      else { return false }
      columns.set(cents, row: row.row)
    }
    columns.uncertainRows.removeAll(keepingCapacity: true)
    return true
  }

  /// The exact sum of a charge's lines in a month, in minor units.
  private func exactCost(
    _ charge: Charge, lines: [CostLine], inMonth month: Int, of lease: borrowing Lease, hall: Int
  ) -> PreciseReal? {
    let term = terms.halls[hall]
    let megawatts = lease.criticalIT
    var sum = PreciseReal.zero
    for place in costStretches.indices {
      let stretch = costStretches[place]
      // Of whole calendar years every month is in one of them.
      let days = stretch.start..<stretch.end
      guard
        let part = MonthPart(
          of: days, inMonth: month, all: term.start..<term.end, proration: lease.rules.proration)
      else { continue }
      let year = stretch.years == 1 ? 0 : (month - stretch.start.month) / 12
      var monthly = PreciseReal.zero
      for line in lines where (line.kind == .power) == charge.isPower {
        guard
          let amount = line.exactAmount(
            charge, newYears: stretch.newYears + year, anniversaries: stretch.anniversaries,
            ofLeaseWith: megawatts)
        else { return nil }
        monthly = monthly.plus(amount)
      }
      if let renewal = stretch.renewal { monthly = monthly.times(terms.plan.weights[renewal]) }
      sum = sum.plus(monthly.times(PreciseReal(part.numerator, over: part.denominator)))
    }
    return sum.times(lease.halls[hall].criticalIT.real.times(100))
  }
}

extension CostLine {
  /// What a charge has of the line, in currency units a megawatt and month.
  fileprivate func exactAmount(
    _ charge: Charge, newYears: Int, anniversaries: Int, ofLeaseWith megawatts: ExactDecimal
  ) -> PreciseReal? {
    guard let statedRate else { return nil }
    let years = growthDay == .newYear ? newYears : anniversaries
    let cost = statedRate.perMegawattMonth(ofLeaseWith: megawatts)
      .times((ExactDecimal.one + growth).real.raised(to: years))
    guard charge.isRecovery else { return cost }
    return cost.times(recovery.share.real).times((ExactDecimal.one + recovery.adminFee).real)
  }
}
