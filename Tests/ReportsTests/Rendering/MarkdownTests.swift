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

  /// What stands in the cell, and what GitHub Flavored Markdown needs to show just that.
  static let markup: [(text: String, written: String)] = [
    // 2.5: an entity is shown as its character; a lone ampersand is itself.
    ("AT&copy; AT&T &#169; R&D;", "AT\\&copy; AT&T \\&#169; R\\&D;"),
    // 6.2: an underscore emphasises at the edge of a word alone; an asterisk anywhere.
    ("_emph_ a_b __c__ 2*3*4", "\\_emph\\_ a_b \\_\\_c\\_\\_ 2\\*3\\*4"),
    // 6.5: one tilde or two strike out what is between.
    ("~~gone~~ ~5", "\\~\\~gone\\~\\~ \\~5"),
    // 6.9: an address is a link as far as no backslash is put into it.
    ("(https://a.b/_c/x~y?p=1&lt;=2) _d_", "(https://a.b/_c/x~y?p=1&lt;=2) \\_d\\_"),
    ("`code` <b> back\\slash", "\\`code\\` \\<b> back\\\\slash"),
    ("halls[hall 1].criticalIT", "halls\\[hall 1\\].criticalIT"),
  ]

  @Test("puts a backslash before what would be markup, and before nothing else", arguments: markup)
  func escapes(_ text: String, _ written: String) {
    let table = Table(columns: [Column("a", "A", .text)], rows: [Row([.text(text)])])
    let row = renderText(table, style: style).split(separator: "\n")[2]
    #expect(row == "| \(written) |")
  }

  /// Sections 4.2 (headings), 5.1 (quotations), 5.2 (lists) of GitHub Flavored Markdown.
  @Test(
    "keeps a footnote from becoming a heading, a quotation or a list",
    arguments: [
      ("# 3 halls", "\\# 3 halls"), ("> 5 %", "\\> 5 %"), ("- none", "\\- none"),
      ("+1 point", "\\+1 point"), ("2. second", "2\\. second"), ("10) tenth", "10\\) tenth"),
      ("2.5 times", "2.5 times"), ("3 halls # all", "3 halls # all"),
    ])
  func paragraphs(_ note: String, _ written: String) {
    let table = Table(
      columns: [Column("a", "A", .text)], rows: [Row([.text("x")])], footnotes: [note])
    #expect(renderText(table, style: style).hasSuffix("\n\n\(written)\n"))
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

  @Test("write a row of an object a line, without what the object says of all rows")
  func rows() {
    let value: JSONValue = [
      "scenarios": [["id": "late", "rows": [1, 2]]], "assumed_inputs": 3,
      "rows": [["a": 1, "b": ["rows": [4]]], ["a": 2, "b": nil]], "last": ["x"],
    ]
    #expect(
      jsonLines(value.text + "\n")
        == "{\"a\": 1,\"b\": {\"rows\": [4]}}\n{\"a\": 2,\"b\": null}\n")
    let none: JSONValue = ["rows": [], "last": 1]
    #expect(jsonLines(none.text + "\n").isEmpty)
  }
}
