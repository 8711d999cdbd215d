import CashFlowEngine
import FinanceBasics
import LeaseModel

/// Posted cents of a lease by charge, hall and month: as projected, and as derived from its terms.
struct DerivedCells {
  struct Key: Hashable, CustomStringConvertible {
    let charge: Charge
    let hall: Int
    let month: YearMonth

    var description: String { "\(charge.rawValue) of hall \(hall + 1) in \(month)" }
  }

  /// What differs, in words; empty where every cent is the same.
  private(set) var differences: [String] = []
  /// The amounts that were compared.
  private(set) var count = 0

  init(_ lease: Lease, case projectionCase: ProjectionCase) throws {
    var projected: [Key: Int64] = [:]
    var days: [Key: Set<CalendarDate>] = [:]
    try project(lease, case: projectionCase).forEachCell { cell in
      let key = Key(charge: cell.charge, hall: cell.hall, month: cell.month)
      projected[key, default: 0] += cell.minorUnits
      days[key, default: []].insert(cell.due)
    }
    count = projected.count
    var derivations = LeaseDerivations(lease, case: projectionCase)
    var evaluator = DerivationEvaluator<LeaseQuantity>()
    for charge in Charge.allCases {
      for hall in lease.halls.indices {
        for month in derivations.months(of: charge, hall: hall) {
          let key = Key(charge: charge, hall: hall, month: month)
          let cells = derivations.cells(of: charge, hall: hall, in: month)
          let sum = cells.reduce(Int64(0)) {
            $0 + (evaluator.minorUnits(of: $1.derivation) ?? .max / 4)
          }
          let posted = projected.removeValue(forKey: key)
          if posted ?? 0 != sum {
            differences.append("\(key): projected \(posted ?? 0), derived \(sum)")
          }
          let dues = Set(cells.map(\.due))
          if let projectedDays = days[key], sum != 0, projectedDays != dues {
            differences.append("\(key): due \(projectedDays.sorted()), derived \(dues.sorted())")
          }
        }
      }
    }
    differences += projected.filter { $0.value != 0 }.map { "\($0.key): not derived, \($0.value)" }
  }
}
