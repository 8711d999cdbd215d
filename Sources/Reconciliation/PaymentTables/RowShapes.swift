import CashFlowEngine
import FinanceBasics
import LeaseModel

/// How many months of each lease year's rent a hall pays in each row of a table.
///
/// A row's rent is the sum of months × (1 + g)^year × the rent of a month; the shares are the
/// engine's own.
struct RowShape {
  /// One entry a row and lease year that has any.
  fileprivate(set) var entries: [(row: Int, year: Int, months: Double)] = []

  /// Adds the months at their levels to a row each.
  ///
  /// - Parameter levels: (1 + g) to the power of each lease year.
  @inline(__always)
  func add(_ weight: Double, levels: [Double], to sums: inout [Double]) {
    for entry in entries { sums[entry.row] += weight * entry.months * levels[entry.year] }
  }
}

/// The shapes of halls by their days, each found once; every search of the same rules shares them.
final class RowShapes {
  private struct Days: Hashable {
    let start: CalendarDate
    let end: CalendarDate
    let anchor: CalendarDate?
    let hall: Int
  }

  /// The first days of the rows, and the day after the last; the rows tile the days between.
  private let starts: [CalendarDate]
  private let rules: RentRules
  private let abatements: [Abatement?]
  private let isByDueDay: Bool
  private var known: [Days: RowShape] = [:]
  private var hulls: YearHulls
  private var lastLevels: [(growth: Double, levels: [Double])] = []

  /// - Parameter isByDueDay: Whether a payment belongs to its due day's row, not its month's.
  init(table: PaymentTable, terms: PaymentTerms, rules: RentRules, isByDueDay: Bool) {
    hulls = YearHulls(growth: terms.growth?.doubleValue ?? 0)
    starts =
      table.years.map(\.days.lowerBound) + [table.years.last?.days.upperBound ?? .earliest]
    abatements = terms.halls.map(\.abatement)
    self.rules = rules
    self.isByDueDay = isByDueDay
  }

  /// The rows: the years, and what follows them.
  var rowCount: Int { starts.count }

  /// The first day after the years.
  var endOfYears: CalendarDate { starts[starts.count - 1] }

  /// The shape of a hall's base term.
  ///
  /// - Parameter anchor: What lease years count from, where that is not the hall's own first day.
  func shape(
    hall: Int, from start: CalendarDate, to end: CalendarDate, anchor: CalendarDate?
  ) -> RowShape {
    let days = Days(start: start, end: end, anchor: anchor, hall: hall)
    if let shape = known[days] { return shape }
    let shape = makeShape(days)
    known[days] = shape
    return shape
  }

  /// What a hall that begins on some of the days pays in the years, at the stated growth.
  func yearHull(hall: Int, days: ClosedRange<CalendarDate>) -> YearHulls.Hull {
    hulls.hull(hall: hall, days: days, shapes: self)
  }

  /// (1 + g) to the power of each lease year.
  func levels(_ growth: Double) -> [Double] {
    if let known = lastLevels.first(where: { $0.growth == growth }) { return known.levels }
    let levels = PaymentModel.levels(growth)
    lastLevels = [(growth, levels)] + lastLevels.prefix(1)
    return levels
  }

  private func makeShape(_ days: Days) -> RowShape {
    var shape = RowShape()
    guard days.start < days.end else { return shape }
    let lease = Lease.ofOneHall(
      from: days.start, to: days.end, anchor: days.anchor, rules: rules,
      abatement: abatements[days.hall])
    for share in lease.rentShares(ofHall: 0) {
      let day = isByDueDay ? share.due : share.month.firstDay
      guard starts[0] <= day else { continue }
      let row = (starts.lastIndex { $0 <= day }) ?? 0
      let months = share.share.doubleValue
      if let last = shape.entries.last, last.row == row, last.year == share.leaseYear {
        shape.entries[shape.entries.count - 1].months += months
      } else {
        shape.entries.append((row, share.leaseYear, months))
      }
    }
    return shape
  }
}

extension Lease {
  /// A hall of one megawatt with rent of one a month.
  fileprivate static func ofOneHall(
    from start: CalendarDate, to end: CalendarDate, anchor: CalendarDate?, rules: RentRules,
    abatement: Abatement?
  ) -> Lease {
    Lease(
      id: DealID("table"),
      halls: [Hall(name: "hall", criticalIT: .one, baseTerm: start..<end, abatement: abatement)],
      periods: [RentPeriod(rent: .rate(.perMonth(.one)))],
      rules: anchor.map { rules.counting(from: .date(rules.firstCharged($0))) } ?? rules)
  }
}

extension RentRules {
  /// The day from which rent counts of a hall that begins on a day.
  fileprivate func firstCharged(_ day: CalendarDate) -> CalendarDate {
    guard proration == .wholeMonthFromNext, day.day > 1 else { return day }
    return day.yearMonth.adding(months: 1).firstDay
  }

  /// The rules with another clock of lease years.
  func counting(from clock: EscalationClock) -> RentRules {
    RentRules(
      proration: proration, anniversary: anniversary, escalationClock: clock, timing: timing,
      paymentDays: paymentDays, calendar: calendar, businessDays: businessDays)
  }

  /// The rules with other ways to charge parts of months and to step.
  func charging(_ proration: Proration, stepping anniversary: Anniversary) -> RentRules {
    RentRules(
      proration: proration, anniversary: anniversary, escalationClock: escalationClock,
      timing: timing, paymentDays: paymentDays, calendar: calendar, businessDays: businessDays)
  }
}
