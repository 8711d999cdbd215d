import FinanceBasics
import Testing

@testable import Reports

@Suite("A table that is wider than the terminal")
struct NarrowTableTests {
  /// Four quarters of 12 columns each in cents, and a key column of 4.
  private func quarters(count: Int) -> Table {
    Table(
      columns: [Column("deal", "Deal", .text, isKey: true)]
        + (1...count).map { Column("q\($0)", "Q\($0)", .amount) },
      rows: [
        Row([.text("a")] + (1...count).map { _ in .amount(123_456_789) }),
        Row([.text("b")] + (1...count).map { .amount($0 == 2 ? -200 : 100) }),
      ], currency: .usd)
  }

  @Test("takes a coarser unit before it is split")
  func coarserUnit() {
    let expected = """
      Deal     Q1     Q2     Q3     Q4
      ────────────────────────────────
      a     1,235  1,235  1,235  1,235
      b         0      0      0      0
      ────────────────────────────────
      Amounts in USD thousands; each is
      rounded alone, totals are sums of posted
      cents.

      """
    #expect(renderText(quarters(count: 4), style: TextStyle(width: 40)) == expected)
  }

  @Test("is split into even blocks, each with the key columns")
  func blocks() {
    // Three quarters would fit 48 columns (4 + 3 × 14 = 46), but 2 and 2 are evener than 3 and 1.
    let expected = """
      Deal            Q1            Q2
      ────────────────────────────────
      a     1,234,567.89  1,234,567.89
      b             1.00         -2.00
      ────────────────────────────────

      Deal            Q3            Q4
      ────────────────────────────────
      a     1,234,567.89  1,234,567.89
      b             1.00          1.00
      ────────────────────────────────
      Amounts in USD.

      """
    let style = TextStyle(width: 48, unit: .units)
    #expect(renderText(quarters(count: 4), style: style) == expected)
  }

  @Test("breaks long headings into as few lines as there is room for")
  func headings() {
    let table = Table(
      columns: [
        Column("deal", "Deal", .text, isKey: true),
        Column("noi", "Net operating income", .decimal(fractionDigits: 1)),
        Column("yield", "Yield on cost", .percent(fractionDigits: 1)),
      ],
      rows: [Row([.text("a"), .decimal(1.5), .percent(0.145)])])
    // 4 + 2 + 20 + 2 + 13 = 41 on one line; 4 + 2 + 13 + 2 + 7 = 28 on two.
    let twoLines = """
            Net operating    Yield
      Deal         income  on cost
      ────────────────────────────
      a               1.5    14.5%
      ────────────────────────────

      """
    let oneLine = """
      Deal  Net operating income  Yield on cost
      ─────────────────────────────────────────
      a                      1.5          14.5%
      ─────────────────────────────────────────

      """
    #expect(renderText(table, style: TextStyle(width: 40)) == twoLines)
    #expect(renderText(table, style: TextStyle(width: 41)) == oneLine)
  }

  @Test("wraps words in their column, cuts them after four lines, and keeps figures on the first")
  func words() {
    let note = "Backed by Google through year 15, which may assume the lease or pay the fee instead"
    let table = Table(
      columns: [
        Column("deal", "Deal", .text, isKey: true), Column("mw", "IT MW", .count),
        Column("note", "Note", .text),
      ],
      rows: [
        Row([.text("hut8-river-bend"), .count(245), .text(note)]),
        Row([.text("微软"), .count(75), .text("short")]),
      ])
    // A heading gives way to words: 15 + 2 + 3 + 2 leave 18 columns of 40 for the note.
    let expected = """
                        IT
      Deal              MW  Note
      ────────────────────────────────────────
      hut8-river-bend  245  Backed by Google
                            through year 15,
                            which may assume
                            the lease or pay…
      微软              75  short
      ────────────────────────────────────────

      """
    #expect(renderText(table, style: TextStyle(width: 40)) == expected)
  }
}
