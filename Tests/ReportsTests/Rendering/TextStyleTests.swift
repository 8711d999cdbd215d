import FinanceBasics
import Testing

@testable import Reports

@Suite("Styles of text")
struct TextStyleTests {
  private let table = Table(
    title: "Rent",
    columns: [Column("year", "Year", .text, isKey: true), Column("rent", "Rent", .amount)],
    rows: [
      Row([.text("2027"), .amount(-150)]),
      Row([.text("Total"), .amount(-150)], emphasis: .total),
    ], currency: .usd)

  @Test("colour is weight for sums and heads, and red for what has its minus sign already")
  func color() {
    let (bold, dim, red, boldRed, end) =
      ("\u{1B}[1m", "\u{1B}[2m", "\u{1B}[31m", "\u{1B}[1;31m", "\u{1B}[0m")
    let rule = "\(dim)────────────\(end)"
    let expected = """
      \(bold)Rent\(end)

      \(bold)Year    Rent\(end)
      \(rule)
      2027 \u{20} \(red)-1.50\(end)
      \(rule)
      \(bold)Total\(end)  \(boldRed)-1.50\(end)
      \(rule)
      \(dim)Amounts in USD.\(end)

      """
    #expect(renderText(table, style: TextStyle(width: 80, isColored: true)) == expected)
  }

  @Test("ASCII rules, marks and ellipses serve where nothing else can be shown")
  func ascii() {
    let table = Table(
      columns: [
        Column("deal", "Deal", .text, isKey: true),
        Column("rate", "Rate", .decimal(fractionDigits: 1)),
      ],
      rows: [Row([.text("Zürich"), Value.decimal(1.25).marked("†")])],
      footnotes: ["† assumed"])
    let expected = """
      Deal     Rate
      -------------
      Zuerich  1.2*
      -------------
      * assumed

      """
    #expect(renderText(table, style: TextStyle(width: 80, isASCII: true)) == expected)
  }

  @Test("marks and numbers of deals stand in columns of their own behind the point")
  func marks() {
    let table = Table(
      columns: [
        Column("landlord", "Landlord", .text, isKey: true),
        Column("rate", "Rate", .decimal(fractionDigits: 2)),
      ],
      rows: [
        Row([.text("Hut 8"), Value.decimal(128.0157).marked("†").backed(byDeals: 1)]),
        Row([.text("Cipher"), Value.decimal(99.5).backed(byDeals: 12)]),
        Row([.text("IREN"), .blank]),
      ],
      footnotes: ["† rests on an assumption; in parentheses the number of deals."])
    let expected = """
      Landlord          Rate
      ──────────────────────
      Hut 8     128.02†  (1)
      Cipher     99.50  (12)
      IREN
      ──────────────────────
      † rests on an assumption; in parentheses the number of deals.

      """
    #expect(renderText(table, style: TextStyle(width: 80)) == expected)
  }
}
