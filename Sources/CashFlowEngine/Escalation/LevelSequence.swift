import FinanceBasics
import LeaseModel

/// The levels of rent by lease year: the first, then each year's growth compounded exactly.
struct LevelSequence {
  private enum Growth {
    case none, factor, multipliers, index, greater, lesser
  }

  /// The level of the year that was last advanced to.
  private(set) var level: PreciseReal
  /// Years since the first level.
  private(set) var year = 0
  private let growth: Growth
  private let first: PreciseReal
  /// Of a fixed rate, alone or beside an index.
  private var factor = PreciseReal.one
  private var multipliers: [ExactDecimal] = []
  /// The index that is followed, or none: a list, so that leases without one carry no room for it.
  private var index: [IndexLevels] = []

  /// - Parameters:
  ///   - clock: Counts the years; an index is looked up by its anniversaries.
  ///   - firstYear: The year of the clock that has the first level.
  ///   - first: The first level, before a multiplier.
  init(
    _ escalator: Escalator, clock: LeaseClock, firstYear: Int, first: PreciseReal
  ) {
    self.first = first
    level = first
    switch escalator {
    case .none: growth = .none
    case .fixed(let rate):
      growth = rate.isZero ? .none : .factor
      factor = (ExactDecimal.one + rate).real
    case .steps(let table):
      growth = table.isEmpty ? .none : .multipliers
      multipliers = table
      if let multiplier = table.first { level = first.times(multiplier.real) }
    case .cpi(let cpi):
      growth = .index
      index = [IndexLevels(cpi, clock: clock, firstYear: firstYear)]
    case .greaterOf(let rate, let cpi):
      growth = .greater
      factor = (ExactDecimal.one + rate).real
      index = [IndexLevels(cpi, clock: clock, firstYear: firstYear)]
    case .lesserOf(let rate, let cpi):
      growth = .lesser
      factor = (ExactDecimal.one + rate).real
      index = [IndexLevels(cpi, clock: clock, firstYear: firstYear)]
    }
  }

  /// Whether a later year may have another level.
  var isChanging: Bool {
    switch growth {
    case .none: false
    case .multipliers: year + 1 < multipliers.count
    case .factor, .index, .greater, .lesser: true
    }
  }

  /// Goes on to the next lease year.
  @inline(__always)
  mutating func advance(_ notes: inout ProjectionNotes) throws(ProjectionProblem) {
    year += 1
    switch growth {
    case .none: break
    case .factor: level = level.times(factor)
    case .multipliers:
      level = first.times(multipliers[min(year, multipliers.count - 1)].real)
    case .index: level = level.times(try index[0].advance(&notes))
    case .greater: level = level.times(max(factor, try index[0].advance(&notes)))
    case .lesser: level = level.times(min(factor, try index[0].advance(&notes)))
    }
  }

  /// Goes on to a lease year that is not before the present one.
  @inline(__always)
  mutating func advance(
    toYear target: Int, _ notes: inout ProjectionNotes
  ) throws(ProjectionProblem) {
    while year < target, isChanging { try advance(&notes) }
    year = max(year, target)
  }
}

extension ExactDecimal {
  var isZero: Bool { digits == 0 }
}
