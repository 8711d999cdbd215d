import CashFlowEngine
import FinanceBasics
import LeaseModel

/// What there is to know of each day of a hall for its costs, straight from the dates.
struct NaiveCostDays {
  let lease: Lease
  let hall: Hall
  /// The days in force in the case.
  let inForce: Range<CalendarDate>
  private var weights: [(end: CalendarDate, weight: PreciseReal)] = []

  init(_ lease: Lease, hall index: Int, case projectionCase: ProjectionCase) {
    self.lease = lease
    hall = lease.halls[index]
    inForce = lease.daysInForce(in: projectionCase)[index]
    let isMoved = inForce.lowerBound != hall.baseTerm.lowerBound
    var end = hall.baseTerm.upperBound
    if isMoved, end.day > 1 { end = end.firstOfMonth.adding(months: 1) }
    weights = [(min(end, inForce.upperBound), .one)]
    guard lease.termination == nil, projectionCase != .base else { return }
    var weight = PreciseReal.one
    var months = 0
    for renewal in lease.renewals {
      if projectionCase == .expected {
        guard let probability = renewal.probability, probability > .zero else { break }
        weight = weight.times(probability.real)
      }
      months += renewal.months
      weights.append((end.adding(months: months), weight))
    }
    weights.append((inForce.upperBound, weight))
  }

  /// The days of a line: its own, else the hall's.
  func days(of line: CostLine) -> Range<CalendarDate> {
    let start = line.from ?? inForce.lowerBound
    return start..<max(start, line.through.map { $0.adding(days: 1) } ?? inForce.upperBound)
  }

  /// By how much a day counts.
  func weight(on date: CalendarDate) -> PreciseReal {
    guard inForce.contains(date) else { return .one }
    return weights.first { date < $0.end }?.weight ?? .one
  }

  /// How often the prices of a line have grown.
  func growths(on date: CalendarDate, _ growthDay: CostLine.GrowthDay) -> Int {
    switch growthDay {
    case .newYear: return max(0, date.year - lease.firstCommencement.year)
    case .anniversary:
      var count = 0
      while anniversary(count + 1) <= date { count += 1 }
      return count
    }
  }

  /// Of a line after the last reduction that has begun.
  func kept(on date: CalendarDate, _ line: CostLine) -> PreciseReal {
    let last = line.reductions.last { reduction in
      switch reduction.start {
      case .date(let start): start <= date
      case .leaseYear(1): inForce.lowerBound <= date
      case .leaseYear(let number): anniversary(number - 1) <= date
      }
    }
    return PreciseReal.one.minus(last?.share.real ?? .zero)
  }

  /// Megawatts in use.
  func delivered(on date: CalendarDate) -> PreciseReal {
    guard let ramp = hall.ramp else { return hall.criticalIT.real }
    let step = ramp.delivered.last { step in
      switch step.start {
      case .date(let start): start <= date
      case .month(let count): inForce.lowerBound.adding(months: count) <= date
      }
    }
    return step?.criticalIT.real ?? .zero
  }

  /// Whether a day is let off.
  func isAbated(_ date: CalendarDate) -> Bool {
    guard let abatement = hall.abatement, inForce.contains(date) else { return false }
    return date < abatement.length.added(to: inForce.lowerBound)
  }

  /// What a day of a line costs, as a part of a whole month.
  ///
  /// - Parameter days: The days of its month on which the line runs.
  func part(of days: Range<CalendarDate>) -> PreciseReal {
    let first = days.lowerBound
    let length = first.yearMonth.dayCount
    let count = first.days(until: days.upperBound)
    guard count < length else { return PreciseReal(1, over: length) }
    switch lease.rules.proration {
    case .actualMonth, .wholeMonthFromNext: return PreciseReal(1, over: length)
    case .actual365: return PreciseReal(12, over: 365)
    case .thirty360:
      // From the first day to the day after the last, where the 31st stands for the 30th (30/360), and
      // the first of the next month for what follows the 30th.
      let end = first.day + count > length ? 31 : min(30, first.day + count)
      return PreciseReal(end - min(30, first.day), over: 30 * count)
    }
  }

  private func anniversary(_ number: Int) -> CalendarDate {
    let date = inForce.lowerBound.adding(months: 12 * number)
    switch lease.rules.anniversary {
    case .daySplit: return date
    case .monthOf: return date.firstOfMonth
    case .nextMonth: return date.day == 1 ? date : date.firstOfMonth.adding(months: 1)
    }
  }
}
