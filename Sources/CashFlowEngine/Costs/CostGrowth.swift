import FinanceBasics
import LeaseModel

/// The days on which the prices of a cost line step: each 1 January, or each anniversary.
struct CostGrowth {
  private let growthDay: CostLine.GrowthDay
  /// The year of the lease's first commencement.
  private let firstYear: Int
  /// Counts the hall's own lease years.
  private let clock: LeaseClock

  init(_ growthDay: CostLine.GrowthDay, of lease: Lease, term: HallTerm) {
    self.growthDay = growthDay
    firstYear = MonthDay(lease.firstCommencement).month / 12
    clock = term.ownClock
  }

  /// How often prices have stepped on a day; 0 before the first step.
  func count(at day: MonthDay) -> Int {
    switch growthDay {
    case .newYear: max(0, day.month / 12 - firstYear)
    case .anniversary: clock.year(at: day)
    }
  }

  /// The first day after so many steps; at least one.
  func beginning(ofCount count: Int) -> MonthDay {
    switch growthDay {
    case .newYear: MonthDay(month: (firstYear + count) * 12, day: 1)
    case .anniversary: clock.beginning(ofYear: count)
    }
  }
}

/// A price that starts at 1 and grows by one rate at each step.
struct PriceLevel {
  /// Whether it stays at 1.
  let isFlat: Bool
  private let factor: PreciseReal
  private var count = 0
  private var value = PreciseReal.one

  /// - Parameter growth: A step, as a fraction.
  init(growth: ExactDecimal) {
    isFlat = growth.digits == 0
    factor = (ExactDecimal.one + growth).real
  }

  /// The level after so many steps, of which no call has fewer than the one before it.
  mutating func value(after steps: Int) -> PreciseReal {
    guard !isFlat else { return .one }
    while count < steps {
      value = value.times(factor)
      count += 1
    }
    return value
  }
}
