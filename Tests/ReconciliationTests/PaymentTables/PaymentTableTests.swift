import FinanceBasics
import LeaseModel
import Testing

@testable import Reconciliation

@Suite("A table of contracted payments")
struct PaymentTableTests {
  private func outcome(_ rows: [(Int, String)], _ others: [(String, String)] = []) throws
    -> PaymentTableOutcome
  {
    let table = rows.enumerated().flatMap { place, row in
      [
        ("contractedPayments.rows[\(place + 1)].year", "\(row.0)"),
        ("contractedPayments.rows[\(place + 1)].amount", row.1),
      ]
    }
    let terms = [("criticalIT", "100 MW"), ("term", "10 years"), ("delivery.last", "2026-Q1")]
    return try #require(matchPayments(of: TableDeal.deal(terms + table + others)))
  }

  @Test("a deal without one is not matched")
  func none() throws {
    let outcome = matchPayments(of: try TableDeal.deal([("criticalIT", "100 MW")]))
    #expect(outcome == nil)
  }

  @Test("a year that began before the day of the table counts from the next day on")
  func restOfYear() throws {
    let outcome = try outcome(
      [(2027, "20 M USD"), (2026, "10 M USD")],
      [("contractedPayments.asOf", "2026-03-31"), ("contractedPayments.fiscalYearEnd", "12-31")])
    let table = try #require(outcome.table)
    #expect(table.years.map(\.name) == ["rest of 2026", "2027"])
    #expect(table.years[0].days.lowerBound.description == "2026-04-01")
    #expect(table.years[1].days.upperBound.description == "2028-01-01")
  }

  @Test(
    "rows that make no table are named",
    arguments: [
      ([(2026, "1 M USD"), (2026, "2 M USD")], "has the year 2026 twice"),
      ([(2026, "1 M USD"), (2028, "2 M USD")], "leaves out the year 2027"),
      ([(2026, "1 M USD"), (2027, "2 M EUR")], "is in EUR and USD"),
      ([(2024, "1 M USD"), (2025, "2 M USD")], "the fiscal year 2024 ends before 2025-06-30"),
    ] as [([(Int, String)], String)])
  func faults(rows: [(Int, String)], problem: String) throws {
    let outcome = try outcome(rows, [("contractedPayments.asOf", "2025-06-30")])
    #expect(outcome.table == nil)
    #expect(outcome.verdict == .incomplete)
    #expect(outcome.notes.first?.description.contains(problem) == true)
  }

  @Test("rows are added up and held beside the printed total")
  func footing() throws {
    // 10 + 20 + 300 = 330; each is ±0.5, so that 332 can be met and 333 cannot.
    let rows = [(2026, "10 M USD"), (2027, "20 M USD")]
    for (total, gap, agrees) in [("330", 0, true), ("332", -2, true), ("333", -3, false)] {
      let footing = try #require(
        try outcome(
          rows,
          [
            ("contractedPayments.thereafter", "300 M USD"),
            ("contractedPayments.total", "\(total) M USD"),
          ]
        ).footing)
      #expect(footing.sum.normalized == ExactDecimal(330_000_000))
      #expect(footing.gap == ExactDecimal(gap * 1_000_000))
      #expect(footing.agrees == agrees)
    }
  }

  @Test("growth from year to year has the interval of the printed digits")
  func growth() throws {
    // 103 ± 0.5 over 100 ± 0.5: 102.5/100.5 = 1.01990…, 103.5/99.5 = 1.04020…
    let growth = try outcome([(2026, "100 M USD"), (2027, "103 M USD")]).growth
    #expect(growth.count == 1)
    #expect(growth.first?.percent.formatted(fractionDigits: 4) == "3.0000")
    #expect(growth.first?.low.formatted(fractionDigits: 4) == "1.9900")
    #expect(growth.first?.high.formatted(fractionDigits: 4) == "4.0201")
  }
}

@Suite("The least strain of rows")
struct MinimaxProgramTests {
  @Test("two rows that pull one rent apart share the strain by their widths")
  func oneRent() throws {
    // |x − 1| ≤ 1·s and |x − 4| ≤ 2·s meet at s = 1, x = 2.
    var program = MinimaxProgram(
      bounds: [.init(middle: 1, width: 1), .init(middle: 4, width: 2)], variables: 1)
    let solution = program.solve(least: [1, 1], most: [1, 1], limit: .infinity)
    let (strain, rents) = try #require(solution)
    #expect(abs(strain - 1) < 1e-9)
    #expect(abs(rents[0] - 2) < 1e-9)
    let limited = program.solve(least: [1, 1], most: [1, 1], limit: 0.9)
    #expect(limited == nil)
  }

  @Test("two rents meet two rows, and a third that contradicts them strains")
  func twoRents() throws {
    // x + y = 3 and x + 2y = 5 give x = 1, y = 2; a third row x = 2 with equal widths: at the
    // least strain the residuals are +s, −s, +s or the reverse: x + y = 3 + a, x + 2y = 5 + b,
    // x = 2 + c; 2(x + y) − (x + 2y) − x = 0 gives 2a − b − c = 1, so that s = 1/4.
    var program = MinimaxProgram(
      bounds: [3, 5, 2].map { .init(middle: $0, width: 1) }, variables: 2)
    let cells = [1.0, 1, 1, 2, 1, 0]
    let solution = program.solve(least: cells, most: cells, limit: .infinity)
    let (strain, rents) = try #require(solution)
    #expect(abs(strain - 0.25) < 1e-9)
    #expect(abs(rents[0] - 1.75) < 1e-9)
    #expect(abs(rents[1] - 1.5) < 1e-9)
  }

  @Test("no rent is below zero")
  func sign() throws {
    // −1 can be met no nearer than by 0.
    var program = MinimaxProgram(bounds: [.init(middle: -1, width: 1)], variables: 1)
    let solution = program.solve(least: [1], most: [1], limit: .infinity)
    let (strain, rents) = try #require(solution)
    #expect(abs(strain - 1) < 1e-9)
    #expect(rents == [0])
  }
}
