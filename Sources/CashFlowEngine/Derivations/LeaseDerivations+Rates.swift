import FinanceBasics
import LeaseModel

extension LeaseDerivations {
  /// A rate with its level: the same for all halls that share them.
  struct RateKey: Hashable {
    let place: EscalatorPlace
    /// A hall with a rate of its own, or below zero.
    let hall: Int
    /// The place in a table of steps.
    let step: Int
    let clock: LeaseYearCount
    let years: Int
  }

  var perMegawattMonth: String { "\(money)/MW-month" }

  /// The clock of rent's lease years.
  func rentClock(_ hall: Int) -> LeaseYearCount {
    let anchor: CalendarDate =
      switch lease.rules.escalationClock {
      case .perHall: days[hall].start
      case .lease:
        lease.rules.proration == .wholeMonthFromNext
          ? lease.firstCommencement.firstFollowing : lease.firstCommencement
      case .date(let date): date
      }
    return LeaseYearCount(anchor: anchor, rule: lease.rules.anniversary)
  }

  /// The clock of a hall's own lease years.
  func ownClock(_ hall: Int) -> LeaseYearCount {
    LeaseYearCount(anchor: days[hall].start, rule: lease.rules.anniversary)
  }

  /// The first day of a rent period of a hall.
  func beginning(ofPeriod period: Int, _ hall: Int) -> CalendarDate {
    guard period > 0 else { return days[hall].start }
    let day = ownClock(hall).beginning(ofYear: lease.periods[period].leaseYears.lowerBound)
    return min(max(day, days[hall].start), days[hall].baseEnd)
  }

  func period(_ hall: Int, on day: CalendarDate) -> Int {
    lease.periods.indices.last { beginning(ofPeriod: $0, hall) <= day } ?? 0
  }

  /// The rent of a megawatt a month on a day: of all megawatts, before abatement and weights.
  mutating func rate(_ hall: Int, on day: CalendarDate) -> Node {
    guard day >= days[hall].baseEnd,
      let renewal = days[hall].renewals.firstIndex(where: { $0.contains(day) })
    else { return baseRate(hall, period: period(hall, on: day), on: day) }
    return renewalRate(hall, renewal, on: day)
  }

  /// The rate of a rent period with its level on a day.
  mutating func baseRate(_ hall: Int, period: Int, on day: CalendarDate) -> Node {
    let isOwn = lease.halls[hall].rate != nil
    let step = isOwn ? nil : self.step(hall, period: period, on: day)
    let clock = rentClock(hall)
    let years = levelYears(hall, period: period, on: day)
    let key = RateKey(
      place: .period(period), hall: isOwn ? hall : -1, step: step ?? -1, clock: clock, years: years)
    if let known = rateLevels[key] { return known }
    let first =
      isOwn
      ? ownRate(hall) : step.map { stepRate(period: period, step: $0) } ?? rate(ofPeriod: period)
    let level = level(
      at: .period(period), clock: clock, firstYear: firstYear(ofPeriod: period), years: years)
    let node = level.map { level in
      Node(
        "rate in lease year \(firstYear(ofPeriod: period) + years + 1)", unit: perMegawattMonth,
        .product([first, level]))
    }
    rateLevels[key] = node ?? first
    return node ?? first
  }

  /// The year of the clock that has a period's first level.
  func firstYear(ofPeriod period: Int) -> Int {
    period == 0 ? 0 : lease.periods[period].leaseYears.lowerBound
  }

  func levelYears(_ hall: Int, period: Int, on day: CalendarDate) -> Int {
    max(0, rentClock(hall).year(on: day) - firstYear(ofPeriod: period))
  }

  /// The row of a period's table that holds on a day; `nil` without a table.
  private func step(_ hall: Int, period: Int, on day: CalendarDate) -> Int? {
    guard case .steps(let steps) = lease.periods[period].rent, !steps.isEmpty else { return nil }
    let later = steps.indices.dropFirst().first { start(of: steps[$0], hall) > day }
    return (later ?? steps.count) - 1
  }

  func start(of step: RentStep, _ hall: Int) -> CalendarDate {
    switch step.start {
    case .date(let date): date
    case .leaseYear(let year): rentClock(hall).beginning(ofYear: year - 1)
    }
  }

  private mutating func stepRate(period: Int, step: Int) -> Node {
    guard case .steps(let steps) = lease.periods[period].rent else { return Node("rent", .sum([])) }
    return perMegawattMonth(
      steps[step].rate, "rent of step \(step + 1)", .stepRate(period: period, step: step),
      of: allMegawatts)
  }

  mutating func ownRate(_ hall: Int) -> Node {
    if let known = ownRates[hall] { return known }
    let rate = lease.halls[hall].rate ?? .perYear(.zero)
    let node = perMegawattMonth(
      rate, "own rate of \(lease.halls[hall].name)", .ownRate(hall: hall), of: megawatts(hall))
    ownRates[hall] = node
    return node
  }

  /// The first-year rate of a period, stated or solved.
  mutating func rate(ofPeriod period: Int) -> Node {
    if let known = rates[period] { return known }
    let node: Node
    switch lease.periods[period].rent {
    case .rate(let rate):
      node = perMegawattMonth(rate, "first-year rate", .rate(period: period), of: allMegawatts)
    case .contractValue(let value): node = solvedRate(of: value, period: period)
    case .steps: node = Node("rent of an empty table", unit: perMegawattMonth, .sum([]))
    }
    rates[period] = node
    return node
  }

  /// A stated rate as the rent of a megawatt a month.
  func perMegawattMonth(
    _ rate: RentRate, _ label: String, _ quantity: LeaseQuantity, of megawatts: Node
  ) -> Node {
    let unit = perMegawattMonth
    switch rate {
    case .perKilowattMonth(let amount):
      let stated = Node(label, unit: "\(money)/kW-month", stated: amount, quantity: quantity)
      return Node(label, unit: unit, .product([stated, thousand]))
    case .perMegawattYear(let amount):
      let stated = Node(label, unit: "\(money)/MW-year", stated: amount, quantity: quantity)
      return Node(label, unit: unit, .quotient(stated, count12))
    case .perYear(let amount):
      let stated = Node(label, unit: "\(money)/year", stated: amount, quantity: quantity)
      let all = Node("MW-months of a year", unit: "MW-months", .product([megawatts, count12]))
      return Node(label, unit: unit, .quotient(stated, all))
    case .perMonth(let amount):
      let stated = Node(label, unit: "\(money)/month", stated: amount, quantity: quantity)
      return Node(label, unit: unit, .quotient(stated, megawatts))
    }
  }

  var thousand: Node { Node("kW of a MW", unit: "kW/MW", count: 1000) }

  func megawatts(_ hall: Int) -> Node { megawattLeaves[hall] }

  /// The part of a hall in all megawatts.
  func megawattShare(_ hall: Int) -> Node? {
    guard lease.halls.count > 1 else { return nil }
    return Node(
      "share of \(lease.halls[hall].name) by MW", .quotient(megawatts(hall), allMegawatts))
  }
}
