import FinanceBasics
import Foundation
import LeaseModel
import Testing

@testable import CashFlowEngine

/// Many leases at once, against the same leases one by one, cell by cell.
@Suite("Batches")
struct BatchTests {
  /// Of a present value: sums of some 10⁵ products of doubles, in another order.
  private static let valueTolerance = 1e-9

  @Test("have the cells of each lease's own projection", arguments: ProjectionCase.allCases)
  func cells(projectionCase: ProjectionCase) async throws {
    let batch = try await ProjectedBatch(of: BatchLeases.all, case: projectionCase, workers: 2)
    #expect(batch.leaseCount == BatchLeases.all.count)
    for (place, expected) in try BatchLeases.cells(case: projectionCase).enumerated() {
      #expect(
        batch.cells(ofLease: place) == expected, "\(BatchLeases.all[place])")
    }
  }

  @Test("sum to the cells of all leases, to the cent", arguments: ProjectionCase.allCases)
  func totals(projectionCase: ProjectionCase) async throws {
    let value = try await batchValue(
      of: BatchLeases.all, case: projectionCase, BatchRate.discounting, workers: 2)
    var totals = [Int128](repeating: 0, count: Charge.allCases.count)
    var pastTotals = totals
    for cell in try BatchLeases.cells(case: projectionCase).joined() {
      totals[cell.charge.order] += Int128(cell.minorUnits)
      guard cell.due < BatchRate.valuationDate else { continue }
      pastTotals[cell.charge.order] += Int128(cell.minorUnits)
    }
    for charge in Charge.allCases {
      #expect(value.total(of: charge) == totals[charge.order])
      #expect(value.pastTotal(of: charge) == pastTotals[charge.order])
    }
    #expect(value.leaseCount == BatchLeases.all.count)
  }

  @Test("are worth the sum of all cells times their factors", arguments: ProjectionCase.allCases)
  func values(projectionCase: ProjectionCase) async throws {
    let value = try await batchValue(
      of: BatchLeases.all, case: projectionCase, BatchRate.discounting, workers: 2)
    var expected = [Double](repeating: 0, count: Charge.allCases.count)
    for cell in try BatchLeases.cells(case: projectionCase).joined()
    where cell.due >= BatchRate.valuationDate {
      expected[cell.charge.order] += Double(cell.minorUnits) * BatchRate.factor(cell.due)
    }
    for charge in Charge.allCases {
      let gap = (value.presentValue(of: charge) - expected[charge.order]).magnitude
      #expect(gap <= Self.valueTolerance * expected[charge.order].magnitude, "\(charge)")
    }
  }

  @Test("have in each month what the cells of that month come to")
  func rows() async throws {
    let rows = try await batchRows(of: BatchLeases.all, case: .full, workers: 2)
    var expected = [[YearMonth: Int128]](repeating: [:], count: Charge.allCases.count)
    for cell in try BatchLeases.cells(case: .full).joined() {
      expected[cell.charge.order][cell.month, default: 0] += Int128(cell.minorUnits)
    }
    let months = expected.flatMap(\.keys)
    #expect(rows.months.lowerBound == months.min())
    #expect(rows.months.upperBound == months.max()?.adding(months: 1))
    for charge in Charge.allCases {
      for index in rows.months.lowerBound.index - 2..<rows.months.upperBound.index + 2 {
        let month = YearMonth(index: index)
        #expect(rows.minorUnits(of: charge, in: month) == expected[charge.order][month] ?? 0)
      }
    }
  }

  @Test("come out the same, bit by bit, for any number of workers")
  func workers() async throws {
    let leases = BatchLeases.all
    let value = try await batchValue(of: leases, case: .full, BatchRate.discounting, workers: 1)
    let rows = try await batchRows(of: leases, case: .full, workers: 1)
    for count in [1, 2, 3, 8] {
      let batch = try await ProjectedBatch(of: leases, case: .full, workers: count)
      #expect(await batch.value(BatchRate.discounting, workers: count) == value)
      #expect(await batch.rows(workers: count) == rows)
    }
    #expect(
      try await batchValue(of: leases, case: .full, BatchRate.discounting, workers: 3) == value)
    #expect(try await batchRows(of: leases, case: .full, workers: 3) == rows)
  }

  @Test("value months beyond the table of factors one by one")
  func beyondTable() async throws {
    let near = BatchDiscounting(to: BatchRate.valuationDate, through: month("2031-05")) {
      paid, _ in BatchRate.factor(paid)
    }
    let value = try await batchValue(of: BatchLeases.all, BatchRate.discounting, workers: 1)
    let other = try await batchValue(of: BatchLeases.all, near, workers: 1)
    let gap = (value.presentValue - other.presentValue).magnitude
    #expect(gap <= Self.valueTolerance * value.presentValue.magnitude)
  }

  @Test("of no leases are empty")
  func empty() async throws {
    let value = try await batchValue(of: [], BatchRate.discounting, workers: 2)
    #expect(value.presentValue == 0)
    #expect(value.total(of: .baseRent) == 0)
    #expect(try await batchRows(of: [], workers: 2).months.isEmpty)
  }

  @Test("name the first lease that cannot be projected", arguments: [1, 3])
  func firstProblem(workers: Int) async throws {
    let hall = hall(megawatts: "200000", from: "2027-01-01", months: 12)
    let large = { (name: String) in
      Lease(
        id: DealID(name), halls: [hall],
        periods: [RentPeriod(rent: .rate(.perMonth(number("1"))))])
    }
    var leases = BatchLeases.all
    leases.insert(large("second"), at: 600)
    leases.insert(large("first"), at: 300)
    let expected = ProjectionProblem.capacityOutOfBounds(
      deal: DealID("first"), megawatts: number("200000"))
    var found: ProjectionProblem?
    do throws(ProjectionProblem) {
      _ = try await batchValue(of: leases, BatchRate.discounting, workers: workers)
    } catch {
      found = error
    }
    #expect(found == expected)
  }
}

/// A power by the C library.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
