import FinanceBasics
import LeaseModel

/// Writes what the landlord spends on a hall.
///
/// Source: CONVENTIONS §7.
struct CapitalWriter {
  private let lease: Lease
  private let spending: CapitalPlan.Spending
  /// The share of the cost of each month by an S-curve; empty for the other ways to spend.
  private let curve: [PreciseReal]

  init(_ lease: Lease) {
    self.lease = lease
    spending = lease.capital?.spending ?? .even(months: CapitalPlan.defaultMonths)
    if case .sCurve(let months) = spending {
      curve = sCurveShares(months: max(1, months))
    } else {
      curve = []
    }
  }

  /// The capital cost of a hall by month; none where no cost is known.
  func runs(hall index: Int) throws(ProjectionProblem) -> [CashFlowRun] {
    let hall = lease.halls[index]
    let share = hall.criticalIT.real.divided(by: lease.criticalIT.real)
    if case .draws(let draws) = spending {
      return try drawRuns(draws, hall: index, share: share)
    }
    guard let cost = wholeCost(of: hall, share: share) else { return [] }
    // The last month whose last day comes before the hall is ready.
    let end = MonthDay(hall.readyForService).month
    switch spending {
    case .draws: return []
    case .even(let months):
      let count = max(1, months)
      let monthly = cost.divided(by: PreciseReal(integer: count))
      return [try run(hall: index, month: end - count, count: count, dueDay: 31, spent: monthly)]
    case .sCurve:
      var runs: [CashFlowRun] = []
      for (place, part) in curve.enumerated() {
        runs.append(
          try run(
            hall: index, month: end - curve.count + place, count: 1, dueDay: 31,
            spent: cost.times(part)))
      }
      return runs
    }
  }

  private func wholeCost(of hall: Hall, share: PreciseReal) -> PreciseReal? {
    if let own = hall.capitalCost { return own.real }
    return switch lease.capital?.cost {
    case .perMegawattIT(let cost): cost.real.times(hall.criticalIT.real)
    case .total(let cost): cost.real.times(share)
    case nil: nil
    }
  }

  /// Draws in the order of their days, each shared by megawatt.
  private func drawRuns(
    _ draws: [CapitalPlan.Draw], hall: Int, share: PreciseReal
  ) throws(ProjectionProblem) -> [CashFlowRun] {
    var runs: [CashFlowRun] = []
    for draw in draws.sorted(by: { $0.date < $1.date }) {
      let day = MonthDay(draw.date)
      runs.append(
        try run(
          hall: hall, month: day.month, count: 1, dueDay: day.day,
          spent: draw.amount.real.times(share)))
    }
    return runs
  }

  private func run(
    hall: Int, month: Int, count: Int, dueDay: Int, spent: PreciseReal
  ) throws(ProjectionProblem) -> CashFlowRun {
    try CashFlowRun(
      posting: spent.times(-100), charge: .capitalCost, hall: hall, firstMonth: month,
      monthCount: count, dueDay: dueDay, deal: lease.id)
  }
}
