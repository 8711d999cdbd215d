import FinanceBasics
import LeaseModel

extension LeaseDerivations {
  /// Every cell of a prepayment: in on its date, then used against the first rents that fall due;
  /// what an early end leaves of it is given back.
  mutating func prepaymentCells() -> [DerivedCell] {
    if let known = prepayments { return known }
    guard let prepayment = lease.prepayment else { return [] }
    let amount = Node(
      "prepayment", unit: money, stated: prepayment.amount, quantity: .prepayment)
    let received = rounded(amount, "prepayment received")
    var cells = [
      DerivedCell(
        charge: .prepayment, hall: 0, month: prepayment.date.yearMonth, due: prepayment.date,
        derivation: received)
    ]
    let whole = evaluator.minorUnits(of: received) ?? 0
    var used: Int64 = 0
    var earlier: [Node] = []
    for rent in rentsDue(from: prepayment.date) where used < whole {
      let size = evaluator.minorUnits(of: rent.derivation) ?? 0
      guard size > 0 else { continue }
      cells.append(use(of: received, after: earlier, against: rent))
      used += size
      earlier.append(rent.derivation)
    }
    if used < whole, let last = lease.termination?.lastDay {
      let day = max(last, prepayment.date)
      cells.append(
        DerivedCell(
          charge: .prepayment, hall: 0, month: day.yearMonth, due: day,
          derivation: rounded(
            Node(
              "given back", unit: money,
              .product([Node("sign", count: -1), left(of: received, after: earlier)])),
            "prepayment given back, \(day)")))
    }
    prepayments = cells
    return cells
  }

  private func use(
    of received: Node, after earlier: [Node], against rent: DerivedCell
  ) -> DerivedCell {
    let rest = left(of: received, after: earlier)
    let used = Node("used up, at most the rent", unit: money, .least([rest, rent.derivation]))
    return DerivedCell(
      charge: .prepayment, hall: rent.hall, month: rent.month, due: rent.due,
      derivation: rounded(
        Node("set off", unit: money, .product([Node("sign", count: -1), used])),
        "prepayment used, \(lease.halls[rent.hall].name), \(rent.month)"))
  }

  private func left(of received: Node, after earlier: [Node]) -> Node {
    guard !earlier.isEmpty else { return received }
    return Node(
      "left of the prepayment", unit: money,
      .difference(received, Node("rents due before", unit: money, .sum(earlier))),
      quantity: .prepaymentDate)
  }

  /// Base rents less credits for lateness, paid from a day on: by day, then by hall and month.
  private mutating func rentsDue(from day: CalendarDate) -> [DerivedCell] {
    var due: [DerivedCell] = []
    for hall in lease.halls.indices {
      var credits: [YearMonth: Node] = [:]
      for credit in creditCells(hall) { credits[credit.month] = credit.derivation }
      for month in months(of: .baseRent, hall: hall) {
        for rent in cells(of: .baseRent, hall: hall, in: month) where rent.due >= day {
          let net = credits[month].map { credit in
            Node("rent less the credit", unit: money, .sum([rent.derivation, credit]))
          }
          due.append(
            DerivedCell(
              charge: .baseRent, hall: hall, month: month, due: rent.due,
              derivation: net ?? rent.derivation))
        }
      }
    }
    return due.sorted { ($0.due, $0.hall, $0.month) < ($1.due, $1.hall, $1.month) }
  }

  /// Every cell of a deposit: in on its date, back by its steps, and the rest at the end.
  func depositCells() -> [DerivedCell] {
    guard let deposit = lease.deposit else { return [] }
    let last = lease.termination?.lastDay
    var end = deposit.returned ?? last ?? lastDay
    if let last { end = min(end, last) }
    end = max(end, deposit.received)
    let amount = Node("deposit", unit: money, stated: deposit.amount, quantity: .deposit)
    var cells = [depositCell(amount, on: deposit.received, "received")]
    var held = amount
    for (place, step) in deposit.steps.enumerated() where step.date < end {
      let remaining = Node(
        "held from \(step.date)", unit: money, stated: step.remaining,
        quantity: .depositStep(place))
      cells.append(depositCell(back(held, remaining), on: step.date, "given back in part"))
      held = remaining
    }
    let nothing = Node("nothing", unit: money, count: 0)
    cells.append(depositCell(back(held, nothing), on: end, "given back"))
    return cells
  }

  private func back(_ held: Node, _ remaining: Node) -> Node {
    Node(
      "given back", unit: money,
      .product([
        Node("sign", count: -1),
        Node(
          "held before less held after", unit: money,
          .difference(rounded(held, "held before"), rounded(remaining, "held after"))),
      ]))
  }

  private func depositCell(_ amount: Node, on day: CalendarDate, _ label: String) -> DerivedCell {
    DerivedCell(
      charge: .deposit, hall: 0, month: day.yearMonth, due: day,
      derivation: rounded(amount, "deposit \(label), \(day)"))
  }

  /// The last day on which any hall is in force; of base terms where renewals are uncertain.
  private var lastDay: CalendarDate {
    let isCertain = renewalWeights.allSatisfy { weight in
      weight.map { leaf in
        var evaluator = DerivationEvaluator<LeaseQuantity>()
        return evaluator.value(of: leaf) == .one
      } ?? true
    }
    let end = days.map { isCertain ? $0.inForce.upperBound : $0.baseStop }.max()
    return (end ?? lease.expiry).adding(days: -1)
  }
}
