import FinanceBasics
import Testing

@testable import Reports

@Suite("A table as text")
struct TableTextTests {
  @Test("aligns points and percent signs, leaves blanks empty, and sets the total off by a rule")
  func alignment() {
    let expected = """
      Cash flows by year

      Year       Base rent  Margin
      ────────────────────────────
      2027   12,345,678.90   98.6%
      2028       -1,000.05
      2029            0.50  100.0%
      ────────────────────────────
      Total  12,344,679.35   98.6%
      ────────────────────────────
      Amounts in USD.
      Base case, accrual dates.

      """
    #expect(renderText(SampleTables.cashFlows, style: TextStyle(width: 80)) == expected)
    #expect(renderText(SampleTables.cashFlows) == expected)
  }

  @Test("at 160 columns shows six years to the cent")
  func wide() {
    // The key column has 8 columns; each amount has 2 spaces before it and 14 columns.
    let rule = String(repeating: "─", count: 8 + 6 * 16)
    let expected = [
      "Landlord            2027            2028            2029            2030"
        + "            2031            2032",
      rule,
      "Hut 8     376,366,063.20  387,657,045.10  399,286,756.45  411,265,359.15"
        + "  423,603,319.92  436,311,419.52",
      "Cipher              1.00       -2,500.00          500.50          500.00"
        + "        1,500.00            0.00",
      rule,
      "Total     376,366,064.20  387,654,545.10  399,287,256.95  411,265,859.15"
        + "  423,604,819.92  436,311,419.52",
      rule,
      "Amounts in USD.",
    ].map { $0 + "\n" }.joined()
    #expect(renderText(SampleTables.yearsAcross, style: TextStyle(width: 160)) == expected)
  }

  @Test("at 80 columns, or in a pipe, takes the finest unit that fits, and says so")
  func scaled() {
    // −2.5 and 0.5 go to the even −2 and 0; 0.5005 and 1.5 go up.
    let expected = """
      Landlord     2027     2028     2029     2030     2031     2032
      ──────────────────────────────────────────────────────────────
      Hut 8     376,366  387,657  399,287  411,265  423,603  436,311
      Cipher          0       -2        1        0        2        0
      ──────────────────────────────────────────────────────────────
      Total     376,366  387,655  399,287  411,266  423,605  436,311
      ──────────────────────────────────────────────────────────────
      Amounts in USD thousands; each is rounded alone, totals are sums of posted
      cents.

      """
    #expect(renderText(SampleTables.yearsAcross, style: TextStyle(width: 80)) == expected)
    #expect(renderText(SampleTables.yearsAcross) == expected)
  }

  @Test("takes the unit that is asked for")
  func askedUnit() {
    let expected = """
      Cash flows by year

      Year   Base rent  Margin
      ────────────────────────
      2027        12.3   98.6%
      2028         0.0
      2029         0.0  100.0%
      ────────────────────────
      Total       12.3   98.6%
      ────────────────────────
      Amounts in USD millions; each is rounded alone, totals are sums of posted cents.
      Base case, accrual dates.

      """
    let style = TextStyle(width: 80, unit: .millions)
    #expect(renderText(SampleTables.cashFlows, style: style) == expected)
  }

  @Test("in a pipe is one block as wide as it takes, to the cent, where no unit brings it to 80")
  func unfitted() {
    // Sixteen years of at least seven columns each are beyond 80 even in millions.
    let years = 2027...2042
    let table = Table(
      columns: [Column("deal", "Deal", .text, isKey: true)]
        + years.map { Column("y\($0)", "\($0)", .amount) },
      rows: [Row([.text("a")] + years.map { _ in .amount(12_345_678_901) })])
    let rule = String(repeating: "─", count: 4 + 16 * 16)
    let expected =
      "Deal" + years.map { "            \($0)" }.joined() + "\n\(rule)\n"
      + "a   " + years.map { _ in "  123,456,789.01" }.joined() + "\n\(rule)\n"
    #expect(renderText(table) == expected)
  }

  @Test("sets groups off by headings, indentation, and a rule under the figures of a subtotal")
  func groups() {
    let table = Table(
      columns: [
        Column("charge", "Charge", .text, isKey: true), Column("amount", "2027", .amount),
        Column("basis", "Basis", .text),
      ],
      rows: [
        Row([.text("Contracted, in all"), .blank, .blank], emphasis: .heading),
        Row([.text("rent"), .amount(10_000), .text("solved")], indentation: 1),
        Row([.text("cost"), .amount(-1_000), .text("assumed")], indentation: 1),
        Row([.text("NOI"), .amount(9_000), .blank], emphasis: .subtotal),
        Row([.text("Renewals"), .blank, .blank], emphasis: .heading),
        Row([.text("rent"), .amount(5), .blank], indentation: 1),
        Row([.text("Gross"), .amount(9_005), .blank], emphasis: .total),
        Row([.text("Net"), .amount(9_005), .blank], emphasis: .total),
      ])
    let expected = """
      Charge    2027  Basis
      ───────────────────────
      Contracted, in all
        rent  100.00  solved
        cost  -10.00  assumed
              ──────
      NOI      90.00

      Renewals
        rent    0.05
      ───────────────────────
      Gross    90.05
      Net      90.05
      ───────────────────────

      """
    #expect(renderText(table, style: TextStyle(width: 80)) == expected)
  }

  @Test("with no rows says so")
  func empty() {
    let table = Table(
      columns: [Column("deal", "Deal", .text), Column("value", "Value", .amount)], rows: [])
    #expect(renderText(table) == "Deal  Value\n───────────\nnothing to show\n───────────\n")
  }
}
