import CashFlowEngine
import FinanceBasics
import LeaseModel

/// The rent of one hall for its base term, or for its renewals, month by month.
struct LiveBlock {
  let live: LiveHall
  /// Base rent or renewal rent.
  let charge: Charge
  /// The days that are prorated together, end excluded.
  let days: Range<CalendarDate>
  /// The place of its rates among all.
  let rates: Int
  /// In order, some of them after the last day, so that a longer term has its rows.
  private(set) var months: [LiveMonth]

  /// Rows after the last day.
  static let spareMonths = 12

  init(_ plan: LivePlanner.Plan, rates all: [LiveRates]) {
    live = plan.live
    charge = plan.charge
    days = plan.days
    rates = plan.rates
    let first = plan.days.lowerBound.yearMonth
    let last = plan.days.upperBound.adding(days: -1).yearMonth
    let count = first.months(until: last) + 1 + Self.spareMonths
    months = (0..<count).map { place in
      LiveMonth(first.adding(months: place), of: plan, rates: all[plan.rates])
    }
  }

  /// The first rate of each set of rates, solved as its formula solves it.
  static func firstRates(_ rates: [LiveRates], _ blocks: [LiveBlock]) -> [Double] {
    rates.map { rates in
      guard case .contractValue(let value) = rates.first else { return rates.firstRate }
      let weighted = blocks.filter { $0.charge == .baseRent }
        .flatMap { $0.months.map(\.megawattMonths) }.reduce(0, +)
      return value.doubleValue / weighted
    }
  }

  /// Works out the rents at a first rate, and puts the posted amounts beside them.
  mutating func settle(firstRate: Double, digits: Int, _ posted: PostedCells) {
    for index in months.indices {
      months[index].exact = firstRate * months[index].megawattMonths
      months[index].rent = LiveAmount(
        Self.rounded(months[index].exact, digits: digits),
        posted: posted.amount(charge, hall: live.index, months[index].month))
    }
  }

  /// Works out operating cost from a margin; a month that the renewals share is the base term's.
  ///
  /// - Parameter other: The hall's renewals of its base term, or the other way round; `nil` where
  ///   formulas carry none.
  mutating func settleCosts(
    margin: Double, digits: Int, other: LiveBlock?, _ posted: PostedCells
  ) {
    let shared = charge == .baseRent ? other?.months[0] : nil
    for index in months.indices where months[index].days > 0 {
      let month = months[index].month
      if charge == .renewalRent, index == 0, days.lowerBound.day > 1, other != nil { continue }
      let rent = months[index].exact + (shared?.month == month ? shared?.exact ?? 0 : 0)
      months[index].exactCost = (1 - margin) * rent
      months[index].cost = LiveAmount(
        -Self.rounded(months[index].exactCost, digits: digits),
        posted: posted.amount(.operatingCost, hall: live.index, month))
    }
  }

  /// Cents, a half to the even one: what stands within the last digits of a half is one.
  private static func rounded(_ amount: Double, digits: Int) -> Int64 {
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    let cents = (amount * 100 * scale).rounded(.toNearestOrAwayFromZero) / scale
    return Int64(cents.rounded(.toNearestOrEven))
  }

  /// Whether the months come to what was posted, and every posted month has its row.
  func isMeasured(by posted: PostedCells) -> Bool {
    LiveAmount.areMeasured(months.map(\.rent))
      && posted.months(charge, hall: live.index).isSubset(of: Set(months.map(\.month)))
  }

  /// Whether the costs come to what was posted.
  var isCostMeasured: Bool { LiveAmount.areMeasured(months.map(\.cost)) }
}

/// What a formula comes to, beside what was posted, in minor units.
struct LiveAmount: Hashable {
  let computed: Int64
  let posted: Int64

  static let zero = LiveAmount(0, posted: 0)

  init(_ computed: Int64, posted: Int64) {
    self.computed = computed
    self.posted = posted
  }

