public import FinanceBasics
import LeaseModel

extension LeaseDerivations {
  /// The days on which a hall is in force in the case.
  public func daysInForce(_ hall: Int) -> Range<CalendarDate> { days[hall].inForce }

  /// The critical IT of all halls, in megawatts.
  public var criticalIT: Derivation<LeaseQuantity> { allMegawatts }

  /// A year's rent of all halls at their first-year rates, before abatement.
  public mutating func firstYearRent() -> Derivation<LeaseQuantity> {
    var parts: [Node] = []
    for hall in lease.halls.indices {
      let rate = lease.halls[hall].rate == nil ? firstRate() : ownRate(hall)
      parts.append(
        Node(
          "first-year rent of \(lease.halls[hall].name)", unit: money,
          .product([megawatts(hall), rate, count12])))
    }
    return parts.count == 1 ? parts[0] : Node("first-year rent", unit: money, .sum(parts))
  }

  /// The first rate of the first period; of a table its first step's.
  private mutating func firstRate() -> Node {
    guard case .steps(let steps) = lease.periods[0].rent, let first = steps.first else {
      return rate(ofPeriod: 0)
    }
    return perMegawattMonth(
      first.rate, "rent of step 1", .stepRate(period: 0, step: 0), of: allMegawatts)
  }

  /// Critical IT kilowatts × months in force, of all halls in the base term.
  public func kilowattMonths() -> Derivation<LeaseQuantity> {
    let parts = lease.halls.indices.compactMap { hall -> Node? in
      let stretch = days[hall].start..<days[hall].baseStop
      guard !stretch.isEmpty else { return nil }
      return Node(
        "kW-months of \(lease.halls[hall].name)", unit: "kW-months",
        .product([
          megawatts(hall), thousand, months(in: stretch, stretch: stretch, hall: hall),
        ]))
    }
    return parts.count == 1 ? parts[0] : Node("kW-months", unit: "kW-months", .sum(parts))
  }

  /// Years of the nominal term: as stated, else from first commencement to last expiry.
  public func nominalYears() -> Derivation<LeaseQuantity> {
    if let months = lease.nominalTerm?.months {
      let count = Node(
        "months of the term", unit: "months", count: months, quantity: .termEnd(hall: 0))
      return Node("years of the nominal term", unit: "years", .quotient(count, count12))
    }
    let count = lease.firstCommencement.days(until: lease.expiry)
    return Node(
      "years from first commencement to last expiry", unit: "years",
      .quotient(
        Node("days", unit: "days", count: count, quantity: .termEnd(hall: 0)), daysOfYear))
  }

  /// Megawatts × years left of each base term that has not ended on a day, and their megawatts.
  ///
  /// - Parameter day: `nil` counts each term from its commencement.
  public func remainingTerms(
    on day: CalendarDate?
  ) -> (megawattYears: Derivation<LeaseQuantity>, megawatts: Derivation<LeaseQuantity>) {
    let halls = lease.halls.indices.filter {
      lease.halls[$0].baseTerm.upperBound > day ?? .earliest
    }
    let weighted = halls.map { hall in
      let term = lease.halls[hall].baseTerm
      let first = max(term.lowerBound, day ?? term.lowerBound)
      let left = Node(
        "days from \(first) to \(term.upperBound)", unit: "days",
        count: first.days(until: term.upperBound), quantity: .termEnd(hall: hall))
      return Node(
        "MW × years of \(lease.halls[hall].name)",
        .product([megawatts(hall), Node("years left", unit: "years", .quotient(left, daysOfYear))]))
    }
    return (
      Node("MW × years left", .sum(weighted)),
      Node("MW of unexpired halls", unit: "MW", .sum(halls.map(megawatts)))
    )
  }

  private var daysOfYear: Node {
    Node("days of a year", unit: "days", stated: ExactDecimal(digits: 36_525, fractionDigits: 2))
  }
}
