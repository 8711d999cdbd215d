import CashFlowEngine
import FinanceBasics
import Foundation
import LeaseModel

/// A large book at once, on one core and on two.
struct BookWorkload {
  private let generated: [BookLease]
  private let leases: [Lease]
  private let repetitions: Int
  /// When the leases were made.
  private let memoryOfLeases: Double

  /// The first day of 2026, before any lease begins.
  private static let day = YearMonth(year: 2026, month: 1).firstDay
  private static let rate = 0.08
  /// The last month of any lease: begun in 2031 or, of later halls, 2032, for 180 months.
  private static let lastMonth = YearMonth(year: 2048, month: 1)
  /// Every such lease is projected from exact flows, too.
  static let sampleStride = 500
  /// Source: issue 3, "Speed".
  private static let aimOfTotals = 1.0
  private static let aimOfRows = 5.0

  init(scale: Scale) {
    repetitions = scale.repetitions
    generated = BookLeases.leases(scale.bookLeases)
    leases = generated.map(\.lease)
    memoryOfLeases = peakMegabytes()
  }

  private static func factor(_ paid: CalendarDate) -> Double {
    pow(1 + rate, -Double(day.days(until: paid)) / 365)
  }

  private static var discounting: BatchDiscounting {
    BatchDiscounting(to: day, through: lastMonth) { paid, _ in factor(paid) }
  }

  /// Terms compiled once into segments, segments to totals and present value, and both in one pass.
  func totalled() async throws -> Outcome {
    var rows: [Measurement] = []
    var values: [BatchValue] = []
    for workers in 1...2 {
      let (count, times) = try await timed(repetitions: repetitions, "the segments of the book") {
        try await ProjectedBatch(of: leases, workers: workers).runCount
      }
      rows.append(
        measurement("book-compile", "terms to \(count.grouped) segments, kept", workers, times))
    }
    let batch = try await ProjectedBatch(of: leases, workers: 2)
    let memory = peakMegabytes()
    for workers in 1...2 {
      let (value, times) = try await timed(repetitions: repetitions, "the value of the segments") {
        await batch.value(Self.discounting, workers: workers)
      }
      values.append(value)
      rows.append(
        measurement(
          "book-totals", "segments to totals and PV by charge", workers, times,
          aim: Self.aimOfTotals))
    }
    for workers in 1...2 {
      let (value, times) = try await timed(repetitions: repetitions, "the value of the book") {
        try await batchValue(of: leases, Self.discounting, workers: workers)
      }
      values.append(value)
      rows.append(
        measurement("book-totals", "terms to the same, nothing kept", workers, times))
    }
    for value in values { try CheckFailure.expectEqual(value, values[0], "the values") }
    rows += memoryRows(peak: memory)
    rows.append(
      Measurement(
        "book-compile", "leases that 64 bits cannot prove, from exact flows",
        Double(batch.exactLeaseCount), unit: "leases"))
    try check(values[0])
    try checkSample(batch)
    return Outcome(
      measurements: rows,
      checksums: ["book": Int64(truncatingIfNeeded: values[0].total(of: .baseRent))])
  }

  private func memoryRows(peak: Double) -> [Measurement] {
    [
      Measurement("book-compile", "memory of the leases", memoryOfLeases, unit: "MB"),
      Measurement("book-compile", "peak memory with the segments", peak, unit: "MB"),
    ]
  }

  /// Segments to sums by month and charge, and the same from terms in one pass.
  func tabulated() async throws -> Outcome {
    var rows: [Measurement] = []
    var tables: [BatchRows] = []
    let batch = try await ProjectedBatch(of: leases, workers: 2)
    for workers in 1...2 {
      let (table, times) = try await timed(repetitions: repetitions, "the rows of the segments") {
        await batch.rows(workers: workers)
      }
      tables.append(table)
      rows.append(
        measurement(
          "book-rows", "segments to sums by month and charge", workers, times,
          aim: Self.aimOfRows))
    }
    for workers in 1...2 {
      let (table, times) = try await timed(repetitions: repetitions, "the rows of the book") {
        try await batchRows(of: leases, workers: workers)
      }
      tables.append(table)
      rows.append(measurement("book-rows", "terms to the same, nothing kept", workers, times))
    }
    for table in tables { try CheckFailure.expectEqual(table, tables[0], "the tables") }
    let total = try check(tables[0])
    return Outcome(measurements: rows, checksums: ["book": Int64(truncatingIfNeeded: total)])
  }

  private func measurement(
    _ name: String, _ what: String, _ workers: Int, _ times: Times, aim: Double? = nil
  ) -> Measurement {
    Measurement(
      "\(name) \(workers) core\(workers == 1 ? "" : "s")", what, times,
      scale: 1e9 / Double(leases.count * GeneratedLease.months), unit: "ns a lease-month",
      aim: workers == 2 ? aim : nil)
  }

  private var expected: ExpectedBook {
    var factors: [CalendarDate: Double] = [:]
    var expected = ExpectedBook()
    for lease in generated {
      expected.add(lease) { day in
        if let known = factors[day] { return known }
        let factor = Self.factor(day)
        factors[day] = factor
        return factor
      }
    }
    return expected
  }

  /// Checks totals and value against those worked out without the engine.
  private func check(_ value: BatchValue) throws {
    let expected = expected
    for charge in Charge.allCases {
      let sum = expected.totals[charge] ?? 0
      try expectNear(
        Double(value.total(of: charge)), sum, expected.tolerance(of: sum), charge.rawValue)
    }
    try expectNear(
      value.presentValue, expected.presentValue, expected.tolerance(of: expected.presentValue),
      "the present value")
  }

  /// Checks the base rents of each month; returns their sum.
  private func check(_ table: BatchRows) throws -> Int128 {
    let expected = expected
    var total: Int128 = 0
    for (month, sum) in expected.rents {
      let found = table.minorUnits(of: .baseRent, in: month)
      total += found
      try expectNear(Double(found), sum, expected.tolerance(of: sum), "base rent of \(month)")
    }
    return total
  }

  private func expectNear(
    _ found: Double, _ expected: Double, _ tolerance: Double, _ what: String
  ) throws {
    guard (found - expected).magnitude <= tolerance else {
      throw CheckFailure("\(what): found \(found), expected \(expected) within \(tolerance)")
    }
  }

  /// Checks some leases cell by cell against their exact flows.
  private func checkSample(_ batch: ProjectedBatch) throws {
    for place in stride(from: 0, to: leases.count, by: Self.sampleStride) {
      let exact = try project(leases[place]).runs.flatMap { run in
        (0..<run.monthCount).map { offset in
          let month = run.firstMonth.adding(months: offset)
          return Cell(
            charge: run.charge, hall: run.hall, month: month, minorUnits: run.minorUnits,
            due: run.due(in: month))
        }
      }
      try CheckFailure.expectEqual(
        batch.cells(ofLease: place), exact, "cells of lease \(place)")
    }
  }
}
