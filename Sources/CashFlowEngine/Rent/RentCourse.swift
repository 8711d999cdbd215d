import FinanceBasics
import LeaseModel

/// How the rent of a hall goes, from one change to the next.
struct RentCourse {
  private var levels: LevelSequence
  private let clock: LeaseClock
  /// The lease year of the clock that the course has come to.
  private var year: Int
  /// The lease year that has the first level.
  private let firstYear: Int
  private var steps: StepTable?
  /// The first day at another level or step; far away where there is none.
  private(set) var nextChange = MonthDay.never

  /// The rent of a rent period.
  ///
  /// - Parameter rate: Of the first level; what a step's rate is multiplied by.
  init(
    period index: Int, hall: Int, of lease: Lease, term: HallTerm, at day: MonthDay,
    rate: PreciseReal
  ) {
    clock = term.clock
    firstYear = index == 0 ? 0 : lease.periods[index].leaseYears.lowerBound
    year = clock.year(at: day)
    levels = LevelSequence(
      lease.periods[index].escalator, clock: clock, firstYear: firstYear, first: rate)
    if case .steps(let table) = lease.periods[index].rent, lease.halls[hall].rate == nil {
      steps = StepTable(table, megawatts: lease.criticalIT, clock: clock)
    }
  }

  /// A stated rate that grows by a clock of its own.
  init(escalator: Escalator, clock: LeaseClock, rate: PreciseReal) {
    self.clock = clock
    firstYear = 0
    year = 0
    levels = LevelSequence(escalator, clock: clock, firstYear: 0, first: rate)
    setNextChange()
  }

  /// The level of the year, times the rate of the step where there is a table of them.
  @inline(__always)
  var coefficient: PreciseReal {
    guard let steps else { return levels.level }
    return levels.level.times(steps.rate)
  }

  /// Goes on to a day, at the level and the step that it is charged at.
  @inline(__always)
  mutating func advance(
    to day: MonthDay, _ notes: inout ProjectionNotes
  ) throws(ProjectionProblem) {
    while clock.beginning(ofYear: year + 1) <= day { year += 1 }
    try levels.advance(toYear: year - firstYear, &notes)
    steps?.advance(to: day)
    setNextChange()
  }

  @inline(__always)
  private mutating func setNextChange() {
    nextChange = levels.isChanging ? clock.beginning(ofYear: year + 1) : .never
    if let step = steps?.nextStart { nextChange = min(nextChange, step) }
  }
}

extension MonthDay {
  /// A day after all that a lease can name.
  static let never = MonthDay(month: 1 << 40, day: 1)
}
