import FinanceBasics
import LeaseModel

extension LeaseDerivations {
  /// What a level is asked for, so that leases with many cells work it out once.
  struct LevelKey: Hashable {
    enum Kind: Hashable {
      /// What rent is multiplied by.
      case level
      /// The index since the first year, before floor and cap.
      case raw
      /// The index since the first year, within floor and cap.
      case index
    }

    let kind: Kind
    let place: EscalatorPlace
    let clock: LeaseYearCount
    /// The year of the clock that has the first level.
    let firstYear: Int
    /// Years since the first level.
    let years: Int

    func at(_ years: Int, _ kind: Kind) -> LevelKey {
      LevelKey(kind: kind, place: place, clock: clock, firstYear: firstYear, years: years)
    }
  }

  func escalator(at place: EscalatorPlace) -> Escalator {
    switch place {
    case .period(let index): return lease.periods[index].escalator
    case .renewal(let index):
      switch lease.renewals[index].rent {
      case .fixed(_, let escalator), .market(_, let escalator): return escalator
      case .continued, .flat: return .none
      }
    }
  }

  /// What the first year's rent is multiplied by; `nil` where it is not.
  mutating func level(
    at place: EscalatorPlace, clock: LeaseYearCount, firstYear: Int, years: Int
  ) -> Node? {
    let key = LevelKey(
      kind: .level, place: place, clock: clock, firstYear: firstYear, years: years)
    switch escalator(at: place) {
    case .none: return nil
    case .fixed(let growth):
      guard years > 0 else { return nil }
      return kept(key) { $0.fixedLevel(growth, at: key, years: years) }
    case .steps(let table):
      guard !table.isEmpty else { return nil }
      let row = min(years, table.count - 1)
      return kept(key) { _ in
        Node(
          "multiplier of lease year \(years + 1)", stated: table[row],
          quantity: .escalator(.multiplier(row), of: place))
      }
    case .cpi(let cpi):
      guard years > 0 else { return nil }
      return indexLevel(cpi, key.at(years, .index))
    case .greaterOf(let growth, let cpi):
      return chained(key, label: "greater of") { derivations, year in
        let parts = derivations.yearsGrowth(growth, cpi, key.at(year, .index))
        return Node("greater of both, lease year \(year + 1)", .greatest(parts))
      }
    case .lesserOf(let growth, let cpi):
      return chained(key, label: "lesser of") { derivations, year in
        let parts = derivations.yearsGrowth(growth, cpi, key.at(year, .index))
        return Node("lesser of both, lease year \(year + 1)", .least(parts))
      }
    }
  }

  private func fixedLevel(_ growth: ExactDecimal, at key: LevelKey, years: Int) -> Node {
    Node(
      "level of lease year \(key.firstYear + years + 1)",
      .power(factor(of: growth, "growth a year", .escalator(.fixed, of: key.place)), years),
      quantity: .escalationClock,
      note: "\(years) \(years == 1 ? "anniversary" : "anniversaries") of \(key.clock.anchor)")
  }

  /// One and a rate.
  func factor(of rate: ExactDecimal, _ label: String, _ quantity: LeaseQuantity) -> Node {
    Node(
      "1 + \(label)",
      .sum([Node("one", count: 1), Node(label, stated: rate, quantity: quantity)]))
  }

  mutating func kept(_ key: LevelKey, _ make: (inout Self) -> Node) -> Node {
    if let known = levels[key] { return known }
    let node = make(&self)
    levels[key] = node
    return node
  }

  /// Each year's growth on the level of the year before; `nil` in the first.
  private mutating func chained(
    _ key: LevelKey, label: String, _ growth: (inout Self, Int) -> Node
  ) -> Node? {
    guard key.years > 0 else { return nil }
    var level: Node?
    for year in 1...key.years {
      let previous = level
      level = kept(key.at(year, key.kind)) { derivations in
        let factor = growth(&derivations, year)
        return Node(
          "level of lease year \(key.firstYear + year + 1)",
          .product(previous.map { [$0, factor] } ?? [factor]), quantity: .escalationClock,
          note: label)
      }
    }
    return level
  }

  /// The factors of a year by a fixed rate and by an index.
  private mutating func yearsGrowth(
    _ growth: ExactDecimal, _ cpi: CPIEscalator, _ key: LevelKey
  ) -> [Node] {
    let fixed = factor(of: growth, "fixed growth", .escalator(.fixed, of: key.place))
    if case .annual = cpi.catchUp { return [fixed, clampedGrowth(cpi, key)] }
    guard let level = indexLevel(cpi, key) else { return [fixed] }
    guard let before = indexLevel(cpi, key.at(key.years - 1, .index)) else {
      return [fixed, level]
    }
    return [
      fixed, Node("index level over that of the year before", .quotient(level, before)),
    ]
  }

