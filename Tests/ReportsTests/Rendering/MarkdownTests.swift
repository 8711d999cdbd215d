import FinanceBasics
import Reports
import Testing

@Suite("Markdown")
struct MarkdownTests {
  private let style = TextStyle(isMarkdown: true)

  @Test("aligns words to the left and figures to the right, and states the unit below")
  func table() {
    let table = Table(
      title: "Base rent",
      columns: [Column("year", "Year", .text, isKey: true), Column("rent", "Rent", .amount)],
      rows: [
        Row([.text("2028"), .amount(37_636_606_320)]),
        Row([.text("All"), .amount(37_636_606_320)], emphasis: .total),
      ], currency: .usd, footnotes: ["Posted cents."])
    let expected = """
      ### Base rent

      | Year    |               Rent |
      | ------- | -----------------: |
      | 2028    |     376,366,063.20 |
      | **All** | **376,366,063.20** |

      Amounts in USD.

      Posted cents.

      """
    #expect(renderText(table, style: style) == expected)
  }

  @Test("keeps what a text says from being taken for Markdown")
  func escaping() {
    let table = Table(
      columns: [Column("a", "A", .text)], rows: [Row([.text("1|2 *3* <b> [x]")])])
    #expect(renderText(table, style: style).contains("| 1\\|2 \\*3\\* \\<b> \\[x\\] |"))
  }

  @Test("writes properties as a table a section")
  func properties() {
    let report = PropertyReport(
      title: "River Bend",
      sections: [
        PropertyReport.Section(
          heading: "Terms",
          entries: [
            PropertyReport.Entry(
              "term", "Term", .text("15 years"), basis: "disclosed", source: "8-K")
          ])
      ])
    let expected = """
      ### River Bend

      | Terms |          | Basis     | Source |
      | ----- | -------- | --------- | ------ |
      | Term  | 15 years | disclosed | 8-K    |

      """
    #expect(renderText(report, style: style) == expected)
  }
}

@Suite("JSON Lines")
struct JSONLinesTests {
  @Test("write an element of an array a line, whatever is nested in it")
  func array() {
    let value: JSONValue = [
      ["a": 1, "b": ["c": [1, 2], "d": []]], [:], ["text": "two  spaces,\n{ and ]"], [3], "x",
    ]
    let expected = """
      {"a": 1,"b": {"c": [1,2],"d": []}}
      {}
      {"text": "two  spaces,\\n{ and ]"}
      [3]
      "x"

      """
    #expect(jsonLines(value.text + "\n") == expected)
  }

  @Test("write an object in one line, and nothing for an empty array")
  func others() {
    let value: JSONValue = ["a": ["b": 1], "c": ["d": nil]]
    #expect(jsonLines(value.text + "\n") == "{\"a\": {\"b\": 1},\"c\": {\"d\": null}}\n")
    #expect(jsonLines("[]\n").isEmpty)
  }
}
