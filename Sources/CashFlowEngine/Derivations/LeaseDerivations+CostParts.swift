import FinanceBasics
import LeaseModel

extension LeaseDerivations {
  /// What a line costs on some days at first prices, as factors.
  func quantity(
    of line: CostLine, _ place: Int, _ hall: Int, _ piece: Range<CalendarDate>,
    stretch: Range<CalendarDate>
  ) -> [Node] {
    let day = piece.lowerBound
    let share = share(of: piece, stretch: stretch, hall: hall).map { [$0] } ?? []
    let stated = { (unit: String) in
      Node(
        "amount of \(line.name)", unit: unit, stated: line.amount.number,
        quantity: .cost(.amount, line: place))
    }
    switch line.amount {
    case .perKilowattMonth:
      return [stated("\(money)/kW-month"), thousand, megawatts(hall)] + share
    case .perYear: return monthly(stated("\(money)/year"), hall) + share
    case .perKilowattMonthOfDemand:
      return [stated("\(money)/kW-month"), thousand, deliveredMegawatts(hall, on: day)]
        + usage([.powerUsageEffectiveness]) + share
    case .perMegawattHour:
      let count = piece.lowerBound.days(until: piece.upperBound)
      let hours = Node("hours of a day", unit: "h/day", count: 24)
      let length = Node("days in force, \(piece.words)", unit: "days", count: count)
      let energy =
        [deliveredMegawatts(hall, on: day)]
        + usage([.powerUsageEffectiveness, .loadFactor]) + [hours, length]
      return [
        stated("\(money)/MWh"), Node("energy, \(piece.words)", unit: "MWh", .product(energy)),
      ]
    case .shareOfRent, .shareOfPower: return [stated("")]
    }
  }

  /// A year's amount of the whole lease as a month's of a hall.
  func monthly(_ amount: Node, _ hall: Int) -> [Node] {
    let month = Node("a month's amount", unit: money, .quotient(amount, count12))
    return [month] + (megawattShare(hall).map { [$0] } ?? [])
  }

  /// PUE and load factor, where the lease states how much power is used.
  private func usage(_ quantities: [LeaseQuantity]) -> [Node] {
    guard let power = lease.power else { return [] }
    return quantities.map { quantity in
      quantity == .loadFactor
        ? Node("load factor", stated: power.loadFactor, quantity: quantity)
        : Node("PUE", stated: power.powerUsageEffectiveness, quantity: quantity)
    }
  }

  /// The part of power that may be passed on, where a PUE is guaranteed; `nil` is all.
  func passedShare(of line: CostLine) -> Node? {
    guard line.kind == .power, let power = lease.power, let guaranteed = power.guaranteedPUE else {
      return nil
    }
    switch line.amount {
    case .perMegawattHour, .perKilowattMonthOfDemand: break
    case .perKilowattMonth, .perYear, .shareOfRent, .shareOfPower: return nil
    }
    let ratio = Node(
      "guaranteed over actual PUE",
      .quotient(
        Node("guaranteed PUE", stated: guaranteed, quantity: .guaranteedPUE),
        Node(
          "PUE", stated: power.powerUsageEffectiveness, quantity: .powerUsageEffectiveness)))
    return Node("part that may be passed on", .least([Node("all", count: 1), ratio]))
  }

  /// What prices have grown to since the first year; `nil` where they have not.
  func priceLevel(
    of line: CostLine, _ place: Int, _ hall: Int, on day: CalendarDate
  ) -> Node? {
    level(
      line.growth, .cost(.growth, line: place), steps: steps(line.growthDay, hall, on: day),
      line.growthDay)
  }

  func level(
    _ growth: ExactDecimal, _ quantity: LeaseQuantity, steps: Int, _ day: CostLine.GrowthDay
  ) -> Node? {
    guard growth.digits != 0, steps > 0 else { return nil }
    return Node(
      "price level", .power(factor(of: growth, "growth a year", quantity), steps),
      note: "steps so far, each \(day.rawValue): \(steps)")
  }

  /// How often a price has grown by a day.
  func steps(_ growthDay: CostLine.GrowthDay, _ hall: Int, on day: CalendarDate) -> Int {
    growthDay == .newYear
      ? max(0, day.year - lease.firstCommencement.year) : ownClock(hall).year(on: day)
  }

  /// What is left of a cost while it is reduced; `nil` where it is not.
  func keptShare(
    of line: CostLine, _ place: Int, _ hall: Int, on day: CalendarDate
  ) -> Node? {
    let row = line.reductions.indices.last { start(of: line.reductions[$0], hall) <= day }
    guard let row else { return nil }
    let reduction = line.reductions[row]
    return Node(
      "share that is left",
      .difference(
        Node("one", count: 1),
        Node(
          "reduction from \(start(of: reduction, hall))", stated: reduction.share,
          quantity: .cost(.reduction(row), line: place))))
  }

  func start(of reduction: CostReduction, _ hall: Int) -> CalendarDate {
    switch reduction.start {
    case .date(let date): date
    case .leaseYear(let year):
      year <= 1 ? days[hall].start : ownClock(hall).beginning(ofYear: year - 1)
    }
  }

  /// Other income of a month; `nil` where there is none.
  mutating func otherIncome(_ hall: Int, _ month: YearMonth) -> Node? {
    let inForce = days[hall].inForce
    guard !inForce.isEmpty, inForce.overlaps(month.days) else { return nil }
    let parts = lease.otherIncome.enumerated().map { place, income in
      // A line without recovery that runs as the hall does.
      let line = CostLine(
        name: income.name, amount: .perYear(.zero), growthDay: income.growthDay)
      return amount(
        of: income.amount, "amount of \(income.name)", .income(.amount, line: place),
        growth: .income(.growth, line: place), line, hall, month)
    }
    guard parts.count != 1 else { return parts[0] }
    return parts.isEmpty ? nil : Node("other income", unit: money, .sum(parts))
  }

  /// A stated amount over the days of a month on which a line runs.
  func amount(
    of limit: CostLimit, _ label: String, _ quantity: LeaseQuantity, growth: LeaseQuantity,
    _ line: CostLine, _ hall: Int, _ month: YearMonth
  ) -> Node {
    let stretch = stretch(of: line, hall)
    let parts = pieces(of: line, hall, month).map { piece in
      let day = piece.lowerBound
      var factors: [Node]
      switch limit.amount {
      case .perKilowattMonth(let amount):
        let stated = Node(
          label, unit: "\(money)/kW-month", stated: amount, quantity: quantity)
        factors = [stated, thousand, megawatts(hall)]
      case .perYear(let amount):
        factors = monthly(
          Node(label, unit: "\(money)/year", stated: amount, quantity: quantity), hall)
      }
      if let share = share(of: piece, stretch: stretch, hall: hall) { factors.append(share) }
      let steps = steps(line.growthDay, hall, on: day)
      if let level = level(limit.growth, growth, steps: steps, line.growthDay) {
        factors.append(level)
      }
      if let part = days[hall].part(on: day), let weight = weight(of: part) {
        factors.append(weight)
      }
      return Node("\(label), \(piece.words)", unit: money, .product(factors))
    }
    return parts.count == 1 ? parts[0] : Node("\(label), \(month)", unit: money, .sum(parts))
  }
}