  /// The level of an index within floor and cap; `nil` in the first year.
  private mutating func indexLevel(_ cpi: CPIEscalator, _ key: LevelKey) -> Node? {
    switch cpi.catchUp {
    case .annual: chained(key, label: "index, annual") { $0.clampedGrowth(cpi, key.at($1, .index)) }
    case .cumulative: cumulativeLevel(cpi, key)
    case .banked: bankedLevel(cpi, key)
    }
  }

  /// A year's growth of the index, raised to the floor, then lowered to the cap.
  private mutating func clampedGrowth(_ cpi: CPIEscalator, _ key: LevelKey) -> Node {
    var growth = indexGrowth(cpi, key)
    if let floor = cpi.floor {
      growth = Node(
        "not below the floor",
        .greatest([growth, factor(of: floor, "floor", .escalator(.floor, of: key.place))]))
    }
    if let cap = cpi.cap {
      growth = Node(
        "not above the cap",
        .least([growth, factor(of: cap, "cap", .escalator(.cap, of: key.place))]))
    }
    return growth
  }

  private mutating func cumulativeLevel(_ cpi: CPIEscalator, _ key: LevelKey) -> Node? {
    guard key.years > 0 else { return nil }
    return kept(key) { derivations in
      var level = derivations.rawLevel(cpi, key)
      if let floor = cpi.floor {
        let rate = derivations.factor(of: floor, "floor", .escalator(.floor, of: key.place))
        let least = Node("floor compounded", .power(rate, key.years))
        level = Node("not below the floor", .greatest([level, least]))
      }
      if let cap = cpi.cap {
        let rate = derivations.factor(of: cap, "cap", .escalator(.cap, of: key.place))
        let most = Node("cap compounded", .power(rate, key.years))
        level = Node("not above the cap", .least([level, most]))
      }
      return Node("index level of lease year \(key.firstYear + key.years + 1)", .chosen(level))
    }
  }

  private mutating func bankedLevel(_ cpi: CPIEscalator, _ key: LevelKey) -> Node? {
    var level: Node?
    for year in 0..<key.years {
      let previous = level ?? Node("first level", count: 1)
      level = kept(key.at(year + 1, .index)) { derivations in
        var level = derivations.rawLevel(cpi, key.at(year + 1, .index))
        if let cap = cpi.cap {
          let rate = derivations.factor(of: cap, "cap", .escalator(.cap, of: key.place))
          let most = Node("year before, with the cap", .product([previous, rate]))
          level = Node("not above the cap", .least([level, most]))
        }
        if let floor = cpi.floor {
          let rate = derivations.factor(of: floor, "floor", .escalator(.floor, of: key.place))
          let least = Node("year before, with the floor", .product([previous, rate]))
          level = Node("not below the floor", .greatest([level, least]))
        }
        return Node("index level of lease year \(key.firstYear + year + 2)", .chosen(level))
      }
    }
    return level
  }

  /// The index since the first year, before floor and cap.
  private mutating func rawLevel(_ cpi: CPIEscalator, _ key: LevelKey) -> Node {
    let factors = (1...max(1, key.years)).map { year in
      kept(key.at(year, .raw)) { $0.indexGrowth(cpi, key.at(year, .raw)) }
    }
    return factors.count == 1 ? factors[0] : Node("index since the first year", .product(factors))
  }

  /// The index of the anniversary's month less the lag over that of twelve months before.
  private func indexGrowth(_ cpi: CPIEscalator, _ key: LevelKey) -> Node {
    let year = key.firstYear + key.years
    let month = key.clock.anchor.yearMonth.adding(months: 12 * year - cpi.lagMonths)
    let label = "growth of \(cpi.series.name) to \(month)"
    guard month <= cpi.series.lastMonth else {
      return Node(
        label,
        .chosen(
          factor(
            of: cpi.afterLast ?? .zero, "assumed growth", .escalator(.afterLast, of: key.place))),
        note: "the series ends in \(cpi.series.lastMonth)")
    }
    return Node(
      label,
      .quotient(
        value(of: cpi.series, in: month), value(of: cpi.series, in: month.adding(months: -12))),
      note: "\(month) is the anniversary's month less a lag of \(cpi.lagMonths)")
  }

  /// - Precondition: The month is not before the series nor after it.
  func value(of series: IndexSeries, in month: YearMonth) -> Node {
    guard let found = series.value(in: month) else {
      preconditionFailure("a projected lease has every month of its series")
    }
    return Node(
      "\(series.name) of \(month)", stated: found.value,
      quantity: .indexValue(series: series.name, month: month),
      note: found.isCarried ? "never published; the last value before it" : "")
  }
}
