import FinanceBasics
import Reports
import Testing

@testable import Spreadsheets

@Suite("What a workbook cannot hold")
struct WorkbookLimitTests {
  private func workbook(_ rows: [[SheetCell]]) -> Workbook {
    Workbook(title: "t", author: "a", sheets: [Worksheet(name: "Sheet", rows: rows)])
  }

  private func code(_ make: () throws -> Void) -> String? {
    do {
      try make()
      return nil
    } catch let problem as WorkbookProblem {
      return problem.code
    } catch {
      return "\(error)"
    }
  }

  @Test("a row beyond the last is refused, not left out")
  func rows() {
    // The limit of the format: 2^20.
    let rows = Array(repeating: [SheetCell](), count: 1_048_577)
    #expect(code { _ = try workbook(rows).bytes() } == "workbook.too-many-rows")
  }

  @Test("words beyond a cell are refused, not cut", arguments: [(32_767, false), (32_768, true)])
  func text(_ count: Int, _ isRefused: Bool) {
    let cell = SheetCell.text(String(repeating: "x", count: count))
    let found = code { _ = try workbook([[cell]]).bytes() }
    #expect(found == (isRefused ? "workbook.text-too-long" : nil))
  }

  @Test(
    "an amount of sixteen digits is refused, not rounded",
    arguments: [
      (999_999_999_999_999, nil), (1_000_000_000_000_000, "workbook.amount-too-large"),
      (-1_000_000_000_000_000, "workbook.amount-too-large"),
    ] as [(Int64, String?)])
  func amount(_ minorUnits: Int64, _ expected: String?) {
    let table = Table(
      columns: [Column("a", "A", .amount)], rows: [Row([.amount(minorUnits)])], currency: .usd)
    let found = code { _ = try TableSheet(table, named: "T", isForPrograms: true).sheet() }
    #expect(found == expected)
  }
}
