import FinanceBasics
import LeaseModel

extension LeaseDerivations {
  /// The credits of a hall for lateness, each taken off one base rent, in the order of their days.
  mutating func creditCells(_ hall: Int) -> [DerivedCell] {
    if let known = credits[hall] { return known }
    credits[hall] = []
    guard let terms = lease.lateDelivery, lease.halls[hall].delivery.daysLate > 0 else { return [] }
    let owed = rounded(credit(terms, hall), "credit for lateness of \(lease.halls[hall].name)")
    let whole = evaluator.minorUnits(of: owed) ?? 0
    var used: Int64 = 0
    var earlier: [Node] = []
    var cells: [DerivedCell] = []
    var due: [DerivedCell] = []
    for month in months(of: .baseRent, hall: hall) {
      due += self.cells(of: .baseRent, hall: hall, in: month)
    }
    for rent in due.sorted(by: { ($0.due, $0.month) < ($1.due, $1.month) }) where used < whole {
      let size = evaluator.minorUnits(of: rent.derivation) ?? 0
      guard size > 0 else { continue }
      cells.append(use(of: owed, after: earlier, against: rent))
      used += size
      earlier.append(rent.derivation)
    }
    credits[hall] = cells
    return cells
  }

  private func use(
    of owed: Node, after earlier: [Node], against rent: DerivedCell
  ) -> DerivedCell {
    let rest =
      earlier.isEmpty
      ? owed
      : Node(
        "left of the credit", unit: money,
        .difference(owed, Node("rents due before", unit: money, .sum(earlier))))
    let used = Node("used up, at most the rent", unit: money, .least([rest, rent.derivation]))
    return DerivedCell(
      charge: .lateDeliveryCredit, hall: rent.hall, month: rent.month, due: rent.due,
      derivation: rounded(
        Node("taken off", unit: money, .product([Node("sign", count: -1), used])),
        "late delivery credit of \(lease.halls[rent.hall].name), \(rent.month)"))
  }

  /// All that a hall's lateness is worth, before rounding: days by rung × credit, up to the cap.
  private mutating func credit(_ terms: LateDelivery, _ hall: Int) -> Node {
    let late = lease.halls[hall].delivery.daysLate
    let parts = terms.ladder.indices.compactMap { rung -> Node? in
      let first = max(1, terms.ladder[rung].fromDay)
      let next = rung + 1 < terms.ladder.count ? terms.ladder[rung + 1].fromDay : late + 1
      let days = min(late + 1, next) - first
      guard days > 0 else { return nil }
      let count = Node(
        "days late from day \(first)", unit: "days", count: days,
        quantity: .readyForService(hall: hall))
      let credit = credit(terms.ladder[rung].credit, .lateCredit(rung: rung), hall)
      return Node(
        "credit from day \(first) on", unit: money, .product([count, credit]))
    }
    let sum = Node(
      "credit for \(late) days late", unit: money, .sum(parts),
      quantity: .guaranteedDelivery(hall: hall))
    guard let cap = terms.cap else { return sum }
    return Node(
      "not above the cap", unit: money, .least([sum, credit(cap, .lateCreditCap, hall)]))
  }

  /// One rung's credit, or the cap, in currency units.
  private mutating func credit(
    _ credit: LateDelivery.Credit, _ quantity: LeaseQuantity, _ hall: Int
  ) -> Node {
    switch credit {
    case .daysOfRent(let days):
      let count = Node("days of rent", unit: "days", stated: days, quantity: quantity)
      return Node("credit", unit: money, .product([count, dailyRent(hall)]))
    case .amount(let amount):
      let whole = Node("credit of the lease", unit: money, stated: amount, quantity: quantity)
      return Node("credit", unit: money, .product([whole, megawattShare(hall)].compactMap { $0 }))
    }
  }

  /// A day's rent of a hall at its first level.
  private mutating func dailyRent(_ hall: Int) -> Node {
    let rate = rate(hall, on: days[hall].start)
    let year = Node(
      "a year's rent at the first level", unit: money,
      .product([megawatts(hall), rate, count12]))
    return Node(
      "a day's rent", unit: money,
      .quotient(year, Node("days of a year", unit: "days", count: 365)))
  }
}
