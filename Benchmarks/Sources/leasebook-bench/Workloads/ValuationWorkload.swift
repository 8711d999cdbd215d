import CashFlowEngine
import FinanceBasics
import Foundation
import LeaseModel
import Valuation

/// Leases to present values: projected, expanded to dated flows, and discounted.
struct ValuationWorkload {
  let set: LeaseSet
  let repetitions: Int
  private let leases: [Lease]
  private let hallMonths: Int

  /// The first day of 2026, before any lease begins.
  private static let day = YearMonth(year: 2026, month: 1).firstDay
  private static let rate = 0.08
  /// How many leases are valued a second time, flow by flow.
  private static let checkedLeases = 1_000

  init(_ set: LeaseSet, scale: Scale) {
    self.set = set
    repetitions = scale.repetitions
    let generated = set.leases(scale.leases)
    leases = generated.map(\.lease)
    hallMonths = generated.hallMonths
  }

  func valued() throws -> Outcome {
    let leases = leases
    let (_, times) = try timed(repetitions: repetitions, "the sum of present values") {
      var flows: [DatedFlow] = []
      var sum = 0.0
      for lease in leases { sum += try Self.value(of: lease, flows: &flows) }
      return sum
    }
    try checkValues()
    return Outcome(
      measurements: [
        Measurement(
          "value \(set.rawValue)", "projected, and PV of each flow (actual365); \(set.title)",
          times, scale: 1e9 / Double(hallMonths), unit: set.unit)
      ])
  }

  private static func value(of lease: Lease, flows: inout [DatedFlow]) throws -> Double {
    flows.removeAll(keepingCapacity: true)
    try project(lease).forEachCell { cell in
      flows.append(
        DatedFlow(
          date: cell.due, amount: Double(cell.minorUnits), accrualMonth: cell.month))
    }
    return try presentValue(of: flows, on: day, rate: rate, convention: .actual365).amount
  }

  /// Σ CF × 1.08^(−days/365) by the C library's power.
  private func checkValues() throws {
    var flows: [DatedFlow] = []
    for lease in leases.prefix(Self.checkedLeases) {
      let value = try Self.value(of: lease, flows: &flows)
      let expected = try project(lease).cells.reduce(0.0) { sum, cell in
        let years = Double(cell.due.dayNumber - Self.day.dayNumber) / 365
        return sum + Double(cell.minorUnits) * pow(1 + Self.rate, -years)
      }
      // Each of some hundred factors is right to about 1e-15.
      guard (value - expected).magnitude <= 1e-12 * expected else {
        throw CheckFailure("\(lease.id): present value \(value), expected \(expected)")
      }
    }
  }
}
