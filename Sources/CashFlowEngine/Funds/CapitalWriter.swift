import FinanceBasics
import LeaseModel

/// Writes what the landlord spends on each hall: its budget with contingency, or its draws, less
/// what the tenant pays.
///
/// Source: CONVENTIONS §7.
struct CapitalWriter {
  private let lease: Lease
  /// The landlord's part of every payment.
  private let share: PreciseReal
  /// The shares of a cost by month along an S-curve, by the number of its months.
  private let curves: [Int: [PreciseReal]]

  init(_ lease: Lease) {
    self.lease = lease
    share = (ExactDecimal.one - (lease.capital?.tenantShare ?? .zero)).real
    var curves: [Int: [PreciseReal]] = [:]
    for hall in lease.halls {
      guard case .sCurve(let months) = lease.spending(of: hall), curves[months] == nil else {
        continue
      }
      curves[months] = sCurveShares(months: max(1, months))
    }
    self.curves = curves
  }

  /// The capital cost of a hall by month; none where no cost is known.
  func runs(hall index: Int) throws(ProjectionProblem) -> [CashFlowRun] {
    let hall = lease.halls[index]
    switch lease.spending(of: hall) {
    case .draws(let draws): return try drawRuns(draws, hall: index)
    case .even(let months):
      guard let cost = budget(of: hall) else { return [] }
      let count = max(1, months)
      let monthly = cost.divided(by: PreciseReal(integer: count))
      return [
        try run(
          hall: index, month: hall.readyMonth - count, count: count, dueDay: 31, spent: monthly)
      ]
    case .sCurve(let months):
      guard let cost = budget(of: hall), let curve = curves[months] else { return [] }
      var runs: [CashFlowRun] = []
      for (place, part) in curve.enumerated() {
        runs.append(
          try run(
            hall: index, month: hall.readyMonth - curve.count + place, count: 1, dueDay: 31,
            spent: cost.times(part)))
      }
      return runs
    }
  }

  /// The whole budget with contingency, in currency units.
  private func budget(of hall: Hall) -> PreciseReal? {
    let contingency = (ExactDecimal.one + (lease.capital?.contingency ?? .zero)).real
    if let own = hall.capitalCost { return own.real.times(contingency) }
    return switch lease.capital?.cost {
    case .perMegawattIT(let cost): cost.real.times(hall.criticalIT.real).times(contingency)
    case .total(let cost): cost.real.times(partOfLease(hall)).times(contingency)
    case nil: nil
    }
  }

  private func partOfLease(_ hall: Hall) -> PreciseReal {
    hall.criticalIT.real.divided(by: lease.criticalIT.real)
  }

  /// Draws in the order of their days, moved as the hall is: its own, or its part by megawatt.
  private func drawRuns(
    _ draws: [CapitalPlan.Draw], hall index: Int
  ) throws(ProjectionProblem) -> [CashFlowRun] {
    let hall = lease.halls[index]
    let part = hall.capitalSpending == nil ? partOfLease(hall) : .one
    var runs: [CashFlowRun] = []
    for draw in draws.sorted(by: { $0.date < $1.date }) {
      let day = MonthDay(draw.date.adding(days: hall.delivery.delayDays))
      runs.append(
        try run(
          hall: index, month: day.month, count: 1, dueDay: day.day,
          spent: draw.amount.real.times(part)))
    }
    return runs
  }

  private func run(
    hall: Int, month: Int, count: Int, dueDay: Int, spent: PreciseReal
  ) throws(ProjectionProblem) -> CashFlowRun {
    try CashFlowRun(
      posting: spent.times(share).times(-100), charge: .capitalCost, hall: hall,
      firstMonth: month, monthCount: count, dueDay: dueDay, deal: lease.id)
  }
}

extension Lease {
  /// How a hall's cost spreads: its own way, the lease's, or the default.
  fileprivate func spending(of hall: Hall) -> CapitalPlan.Spending {
    hall.capitalSpending ?? capital?.spending ?? .even(months: CapitalPlan.defaultMonths)
  }
}

extension Hall {
  /// The month in which the hall is ready: the last one spent in is the one before.
  fileprivate var readyMonth: Int { MonthDay(readyForService).month }
}
