import FinanceBasics
import LeaseModel

extension Projection {
  /// What each cost line came to, in the order of the deal, then the restoration: the way from rent
  /// to NOI before posting.
  ///
  /// Their costs sum to the exact operating and power cost, and what they recover, with the fees,
  /// to the exact recoveries. A lease with a margin has one line.
  /// - Complexity: As projecting the lease's costs.
  public var costLines: [CostLineTotal] {
    var notes = ProjectionNotes(deal: lease.id)
    let plan = RenewalPlan(lease, case: projectionCase, notes: &notes)
    let terms = hallTerms(of: lease, plan: plan)
    let runs = runs
    var lines: [CostLineYears] = []
    for hall in lease.halls.indices {
      let rents = runs.filter { $0.hall == hall && $0.charge.order <= Charge.renewalRent.order }
      var sheet = CostSheet(lease, hall: hall, term: terms[hall], rents: rents[...], plan: plan)
      if lines.isEmpty {
        lines = sheet.entries.filter(\.isCost).map { CostLineYears(name: $0.name, kind: $0.kind) }
      }
      while let stretch = sheet.next() {
        for place in lines.indices where !sheet.amounts[place].days.isEmpty {
          lines[place].add(
            sheet.amounts[place], recovery: sheet.courses[place].recovery, stretch)
        }
      }
    }
    return lines.map(\.total)
  }

  /// What the landlord bears of cost after all recoveries, as posted, in minor units.
  public var postedLeakage: Int64 {
    let charges: [Charge] = [.operatingCost, .powerCost, .recovery, .powerRecovery]
    return -charges.reduce(0) { $0 + total(of: $1) }
  }
}

extension CostSheet.Entry {
  fileprivate var isCost: Bool { role != .income }
}

/// A cost line whose months are being added up.
private struct CostLineYears {
  let name: String
  let kind: CostLine.Kind?
  private var years: [Int: CostAmounts] = [:]

  init(name: String, kind: CostLine.Kind?) {
    self.name = name
    self.kind = kind
  }

  mutating func add(
    _ amounts: CostMonth, recovery: RecoveryTerms, _ stretch: CostSheet.Stretch
  ) {
    var month = stretch.month
    let end = stretch.month + stretch.count
    while month < end {
      let next = min(end, (month / 12 + 1) * 12)
      let sum = CostAmounts(amounts, recovery: recovery, count: next - month)
      years[month / 12] = (years[month / 12] ?? .zero).plus(sum)
      month = next
    }
  }

  var total: CostLineTotal {
    CostLineTotal(
      name: name, kind: kind,
      years: years.sorted { $0.key < $1.key }
        .map { CostLineTotal.Year(year: $0.key, amounts: $0.value) })
  }
}
