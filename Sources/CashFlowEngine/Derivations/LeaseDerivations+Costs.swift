import FinanceBasics
import LeaseModel

extension LeaseDerivations {
  /// The cost lines of the lease with their places; none where costs are not known by line.
  private func lines(isPower: Bool) -> [(place: Int, line: CostLine)] {
    guard case .lines(let lines) = lease.operatingCosts else { return [] }
    return lines.enumerated().filter { ($0.element.kind == .power) == isPower }
      .map { (place: $0.offset, line: $0.element) }
  }

  /// Operating cost of a month, paid; `nil` where no line runs and nothing is restored.
  mutating func operatingCost(_ hall: Int, _ month: YearMonth) -> Node? {
    var parts: [Node] = []
    if case .margin(let margin) = lease.operatingCosts {
      if let rents = rents(hall, month) {
        let leaf = Node("margin", stated: margin, quantity: .operatingMargin)
        let rest = Node("1 − margin", .difference(Node("one", count: 1), leaf))
        parts.append(
          Node(
            "operating cost from a margin", unit: money, .product([rest, rents]),
            note: "NOI rests on a margin, not on costs"))
      }
    }
    for (place, line) in lines(isPower: false) {
      if let cost = cost(of: line, place, hall, month) { parts.append(cost) }
    }
    if let restoration = restoration(hall, month) { parts.append(restoration) }
    return paid(parts)
  }

  /// Power cost of a month, paid; `nil` where no line runs.
  mutating func powerCost(_ hall: Int, _ month: YearMonth) -> Node? {
    paid(lines(isPower: true).compactMap { cost(of: $0.line, $0.place, hall, month) })
  }

  /// What the tenant pays back of a month's costs; `nil` where no line runs that it pays back.
  mutating func recovered(isPower: Bool, _ hall: Int, _ month: YearMonth) -> Node? {
    var parts: [Node] = []
    for (place, line) in lines(isPower: isPower) where !line.recovery.isNone {
      if let part = recovery(of: line, place, hall, month) { parts.append(part) }
    }
    guard parts.count != 1 else { return parts[0] }
    return parts.isEmpty ? nil : Node("recovered, all lines", unit: money, .sum(parts))
  }

  private func paid(_ parts: [Node]) -> Node? {
    guard let first = parts.first else { return nil }
    let sum = parts.count == 1 ? first : Node("cost, all lines", unit: money, .sum(parts))
    return Node("paid", unit: money, .product([Node("sign", count: -1), sum]))
  }

  /// Base and renewal rent of a month before rounding.
  private mutating func rents(_ hall: Int, _ month: YearMonth) -> Node? {
    let parts = [Charge.baseRent, .renewalRent].compactMap { rent($0, hall, month) }
    guard parts.count > 1 else { return parts.first }
    return Node("base and renewal rent", unit: money, .sum(parts))
  }

  /// What restoring a hall costs, in the month of its last day.
  private func restoration(_ hall: Int, _ month: YearMonth) -> Node? {
    let inForce = days[hall].inForce
    guard let cost = lease.restorationCost, !inForce.isEmpty,
      inForce.upperBound.adding(days: -1).yearMonth == month
    else { return nil }
    let whole = Node(
      "restoration cost", unit: money, stated: cost, quantity: .restorationCost)
    let parts = [whole, megawattShare(hall)].compactMap { $0 }
    return Node("restoration of \(lease.halls[hall].name)", unit: money, .product(parts))
  }

  /// The days of a month from the first to the last on which a cost line of a hall runs.
  func daysOfLines(_ hall: Int, in month: YearMonth) -> Range<CalendarDate> {
    let all = lines(isPower: false) + lines(isPower: true)
    let runs = all.map { stretch(of: $0.line, hall) }.filter { $0.overlaps(month.days) }
      .map { $0.clamped(to: month.days) }
    guard let first = runs.map(\.lowerBound).min(), let end = runs.map(\.upperBound).max() else {
      return month.days
    }
    return first..<end
  }

