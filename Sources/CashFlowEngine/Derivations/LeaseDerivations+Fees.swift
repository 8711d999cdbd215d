import FinanceBasics
import LeaseModel

extension LeaseDerivations {
  /// The fee that a hall brings when the lease ends early.
  mutating func feeCells(_ hall: Int) -> [DerivedCell] {
    guard let termination = lease.termination, let fee = termination.fee else { return [] }
    let last = termination.lastDay
    let amount: Node =
      switch fee {
      case .amount(let amount): shared(amount, "termination fee", row: 0, hall)
      case .monthsOfRent(let months): feeInRent(months, hall, on: last)
      case .schedule(let rows): scheduledFee(rows, hall, on: last)
      case .unamortisedCost: unamortisedCost(hall, on: last)
      }
    return [
      DerivedCell(
        charge: .terminationFee, hall: hall, month: last.yearMonth, due: last,
        derivation: rounded(amount, "termination fee of \(lease.halls[hall].name)"))
    ]
  }

  private func shared(_ amount: ExactDecimal, _ label: String, row: Int, _ hall: Int) -> Node {
    let whole = Node(label, unit: money, stated: amount, quantity: .terminationFee(row: row))
    return Node(
      "part of \(lease.halls[hall].name)", unit: money,
      .product([whole, megawattShare(hall)].compactMap { $0 }))
  }

  /// Months of base rent as it is on the last day, before abatement.
  private mutating func feeInRent(
    _ months: ExactDecimal, _ hall: Int, on last: CalendarDate
  ) -> Node {
    let count = Node(
      "months of rent", unit: "months", stated: months, quantity: .terminationFee(row: 0))
    guard last >= days[hall].start, last < days[hall].baseEnd else {
      return Node("no base rent on \(last)", unit: money, .sum([]))
    }
    let rent = Node(
      "rent of a whole month on \(last)", unit: money,
      .product([chargedMegawatts(hall, on: last), rate(hall, on: last)]))
    return Node("fee in months of rent", unit: money, .product([count, rent]))
  }

  /// The last row of the schedule that has begun in the lease year of the last day.
  private func scheduledFee(
    _ rows: [Termination.Row], _ hall: Int, on last: CalendarDate
  ) -> Node {
    let first = days.map(\.start).min() ?? lease.firstCommencement
    let year = max(0, first.wholeMonths(until: last)) / 12 + 1
    guard let row = rows.indices.last(where: { rows[$0].leaseYear <= year }) else {
      return Node("no fee before the first row", unit: money, .sum([]))
    }
    return shared(rows[row].amount, "fee from lease year \(rows[row].leaseYear)", row: row, hall)
  }

  /// The capital cost of a hall × days left of its base term ÷ all its days.
  private func unamortisedCost(_ hall: Int, on last: CalendarDate) -> Node {
    guard let cost = landlordCost(hall) else { return Node("no cost", unit: money, .sum([])) }
    let term = days[hall].start..<days[hall].baseEnd
    let left = (last.adding(days: 1)..<max(last.adding(days: 1), term.upperBound)).clamped(to: term)
    let days = Node(
      "days left of the base term", unit: "days",
      count: left.lowerBound.days(until: left.upperBound), quantity: .terminationDay)
    let all = Node(
      "days of the base term", unit: "days", count: term.lowerBound.days(until: term.upperBound),
      quantity: .termEnd(hall: hall))
    return Node(
      "capital cost not yet earned back", unit: money,
      .product([cost, Node("part left", .quotient(days, all))]))
  }
}
