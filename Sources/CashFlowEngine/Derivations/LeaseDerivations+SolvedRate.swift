import FinanceBasics
import LeaseModel

extension LeaseDerivations {
  /// The rate at which the exact rents of a period sum to its contract value.
  ///
  /// Contract value less the halls' own rents ÷ Σ over halls and years of MW × months × level.
  mutating func solvedRate(of value: ExactDecimal, period: Int) -> Node {
    var own: [Node] = []
    var others: [Node] = []
    for hall in lease.halls.indices {
      let weighted = megawattMonths(hall, period: period)
      if lease.halls[hall].rate == nil {
        others += weighted
      } else if !weighted.isEmpty {
        let sum = Node("MW-months at their levels", unit: "MW-months", .sum(weighted))
        own.append(
          Node(
            "own rent of \(lease.halls[hall].name)", unit: money, .product([ownRate(hall), sum])))
      }
    }
    let stated = Node(
      "contract value", unit: money, stated: value, quantity: .contractValue(period: period))
    let rest =
      own.isEmpty
      ? stated
      : Node(
        "contract value less the halls' own rents", unit: money,
        .difference(stated, Node("own rents", unit: money, .sum(own))))
    let sum = Node("MW-months at their levels", unit: "MW-months", .sum(others))
    return Node(
      lease.periods.count == 1 ? "first-year rate" : "first-year rate of period \(period + 1)",
      unit: perMegawattMonth, .quotient(rest, sum),
      note: "solved: at this rate exact rents sum to the contract value")
  }

  /// MW × months × level of a hall's days in a period, one for each stretch without a change.
  private mutating func megawattMonths(_ hall: Int, period: Int) -> [Node] {
    let hallDays = days[hall]
    let stretch = hallDays.start..<hallDays.baseEnd
    let first = beginning(ofPeriod: period, hall)
    let end =
      period + 1 < lease.periods.count
      ? beginning(ofPeriod: period + 1, hall) : hallDays.baseEnd
    guard first < end else { return [] }
    let years = rentClock(hall).beginnings(in: first..<end)
    let days = Set(years + rampDays(hall) + abatementDays(hall) + [first, end])
      .filter { $0 >= first && $0 <= end }.sorted()
    return zip(days, days.dropFirst()).map { start, stop in
      var factors = [
        chargedMegawatts(hall, on: start),
        months(in: start..<stop, stretch: stretch, hall: hall),
      ]
      let level = level(
        at: .period(period), clock: rentClock(hall), firstYear: firstYear(ofPeriod: period),
        years: levelYears(hall, period: period, on: start))
      if let level { factors.append(level) }
      if let kept = keptShare(hall, on: start) { factors.append(kept) }
      return Node(
        "\(lease.halls[hall].name), \((start..<stop).words)", unit: "MW-months",
        .product(factors))
    }
  }
}
