import FinanceBasics
import Reports
import Testing

@testable import Spreadsheets

@Suite("A table as a sheet")
struct TableSheetTests {
  private static let table = Table(
    title: "Rents",
    columns: [
      Column("hall", "Hall", .text, isKey: true), Column("rent", "Rent", .amount),
      Column("share", "Share", .percent(fractionDigits: 1)), Column("from", "From", .date),
    ],
    rows: [
      Row([.text("north"), .blank, .blank, .blank], emphasis: .heading),
      Row(
        [
          .text("hall 1"), Value.amount(-123_456).marked("†").backed(byDeals: 3),
          .percent(ExactDecimal(digits: 125, fractionDigits: 3)),
          .date(CalendarDate(dayNumber: 0)),
        ], indentation: 1),
      Row([.text("All"), .amount(-123_456), .blank, .blank], emphasis: .total),
    ], currency: .usd, footnotes: ["† is assumed"])

  @Test("stands below its title and its currency, and above its footnotes")
  func layout() throws {
    let sheet = try TableSheet(Self.table, named: "Rents", isForPrograms: false).sheet()
    let words = sheet.rows.map { row -> String in
      if case .text(let text)? = row.first?.content { text } else { "" }
    }
    #expect(
      words == [
        "Rents", "Amounts in USD.", "", "Hall", "north", "hall 1", "All", "", "† is assumed",
      ])
    #expect(sheet.frozenRows == 4 && sheet.frozenColumns == 1 && sheet.headingRow == 3)
    #expect(sheet.filterEnd == nil, "a filter would sort sums among their parts")
  }

  @Test("keeps figures as numbers, with their marks in the format")
  func types() throws {
    let sheet = try TableSheet(Self.table, named: "Rents", isForPrograms: false).sheet()
    let row = sheet.rows[5]
    #expect(row[1].content == .number(-1234.56))
    #expect(row[1].style.numberFormat == "#,##0.00\"† (3)\";[Red]-#,##0.00\"† (3)\"")
    #expect(row[2].content == .number(0.125))
    #expect(row[2].style.numberFormat == "0.0%;[Red]-0.0%")
    #expect(row[3].content == .date(CalendarDate(dayNumber: 0)))
    #expect(row[0].style.indent == 1)
    #expect(sheet.rows[6].allSatisfy { $0.style.isBold && $0.style.bottom == .double })
  }

  @Test("gives programs keys and plain rows alone")
  func forPrograms() throws {
    let sheet = try TableSheet(Self.table, named: "Data", isForPrograms: true).sheet()
    #expect(sheet.rows.count == 2 && sheet.filterEnd == 1)
    #expect(sheet.rows[0].map(\.content) == ["hall", "rent", "share", "from"].map { .text($0) })
    #expect(sheet.rows[1][1].style.numberFormat == "#,##0.00")
  }
}