  /// Whether fifteen digits settle the cent; else the posted amount stands in the formula's place.
  var isSettled: Bool { computed == posted }

  /// Whether formulas give amounts, but for single cents that fifteen digits leave open.
  static func areMeasured(_ amounts: [LiveAmount]) -> Bool {
    let open = amounts.filter { !$0.isSettled }
    return open.count <= amounts.count / 50 && open.allSatisfy { abs($0.computed - $0.posted) == 1 }
  }
}

/// A month of a hall, computed in the steps and with the digits of its formulas.
struct LiveMonth {
  let month: YearMonth
  /// The first and the last day in force, both included; the last is before the first where there
  /// is none.
  let from, through: CalendarDate
  /// From 1, of the first day in force.
  let year: Int
  /// When the next lease year is charged from.
  let nextYear: CalendarDate
  /// Days at the next lease year's rate.
  let laterDays: Int
  /// Free days at the first rate, and at the next.
  let freeEarlier, freeLater: Int
  /// Megawatts × the part of the month × level × what is charged.
  let megawattMonths: Double
  /// In currency units, before it is rounded.
  var exact = 0.0
  var rent = LiveAmount.zero
  /// The operating cost of it, where it follows from a margin; to be paid, before it is rounded.
  var exactCost = 0.0
  var cost = LiveAmount.zero
  /// When it is paid.
  let due: CalendarDate

  var days: Int { max(0, from.days(until: through) + 1) }

  init(
    _ month: YearMonth, of plan: LivePlanner.Plan, rates: LiveRates
  ) {
    let (live, stretch, rules) = (plan.live, plan.days, plan.rules)
    let isBase = plan.charge == .baseRent
    self.month = month
    from = max(month.firstDay, stretch.lowerBound)
    through = min(month.lastDay, stretch.upperBound.adding(days: -1))
    year = live.year(on: from, rules.anniversary)
    nextYear = live.beginning(ofYear: year + 1, rules.anniversary)
    let days = max(0, from.days(until: through) + 1)
    laterDays = max(0, max(from, nextYear).days(until: through) + 1)
    let freeDay = isBase ? live.freeEnd.adding(days: -1) : live.start.adding(days: -1)
    let earlierEnd = from.adding(days: days - laterDays - 1)
    freeEarlier = max(0, from.days(until: min(earlierEnd, freeDay)) + 1)
    freeLater =
      laterDays == 0 ? 0 : max(0, max(from, nextYear).days(until: min(through, freeDay)) + 1)
    let share = live.abatement?.share.doubleValue ?? 0
    let earlier = Double(days - laterDays) - share * Double(freeEarlier)
    let later = Double(laterDays) - share * Double(freeLater)
    let levels = rates.level(year) * earlier + rates.level(year + 1) * later
    megawattMonths =
      live.hall.criticalIT.doubleValue * levels
      * Self.share(from, through, month, rules.proration)
    let charged = (
      max(month.firstDay, live.start), min(month.lastDay, live.end.adding(days: -1))
    )
    let day = rules.timing == .advance ? charged.0 : charged.1
    due = rules.paid(on: day.adding(days: rules.paymentDays))
  }

  /// What one day of the month counts, as a part of a month's rent.
  private static func share(
    _ from: CalendarDate, _ through: CalendarDate, _ month: YearMonth, _ rule: RentRules.Proration
  ) -> Double {
    let length = Double(month.dayCount)
    let days = Double(max(0, from.days(until: through) + 1))
    guard days > 0, days < length else { return 1 / length }
    switch rule {
    case .actualMonth, .wholeMonthFromNext: return 1 / length
    case .actual365: return 12.0 / 365
    case .thirty360:
      let first = min(from.day, 30) - 1
      let end = through == month.lastDay ? 30 : min(through.day + 1, 30) - 1
      return Double(end - first) / (30 * days)
    }
  }
}
