import FinanceBasics
import LeaseModel

extension LeaseDerivations {
  /// How a hall's cost is spent, and whether that is its own way.
  private func spending(_ hall: Int) -> (plan: CapitalPlan.Spending, isOwn: Bool) {
    if let own = lease.halls[hall].capitalSpending { return (own, true) }
    return (lease.capital?.spending ?? .even(months: CapitalPlan.defaultMonths), false)
  }

  /// Months in which capital is spent on a hall, in order.
  func capitalMonths(_ hall: Int) -> [YearMonth] {
    switch spending(hall).plan {
    case .draws(let draws):
      return Set(draws.map { drawDay($0, hall).yearMonth }).sorted()
    case .even(let months), .sCurve(let months):
      guard budget(hall) != nil else { return [] }
      let end = lease.halls[hall].readyForService.yearMonth
      return (0..<max(1, months)).map { end.adding(months: $0 - max(1, months)) }
    }
  }

  private func drawDay(_ draw: CapitalPlan.Draw, _ hall: Int) -> CalendarDate {
    draw.date.adding(days: lease.halls[hall].delivery.delayDays)
  }

  /// Capital cost of a hall in a month, paid.
  mutating func capitalCells(_ hall: Int, _ month: YearMonth) -> [DerivedCell] {
    let (plan, isOwn) = spending(hall)
    switch plan {
    case .draws(let draws):
      return draws.enumerated().filter { drawDay($0.element, hall).yearMonth == month }
        .map { place, draw in
          let amount = Node(
            "draw of \(draw.date)", unit: money, stated: draw.amount,
            quantity: isOwn ? .ownCapitalDraw(hall: hall, place) : .capitalDraw(place))
          let share = isOwn ? nil : megawattShare(hall)
          return capitalCell([amount, share].compactMap { $0 }, hall, drawDay(draw, hall))
        }
    case .even(let months):
      guard let budget = budget(hall), capitalMonths(hall).contains(month) else { return [] }
      let count = Node(
        "month-ends before \(lease.halls[hall].readyForService)", unit: "months",
        count: max(1, months), quantity: .capitalMonths(hall: hall))
      let part = Node("a month's part", unit: money, .quotient(budget, count))
      return [capitalCell([part], hall, month.lastDay)]
    case .sCurve(let months):
      guard let budget = budget(hall),
        let place = capitalMonths(hall).firstIndex(of: month)
      else { return [] }
      return [capitalCell([budget, curve(max(1, months))[place]], hall, month.lastDay)]
    }
  }

  private func capitalCell(
    _ factors: [Node], _ hall: Int, _ day: CalendarDate
  ) -> DerivedCell {
    var factors = factors
    if let kept = landlordShare { factors.append(kept) }
    let spent =
      factors.count == 1
      ? factors[0] : Node("spent by the landlord", unit: money, .product(factors))
    let paid = Node("paid", unit: money, .product([Node("sign", count: -1), spent]))
    return DerivedCell(
      charge: .capitalCost, hall: hall, month: day.yearMonth, due: day,
      derivation: rounded(paid, "capital cost of \(lease.halls[hall].name), \(day)"))
  }

  /// What the landlord pays where the tenant pays a part; `nil` is all.
  private var landlordShare: Node? {
    guard let share = lease.capital?.tenantShare, share.digits != 0 else { return nil }
    return Node(
      "landlord's share",
      .difference(
        Node("one", count: 1), Node("tenant's share", stated: share, quantity: .tenantShare)))
  }

  /// A hall's budget with contingency, before the tenant's share; `nil` where no cost is known.
  private func budget(_ hall: Int) -> Node? {
    var factors: [Node]
    if let own = lease.halls[hall].capitalCost {
      factors = [
        Node(
          "budget of \(lease.halls[hall].name)", unit: money, stated: own,
          quantity: .ownCapitalCost(hall: hall))
      ]
    } else {
      switch lease.capital?.cost {
      case nil: return nil
      case .perMegawattIT(let cost):
        factors = [
          Node("capital cost", unit: "\(money)/MW-IT", stated: cost, quantity: .capitalCost),
          megawatts(hall),
        ]
      case .total(let cost):
        let whole = Node("capital cost", unit: money, stated: cost, quantity: .capitalCost)
        factors = [whole] + (megawattShare(hall).map { [$0] } ?? [])
      }
    }
    if let contingency = lease.capital?.contingency, contingency.digits != 0 {
      factors.append(factor(of: contingency, "contingency", .contingency))
    }
    return factors.count == 1
      ? factors[0]
      : Node("budget of \(lease.halls[hall].name)", unit: money, .product(factors))
  }

  /// The landlord's whole capital cost of a hall; `nil` where none is known.
  func landlordCost(_ hall: Int) -> Node? {
    var factors: [Node]
    let (plan, isOwn) = spending(hall)
    if case .draws(let draws) = plan {
      let sum = Node(
        "all draws", unit: money,
        .sum(
          draws.enumerated().map { place, draw in
            Node(
              "draw of \(draw.date)", unit: money, stated: draw.amount,
              quantity: isOwn ? .ownCapitalDraw(hall: hall, place) : .capitalDraw(place))
          }))
      factors = [sum] + (isOwn ? [] : megawattShare(hall).map { [$0] } ?? [])
    } else {
      guard let budget = budget(hall) else { return nil }
      factors = [budget]
    }
    if let kept = landlordShare { factors.append(kept) }
    return Node(
      "capital cost of \(lease.halls[hall].name)", unit: money, .product(factors))
  }
}
