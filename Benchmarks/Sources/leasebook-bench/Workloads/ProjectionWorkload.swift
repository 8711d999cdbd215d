import CashFlowEngine
import FinanceBasics
import LeaseModel

/// Leases to posted cents on one core.
struct ProjectionWorkload {
  let set: LeaseSet
  let repetitions: Int
  private let generated: [GeneratedLease]
  private let leases: [Lease]

  /// Source: issue 2, "how it is shown".
  private static let aimNanoseconds = 3.0

  init(_ set: LeaseSet, scale: Scale) {
    self.set = set
    repetitions = scale.repetitions
    generated = set.leases(scale.leases)
    leases = generated.map(\.lease)
  }

  /// Terms compiled into runs and summed.
  func compiled() throws -> Outcome {
    let leases = leases
    let (total, times) = try timed(repetitions: repetitions, "the sum of contract values") {
      var total: Int64 = 0
      for lease in leases { total &+= try project(lease).contractValue }
      return total
    }
    let memory = peakMegabytes()
    try check()
    return Outcome(
      measurements: [
        measurement("project \(set.rawValue)", "posted cents in runs, summed", times),
        Measurement(
          "project \(set.rawValue)", "peak memory, leases included", memory, unit: "MB"),
      ], checksums: [set.rawValue: total])
  }

  /// The same, and each run expanded to months with their due days.
  func expanded() throws -> Outcome {
    let leases = leases
    let (sums, times) = try timed(repetitions: repetitions, "the sums of cells") {
      var sums = [Int64](repeating: 0, count: 2)
      for lease in leases {
        var total: Int64 = 0
        var days: Int64 = 0
        try project(lease).forEachCell { cell in
          total &+= cell.minorUnits
          days &+= Int64(cell.due.dayNumber)
        }
        sums[0] &+= total
        sums[1] &+= days
      }
      return sums
    }
    try check()
    return Outcome(
      measurements: [
        measurement("expand \(set.rawValue)", "posted cents in cells with due days", times)
      ], checksums: [set.rawValue: sums[0]])
  }

  /// All projections kept at once.
  func held() throws -> Outcome {
    let leases = leases
    let before = peakMegabytes()
    let (total, times) = try timed(repetitions: repetitions, "the sum over kept projections") {
      var kept: [Projection] = []
      kept.reserveCapacity(leases.count)
      for lease in leases { kept.append(try project(lease)) }
      return kept.reduce(Int64(0)) { $0 &+ $1.contractValue }
    }
    let memory = peakMegabytes() - before
    return Outcome(
      measurements: [
        measurement("hold \(set.rawValue)", "runs, all projections kept", times),
        Measurement("hold \(set.rawValue)", "memory of the projections", memory, unit: "MB"),
      ], checksums: [set.rawValue: total])
  }

  /// Checks each lease against what is expected of it.
  private func check() throws {
    for (lease, generated) in zip(leases, generated) {
      let projection = try project(lease)
      let count = projection.runs.reduce(0) { $0 + $1.monthCount }
      var expanded = 0
      projection.forEachCell { _ in expanded += 1 }
      try CheckFailure.expectEqual(expanded, count, "cells of lease \(generated.number)")
      try generated.check(postedContractValue: projection.contractValue, cells: count)
    }
  }

  private func measurement(_ name: String, _ what: String, _ times: Times) -> Measurement {
    Measurement(
      name, "\(what); \(set.title)", times, scale: 1e9 / Double(generated.hallMonths),
      unit: set.unit, aim: name.hasPrefix("hold") ? nil : Self.aimNanoseconds)
  }
}
