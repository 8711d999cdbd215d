import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport

/// The leases of a seed, for laws that hold of each.
struct GeneratedLeases {
  typealias Mechanism = TestSupport.LeaseGenerator.Mechanism

  /// Of one law: with forty leases each they are 1,000.
  static let seeds = 0..<10 as Range<UInt64>

  let leases: [Lease]

  /// So many leases with all mechanisms but some.
  init(_ seed: UInt64, count: Int = 40, without left: Set<Mechanism> = []) {
    var generator = TestSupport.LeaseGenerator(
      seed: seed, mechanisms: Set(Mechanism.allCases).subtracting(left))
    leases = (0..<count).map { _ in generator.lease() }
  }

  /// The leases with each projection in a case; those that a projection refuses are left out.
  ///
  /// A contract value below the halls' own rents and a prepayment above all rents are refused.
  func projections(
    _ projectionCase: ProjectionCase, _ change: (Lease) -> Lease = { $0 }
  ) -> [Projection] {
    leases.compactMap { try? project(change($0), case: projectionCase) }
  }
}

/// A cell without its place in a list of halls.
struct NamedCell: Hashable {
  let hall: String
  let charge: Charge
  let month: YearMonth
  let minorUnits: Int64
  let due: CalendarDate
}

extension Projection {
  /// The cells of some charges, by the names of their halls, in order.
  func namedCells(of charges: Set<Charge> = Set(Charge.allCases)) -> [NamedCell] {
    cells.filter { charges.contains($0.charge) }.map {
      NamedCell(
        hall: lease.halls[$0.hall].name, charge: $0.charge, month: $0.month,
        minorUnits: $0.minorUnits, due: $0.due)
    }
  }
}

/// The first pair of cells in which two projections of a lease differ; `nil` where there is none.
func firstDifference(_ left: Projection?, _ right: Projection?) -> String? {
  firstDifference(left?.namedCells() ?? [], right?.namedCells() ?? [])
}

/// The first pair of cells in which two lists differ; `nil` where there is none.
func firstDifference(_ left: [NamedCell], _ right: [NamedCell]) -> String? {
  let pair = zip(left, right).first { $0 != $1 }
  if let pair { return "\(pair.0) and \(pair.1)" }
  return left.count == right.count ? nil : "\(left.count) and \(right.count) cells"
}

/// The first difference of each pair of projections.
func differences(_ left: [Projection], _ right: [Projection]) -> [String] {
  let pairs = zip(left, right).compactMap { firstDifference($0, $1) }
  return left.count == right.count ? pairs : pairs + ["\(left.count) and \(right.count) leases"]
}
