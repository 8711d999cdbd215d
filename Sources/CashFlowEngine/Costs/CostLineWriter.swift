import FinanceBasics
import LeaseModel

/// Writes the operating cost of a hall, and what of it the tenant pays back.
///
/// All lines of a month are one cost, rounded once. In an expected renewal they count by its
/// probability, as rent does.
struct CostLineWriter {
  let lines: [CostLine]
  let lease: Lease
  let plan: RenewalPlan

  /// Recovery before cost; each by month. None where there are no lines.
  func runs(hall: Int, term: HallTerm) throws(ProjectionProblem) -> [CashFlowRun] {
    guard !lines.isEmpty else { return [] }
    var runs: [CashFlowRun] = []
    if lines.contains(where: { !$0.recovery.isNone }) {
      let shares = lines.map(\.recovery.share.real)
      runs = try written(.recovery, shares: shares, hall: hall, term: term)
    }
    let shares = lines.map { _ in PreciseReal.one.negated }
    return runs + (try written(.operatingCost, shares: shares, hall: hall, term: term))
  }

  private func written(
    _ charge: Charge, shares: [PreciseReal], hall: Int, term: HallTerm
  ) throws(ProjectionProblem) -> [CashFlowRun] {
    var writer = RunWriter(rules: lease.rules, deal: lease.id)
    writer.begin(charge, hall: hall, term: term, from: term.start, to: term.end)
    let firstYear = MonthDay(lease.firstCommencement).yearMonth.year
    let scale = lease.halls[hall].criticalIT.real.times(100)
    let amounts = zip(lines, shares).map { line, share in
      line.amountPerMegawattMonth(of: lease).times(share).times(scale)
    }
    var day = term.start
    while day < term.end {
      let year = term.ownClock.year(at: day)
      var next = min(term.end, term.ownClock.beginning(ofYear: year + 1))
      next = min(next, MonthDay(month: (day.month / 12 + 1) * 12, day: 1))
      let (weight, weightEnd) = renewalWeight(at: day, term: term)
      next = min(next, weightEnd)
      var coefficient = PreciseReal.zero
      for (line, amount) in zip(lines, amounts) {
        let growths = line.growthDay.isNewYear ? max(0, day.month / 12 - firstYear) : year
        let level = (ExactDecimal.one + line.growth).real.raised(to: growths)
        coefficient = coefficient.plus(amount.times(level))
      }
      try writer.add(from: day, to: next, part: 0, coefficient: coefficient.times(weight))
      day = next
    }
    try writer.finish()
    return writer.runs
  }

  /// By how much a day counts, and the first day on which that changes.
  private func renewalWeight(at day: MonthDay, term: HallTerm) -> (PreciseReal, MonthDay) {
    guard day >= term.baseEnd else { return (.one, term.baseEnd) }
    var months = 0
    for (renewal, weight) in plan.weights.enumerated() {
      months += lease.renewals[renewal].months
      let end = term.baseEnd.adding(months: months)
      if day < end { return (weight, end) }
    }
    return (.zero, term.end)
  }
}

extension CostLine {
  /// The cost of a megawatt of critical IT in the first year, a month.
  fileprivate func amountPerMegawattMonth(of lease: Lease) -> PreciseReal {
    switch amount {
    case .perKilowattMonth(let amount):
      RentRate.perKilowattMonth(amount).perMegawattMonth(ofLeaseWith: lease.criticalIT)
    case .perYear(let amount):
      RentRate.perYear(amount).perMegawattMonth(ofLeaseWith: lease.criticalIT)
    case .perMegawattHour, .perKilowattMonthOfDemand, .shareOfRent, .shareOfPower: .zero
    }
  }
}

extension CostLine.GrowthDay {
  fileprivate var isNewYear: Bool {
    switch self {
    case .newYear: true
    case .anniversary: false
    }
  }
}
