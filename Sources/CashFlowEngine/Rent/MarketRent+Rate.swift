import FinanceBasics
import LeaseModel

extension MarketRent {
  /// A hall's rent at a share of the market, within the bounds on the change, in minor units.
  ///
  /// - Parameters:
  ///   - month: In which the curve is read.
  ///   - old: The hall's rent before, in minor units a month.
  func monthlyMinorUnits(
    of hall: Hall, in month: YearMonth, old: PreciseReal, _ notes: inout ProjectionNotes
  ) throws(ProjectionProblem) -> PreciseReal {
    // A curve is per kilowatt: 1,000 of them, in 100 minor units.
    let market = try value(in: month, &notes).times(share.real)
      .times(hall.criticalIT.real).times(100_000)
    let raised = floor.map { max(market, old.times((ExactDecimal.one + $0).real)) } ?? market
    return cap.map { min(raised, old.times((ExactDecimal.one + $0).real)) } ?? raised
  }

  /// The curve in a month: the last value before a month that was skipped, and assumed growth by
  /// whole years beyond the last month.
  private func value(
    in month: YearMonth, _ notes: inout ProjectionNotes
  ) throws(ProjectionProblem) -> PreciseReal {
    if month > curve.lastMonth, let last = curve.value(in: curve.lastMonth) {
      guard let growth = afterLast else {
        throw .marketRentEnds(
          deal: notes.deal, curve: curve.name, last: curve.lastMonth, needed: month)
      }
      notes.warn(.indexAssumed(series: curve.name, from: month, growth: growth))
      let years = curve.lastMonth.months(until: month) / 12
      return last.value.real.times((ExactDecimal.one + growth).real.raised(to: years))
    }
    guard let found = curve.value(in: month) else {
      throw .marketRentStartsLate(
        deal: notes.deal, curve: curve.name, first: curve.firstMonth, needed: month)
    }
    if found.isCarried { notes.warn(.indexCarried(series: curve.name, month: month)) }
    return found.value.real
  }
}
