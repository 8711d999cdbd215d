import Testing

@testable import Reports

@Suite("Width of text on a terminal")
struct DisplayWidthTests {
  @Test(
    "an ideograph and an emoji take two columns, a combining mark none",
    arguments: [
      ("", 0), ("Hut 8", 5), ("é", 1), ("e\u{301}", 1), ("†", 1), ("─", 1), ("微软", 4),
      ("한글", 4), ("ﾊﾝ", 2), ("Ａ", 2), ("🏭", 2), ("👩‍🔧", 2), ("🇳🇴", 2), ("☀", 1),
      ("☀\u{FE0F}", 2), ("\u{301}", 0), ("€1.5", 4),
    ])
  func widths(text: String, width: Int) {
    #expect(displayWidth(text) == width)
  }

  @Test("padding counts columns, not characters")
  func padding() {
    #expect(padded("微软", toWidth: 6) == "微软  ")
    #expect(padded("微软", fromWidth: 6) == "  微软")
    #expect(padded("Hut 8", toWidth: 3) == "Hut 8")
  }
}

@Suite("Text that a terminal shows as it stands")
struct PlainTextTests {
  @Test("an escape sequence from a deal file does not reach the terminal")
  func escapes() {
    #expect(plain("a\u{1B}[31mb\u{7}\u{202E}c", isASCII: false) == "a [31mb c")
    #expect(plain("two\nlines\tand a tab", isASCII: false) == "two lines and a tab")
    #expect(plain("two\nlines", isASCII: false, keepsLines: true) == "two\nlines")
  }

  @Test("ASCII replaces marks and rules by their nearest, and the rest by a question mark")
  func ascii() {
    #expect(plain("“Zürich” † – 微 …", isASCII: true) == "\"Zuerich\" * - ? ...")
  }
}
