import FinanceBasics
import LeaseModel

extension LeaseDerivations {
  /// What the tenant pays back of a line in a month; `nil` where the line does not run.
  ///
  /// (min(max(max(0, passed − base) × share, floor), cap)) × (1 + admin fee), less what is free.
  mutating func recovery(
    of line: CostLine, _ place: Int, _ hall: Int, _ month: YearMonth
  ) -> Node? {
    guard let passed = cost(of: line, place, hall, month, passed: true) else { return nil }
    let rules = line.recovery
    var amount = passed
    if let base = base(of: line, place, hall, month) {
      amount = Node(
        "above the base, not below zero", unit: money,
        .greatest([
          Node("nothing", unit: money, count: 0),
          Node("passed on less base", unit: money, .difference(passed, base)),
        ]))
    }
    let share = Node(
      "recovered share", stated: rules.share, quantity: .cost(.recoveryShare, line: place))
    amount = Node("share of the tenant", unit: money, .product([amount, share]))
    if let floor = rules.floor {
      let least = self.amount(
        of: floor, "floor of \(line.name)", .cost(.floor, line: place),
        growth: .cost(.floorGrowth, line: place), line, hall, month)
      amount = Node("not below the floor", unit: money, .greatest([amount, least]))
    }
    if let cap = rules.cap {
      let most = self.amount(
        of: cap, "cap of \(line.name)", .cost(.cap, line: place),
        growth: .cost(.capGrowth, line: place), line, hall, month)
      amount = Node("not above the cap", unit: money, .least([amount, most]))
    }
    if rules.adminFee.digits != 0 {
      let fee = factor(of: rules.adminFee, "admin fee", .cost(.adminFee, line: place))
      amount = Node("with the admin fee", unit: money, .product([amount, fee]))
    }
    if let kept = keptRecovery(of: line, hall, month) {
      amount = Node("less what is free", unit: money, .product([amount, kept]))
    }
    return Node("recovery of \(line.name), \(month)", unit: money, .chosen(amount))
  }

  /// What the landlord bears before the tenant pays; `nil` is nothing.
  private mutating func base(
    of line: CostLine, _ place: Int, _ hall: Int, _ month: YearMonth
  ) -> Node? {
    let (day, label): (CalendarDate, String)
    switch line.recovery.base {
    case nil: return nil
    case .amount(let limit):
      return amount(
        of: limit, "base of \(line.name)", .cost(.base, line: place),
        growth: .cost(.baseGrowth, line: place), line, hall, month)
    case .firstLeaseYear: (day, label) = (days[hall].start, "first lease year")
    case .day(let stated): (day, label) = (stated, "\(stated)")
    }
    guard let cost = cost(of: line, place, hall, month, passed: true, at: day) else { return nil }
    return Node(
      "base of \(line.name)", unit: money, .chosen(cost), quantity: .cost(.base, line: place),
      note: "the month's quantities at the prices of \(label)")
  }

  /// The part of a month's recovery that is charged while some is free; `nil` is all.
  private func keptRecovery(of line: CostLine, _ hall: Int, _ month: YearMonth) -> Node? {
    let charge: Abatement.Charge = line.kind == .power ? .powerRecovery : .recovery
    guard let abatement = lease.halls[hall].abatement, abatement.charges.contains(charge) else {
      return nil
    }
    let charged = stretch(of: line, hall).clamped(to: month.days)
    // Days on which a line outlasts the hall are not free.
    let abated = abatedDays(hall).clamped(to: days[hall].inForce)
    let free = abated.clamped(to: charged)
    guard abated.overlaps(charged), !free.isEmpty else { return nil }
    let share = Node(
      "free share", stated: abatement.share, quantity: .abatementShare(hall: hall))
    let days = Node(
      "free days, \(free.words)", unit: "days", count: free.lowerBound.days(until: free.upperBound),
      quantity: .abatementLength(hall: hall))
    let all = Node(
      "days of the line", unit: "days", count: charged.lowerBound.days(until: charged.upperBound))
    let part = Node(
      "free part", .product([share, Node("part of the month", .quotient(days, all))]))
    return Node("part that is charged", .difference(Node("one", count: 1), part))
  }
}