  /// All days on which a line of a hall may run.
  func daysOfLines(_ hall: Int) -> Range<CalendarDate> {
    var (first, end) = (days[hall].start, days[hall].inForce.upperBound)
    if case .lines(let lines) = lease.operatingCosts {
      for line in lines {
        first = min(first, line.from ?? first)
        end = max(end, line.through?.adding(days: 1) ?? end)
      }
    }
    return first..<max(first, end)
  }

  /// The days on which a line of a hall runs.
  func stretch(of line: CostLine, _ hall: Int) -> Range<CalendarDate> {
    let first = line.from ?? days[hall].start
    var end = days[hall].holdover.upperBound
    if let last = lease.termination?.lastDay { end = min(end, last.adding(days: 1)) }
    end = line.through?.adding(days: 1) ?? end
    return first..<max(first, end)
  }

  /// The days of a month on which a line runs, cut where anything changes.
  func pieces(of line: CostLine, _ hall: Int, _ month: YearMonth) -> [Range<CalendarDate>] {
    let stretch = stretch(of: line, hall)
    guard stretch.overlaps(month.days) else { return [] }
    let hallDays = days[hall]
    let charged = stretch.clamped(to: month.days)
    var cuts = ownClock(hall).beginnings(in: charged) + rampDays(hall)
    cuts += line.reductions.map { start(of: $0, hall) }
    cuts += [
      hallDays.start, hallDays.baseStop, hallDays.baseEnd, hallDays.holdover.lowerBound,
      hallDays.holdover.upperBound,
    ]
    cuts += hallDays.renewals.map(\.upperBound)
    return pieces(of: charged, cutAt: cuts)
  }

  /// What a line costs in a month; `nil` where it does not run.
  ///
  /// - Parameters:
  ///   - passed: Only what may be passed to the tenant.
  ///   - base: The day whose prices and reductions count, instead of each day's own.
  mutating func cost(
    of line: CostLine, _ place: Int, _ hall: Int, _ month: YearMonth, passed: Bool = false,
    at base: CalendarDate? = nil
  ) -> Node? {
    let pieces = pieces(of: line, hall, month)
    guard let first = pieces.first else { return nil }
    let whole: Node?
    switch line.amount {
    case .shareOfRent: whole = rents(hall, month) ?? Node("no rent", unit: money, .sum([]))
    case .shareOfPower: whole = power(hall, month, passed: passed)
    default: whole = nil
    }
    if let whole {
      let fraction = Node(
        "share of \(line.name)", stated: line.amount.number, quantity: .cost(.amount, line: place))
      let kept = keptShare(of: line, place, hall, on: base ?? first.lowerBound)
      return Node(
        "\(line.name), \(month)", unit: money,
        .product([fraction, whole] + (kept.map { [$0] } ?? []))
      )
    }
    let stretch = stretch(of: line, hall)
    let parts = pieces.map { piece in
      let day = piece.lowerBound
      var factors = quantity(of: line, place, hall, piece, stretch: stretch)
      if passed, let limit = passedShare(of: line) { factors.append(limit) }
      if let level = priceLevel(of: line, place, hall, on: base ?? day) { factors.append(level) }
      if let kept = keptShare(of: line, place, hall, on: base ?? day) { factors.append(kept) }
      if let part = days[hall].part(on: day), let weight = weight(of: part) {
        factors.append(weight)
      }
      return Node("\(line.name), \(piece.words)", unit: money, .product(factors))
    }
    return parts.count == 1
      ? parts[0] : Node("\(line.name), \(month)", unit: money, .sum(parts))
  }

  /// All power of a month but that which is a share of it.
  private mutating func power(_ hall: Int, _ month: YearMonth, passed: Bool) -> Node {
    let parts = lines(isPower: true).compactMap { place, line -> Node? in
      if case .shareOfPower = line.amount { return nil }
      return cost(of: line, place, hall, month, passed: passed)
    }
    return Node(
      passed ? "power that may be passed on" : "power of the other lines", unit: money,
      .sum(parts))
  }
}

extension CostLine.Amount {
  /// The amount or share as stated.
  var number: ExactDecimal {
    switch self {
    case .perKilowattMonth(let number), .perYear(let number), .perMegawattHour(let number),
      .perKilowattMonthOfDemand(let number), .shareOfRent(let number), .shareOfPower(let number):
      number
    }
  }
}
