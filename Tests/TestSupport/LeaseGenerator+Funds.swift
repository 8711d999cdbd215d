import FinanceBasics
import LeaseModel

extension LeaseGenerator {
  mutating func capital(from first: CalendarDate) -> CapitalPlan? {
    guard chance(.capital, oneIn: 2) else { return nil }
    return CapitalPlan(
      cost: pick(2) == 0
        ? .perMegawattIT(decimal(1 + pick(1_200_000_000), 2))
        : .total(decimal(1 + pick(1_000_000_000), 1)),
      spending: spending(from: first),
      contingency: chance(.contingency, oneIn: 2) ? decimal(pick(200), 3) : .zero,
      tenantShare: chance(.tenantShare, oneIn: 2) ? decimal(pick(101), 2) : .zero)
  }

  mutating func spending(from start: CalendarDate) -> CapitalPlan.Spending {
    switch pick(3) {
    case 0: .even(months: 1 + pick(24))
    case 1: .sCurve(months: 1 + pick(24))
    default:
      .draws(
        (0...pick(5)).map { _ in
          CapitalPlan.Draw(
            date: start.adding(days: -pick(700)), amount: decimal(1 + pick(900_000_000), 2))
        })
    }
  }

  /// Up to about three months of rent.
  mutating func prepayment(from first: CalendarDate, megawatts: ExactDecimal) -> Prepayment? {
    let tenths = 1 + pick(30)
    let days = pick(100) - 80
    guard chance(.prepayment, oneIn: 3) else { return nil }
    return Prepayment(
      amount: (megawatts * decimal(rentScale * tenths, 1)).normalized,
      date: first.adding(days: days))
  }

  mutating func deposit(from first: CalendarDate, months: Int) -> Deposit? {
    guard chance(.deposit, oneIn: 3) else { return nil }
    let amount = 1000 + pick(900_000_000)
    let isStated = pick(2) == 0
    let isStepped = chance(.depositSteps, oneIn: 2)
    let steps = [
      Deposit.Step(date: first.adding(days: 40 + pick(300)), remaining: decimal(amount / 2, 2)),
      Deposit.Step(date: first.adding(days: 400 + pick(300)), remaining: decimal(amount / 7, 2)),
    ]
    return Deposit(
      amount: decimal(amount, 2), received: first.adding(days: -pick(60)),
      steps: isStepped ? steps : [],
      returned: isStated ? first.adding(months: max(30, months)).adding(days: pick(90)) : nil)
  }
}
