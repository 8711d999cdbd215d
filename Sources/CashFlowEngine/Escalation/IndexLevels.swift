import FinanceBasics
import LeaseModel

/// A price index as rent follows it: growth year by year, within floor and cap.
///
/// Source: CONVENTIONS §3.
struct IndexLevels {
  private let cpi: CPIEscalator
  private let clock: LeaseClock
  /// The year of the clock that the levels are 1 in, moved on by each step.
  private var year: Int
  private let floorFactor: PreciseReal?
  private let capFactor: PreciseReal?
  /// The index since the first year, uncut; then what floor and cap make of it.
  private var rawLevel = PreciseReal.one
  private var level = PreciseReal.one
  private var floorLevel = PreciseReal.one
  private var capLevel = PreciseReal.one

  init(_ cpi: CPIEscalator, clock: LeaseClock, firstYear: Int) {
    self.cpi = cpi
    self.clock = clock
    year = firstYear
    floorFactor = cpi.floor.map { (ExactDecimal.one + $0).real }
    capFactor = cpi.cap.map { (ExactDecimal.one + $0).real }
  }

  /// The factor from this year's level to the next one's.
  mutating func advance(_ notes: inout ProjectionNotes) throws(ProjectionProblem) -> PreciseReal {
    year += 1
    let raw = try indexGrowth(&notes)
    if case .annual = cpi.catchUp { return raw.clamped(floor: floorFactor, cap: capFactor) }
    rawLevel = rawLevel.times(raw)
    let previous = level
    if case .cumulative = cpi.catchUp {
      floorLevel = floorLevel.times(floorFactor ?? .one)
      capLevel = capLevel.times(capFactor ?? .one)
      level = rawLevel.clamped(
        floor: floorFactor == nil ? nil : floorLevel, cap: capFactor == nil ? nil : capLevel)
    } else {
      // The floor has the last word here: CONVENTIONS §3 takes the cap first.
      level = rawLevel.clamped(floor: nil, cap: capFactor.map { previous.times($0) })
        .clamped(floor: floorFactor.map { previous.times($0) }, cap: nil)
    }
    return level.divided(by: previous)
  }

  /// The index of the anniversary's month less the lag over that of twelve months before.
  private func indexGrowth(_ notes: inout ProjectionNotes) throws(ProjectionProblem) -> PreciseReal
  {
    let index = clock.anniversaryMonth(ofYear: year) - cpi.lagMonths
    let month = YearMonth(index: Int32(truncatingIfNeeded: index))
    let series = cpi.series
    if month > series.lastMonth {
      guard let growth = cpi.afterLast else {
        throw .indexEnds(
          deal: notes.deal, series: series.name, last: series.lastMonth, needed: month)
      }
      notes.warn(.indexAssumed(series: series.name, from: month, growth: growth))
      return (ExactDecimal.one + growth).real
    }
    let before = try value(in: month.adding(months: -12), &notes)
    return try value(in: month, &notes).divided(by: before)
  }

  private func value(
    in month: YearMonth, _ notes: inout ProjectionNotes
  ) throws(ProjectionProblem) -> PreciseReal {
    guard let found = cpi.series.value(in: month) else {
      throw .indexStartsLate(
        deal: notes.deal, series: cpi.series.name, first: cpi.series.firstMonth, needed: month)
    }
    if found.isCarried { notes.warn(.indexCarried(series: cpi.series.name, month: month)) }
    return found.value.real
  }
}

extension PreciseReal {
  /// The number raised to a floor, then lowered to a cap.
  fileprivate func clamped(floor: PreciseReal?, cap: PreciseReal?) -> PreciseReal {
    let raised = floor.map { max(self, $0) } ?? self
    return cap.map { min(raised, $0) } ?? raised
  }
}
