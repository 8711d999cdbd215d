import FinanceBasics
import LeaseModel

extension LeaseDerivations {
  /// The rent of a megawatt a month in a renewal, before weights.
  mutating func renewalRate(_ hall: Int, _ renewal: Int, on day: CalendarDate) -> Node {
    let last = lease.periods.count - 1
    switch lease.renewals[renewal].rent {
    case .continued: return baseRate(hall, period: last, on: day)
    case .flat:
      return baseRate(hall, period: last, on: days[hall].baseEnd.adding(days: -1))
    case .fixed(let rate, _):
      return renewalRate(hall, renewal, on: day) { derivations in
        derivations.perMegawattMonth(
          rate, "rate of renewal \(renewal + 1)", .renewalRate(renewal),
          of: derivations.allMegawatts)
      }
    case .market(let market, _):
      return renewalRate(hall, renewal, on: day) { $0.marketRate(market, hall, renewal) }
    }
  }

  /// A first rate that grows by the renewal's own clock.
  private mutating func renewalRate(
    _ hall: Int, _ renewal: Int, on day: CalendarDate, first: (inout Self) -> Node
  ) -> Node {
    let start = days[hall].renewals[renewal].lowerBound
    let clock = LeaseYearCount(anchor: start, rule: lease.rules.anniversary)
    let years = clock.year(on: day)
    let key = RateKey(
      place: .renewal(renewal), hall: hall, step: -1, clock: clock, years: years)
    if let known = rateLevels[key] { return known }
    // The first rate is kept as that of year 0, so that later years share it.
    let firstKey = RateKey(
      place: .renewal(renewal), hall: hall, step: -2, clock: clock, years: 0)
    let rate = rateLevels[firstKey] ?? first(&self)
    rateLevels[firstKey] = rate
    let level = level(at: .renewal(renewal), clock: clock, firstYear: 0, years: years)
    let node = level.map { level in
      Node(
        "rate in year \(years + 1) of renewal \(renewal + 1)", unit: perMegawattMonth,
        .product([rate, level]))
    }
    rateLevels[key] = node ?? rate
    return node ?? rate
  }

  /// A share of the market rent, within bounds on the change from the rent of the day before.
  private mutating func marketRate(_ market: MarketRent, _ hall: Int, _ renewal: Int) -> Node {
    let start = days[hall].renewals[renewal].lowerBound
    let value = marketValue(market, in: start.yearMonth, renewal)
    let share = Node(
      "share of the market", stated: market.share, quantity: .market(.share, renewal: renewal))
    let perKilowatt = Node(
      "market rent × share", unit: "\(money)/kW-month", .product([value, share]))
    var rate = Node(
      "market rent of renewal \(renewal + 1)", unit: perMegawattMonth,
      .product([perKilowatt, thousand]))
    let old = self.rate(hall, on: start.adding(days: -1))
    if let floor = market.floor {
      let least = factor(of: floor, "least change", .market(.floor, renewal: renewal))
      rate = Node(
        "not below the old rate with the least change", unit: perMegawattMonth,
        .greatest([rate, Node("least rate", unit: perMegawattMonth, .product([old, least]))]))
    }
    if let cap = market.cap {
      let most = factor(of: cap, "most change", .market(.cap, renewal: renewal))
      rate = Node(
        "not above the old rate with the most change", unit: perMegawattMonth,
        .least([rate, Node("most rate", unit: perMegawattMonth, .product([old, most]))]))
    }
    return rate
  }

  /// The curve in a month, grown from its last month by whole years beyond it.
  private func marketValue(_ market: MarketRent, in month: YearMonth, _ renewal: Int) -> Node {
    let last = market.curve.lastMonth
    guard month > last else { return value(of: market.curve, in: month) }
    let years = last.months(until: month) / 12
    let base = value(of: market.curve, in: last)
    let growth = factor(
      of: market.afterLast ?? .zero, "assumed growth", .market(.afterLast, renewal: renewal))
    return Node(
      "market rent of \(month)", .product([base, Node("growth", .power(growth, years))]),
      note: "\(years) whole years after the curve's last month")
  }
}
