import FinanceBasics
import Testing

@testable import Reports

@Suite("A table with its measures down the side")
struct TransposedTableTests {
  @Test("measures become rows, and each keeps the format of its column")
  func transposed() throws {
    let day = try #require(CalendarDate("2027-06-30"))
    let table = Table(
      title: "Landlords compared",
      columns: [
        Column("landlord", "Landlord", .text, isKey: true),
        Column("rent", "Rent, USD/kW-month", .decimal(fractionDigits: 4)),
        Column("deals", "Deals", .count),
        Column("yield", "Yield on cost", .percent(fractionDigits: 1)),
        Column("credit", "Credit", .text),
        Column("first", "First", .date),
        Column("irr", "IRR", .percent(fractionDigits: 1)),
        Column("currency", "Currency", .text, audience: .programs),
      ],
      rows: [
        Row([
          .text("Hut 8"), .decimal(128.0157), .count(1200), .percent(0.145), .text("none"),
          .date(day), .blank, .text("USD"),
        ])
      ])
    // The figures have five characters before the point and five behind it: "1,200" and ".0157".
    let expected = """
      Landlords compared

      Measure                  Hut 8
      ──────────────────────────────
      Rent, USD/kW-month    128.0157
      Deals               1,200
      Yield on cost          14.5%
      Credit                    none
      First               2027-06-30
      IRR
      ──────────────────────────────

      """
    #expect(renderText(table.transposed(heading: "Measure")) == expected)
  }
}
