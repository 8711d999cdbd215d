import FinanceBasics
import LeaseModel

/// What a lease pays and receives for a hall beside rent, as far as operations go.
///
/// All lines of a charge are one amount a month, rounded once: operating cost with the restoration,
/// power cost, what is paid back of each, and other income. Source: CONVENTIONS §5.
/// - Parameter rents: Of the hall, base rent before renewal rent.
/// - Returns: By charge, in the order of `Charge.allCases`, then by month. A charge has the months in
///   which one of its lines runs.
func costRuns(
  of lease: Lease, hall: Int, term: HallTerm, rents: ArraySlice<CashFlowRun>, plan: RenewalPlan,
  notes: inout ProjectionNotes
) throws(ProjectionProblem) -> [CashFlowRun] {
  if case .margin(let margin) = lease.operatingCosts {
    notes.warn(.operatingCostFromMargin(margin))
  }
  var sheet = CostSheet(lease, hall: hall, term: term, rents: rents, plan: plan)
  var writer = CostRunWriter(lease, hall: hall, term: term)
  while let stretch = sheet.next() {
    try writer.add(sheet.sums, stretch: stretch)
  }
  return try writer.finished()
}

/// The sums of a month by charge, in minor units before rounding; `nil` where no line runs.
struct CostSums {
  fileprivate(set) var recovery: PreciseReal?
  fileprivate(set) var powerRecovery: PreciseReal?
  fileprivate(set) var otherIncome: PreciseReal?
  fileprivate(set) var operatingCost: PreciseReal?
  fileprivate(set) var powerCost: PreciseReal?
}

extension CostSheet {
  /// The sums of the month last read.
  var sums: CostSums {
    var sums = CostSums()
    for index in entries.indices where !amounts[index].days.isEmpty {
      let cost = amounts[index].cost
      let recovered = amounts[index].recovered
      switch entries[index].role {
      case .operating:
        sums.operatingCost = (sums.operatingCost ?? .zero).minus(cost)
        if let recovered { sums.recovery = (sums.recovery ?? .zero).plus(recovered) }
      case .power:
        sums.powerCost = (sums.powerCost ?? .zero).minus(cost)
        if let recovered { sums.powerRecovery = (sums.powerRecovery ?? .zero).plus(recovered) }
      case .income: sums.otherIncome = (sums.otherIncome ?? .zero).plus(cost)
      }
    }
    return sums
  }
}
