import Testing

@testable import Reports

@Suite("Wrapped text")
struct TextWrappingTests {
  @Test("breaks at spaces, and keeps within the width")
  func spaces() {
    #expect(
      wrapped("backed by Google through year 15", to: 12) == [
        "backed by", "Google", "through year", "15",
      ])
    #expect(wrapped("", to: 12) == [""])
    #expect(wrapped("one line", to: 8) == ["one line"])
  }

  @Test("indents what follows the first line, which counts in the width")
  func hanging() {
    #expect(wrapped("aa bb cc dd", to: 6, hanging: 2) == ["aa bb", "  cc", "  dd"])
  }

  @Test("keeps the line ends of the text")
  func paragraphs() {
    #expect(wrapped("one two\n\nthree", to: 5) == ["one", "two", "", "three"])
  }

  @Test("breaks a word that is wider than a line after a hyphen, else anywhere")
  func longWords() {
    #expect(wrapped("the cipher-barber-lake", to: 14) == ["the", "cipher-barber-", "lake"])
    #expect(wrapped("abcdefghij", to: 4) == ["abcd", "efgh", "ij"])
    #expect(wrapped("a-bcdefgh", to: 8) == ["a-bcdefg", "h"])
    #expect(wrapped("微软云服务", to: 5) == ["微软", "云服", "务"])
  }

  @Test("is cut after so many lines with an ellipsis at the end of a word")
  func clipping() {
    let lines = ["backed by", "Google until", "year 15"]
    #expect(clipped(lines, to: 3, width: 12, ellipsis: "…") == lines)
    #expect(clipped(lines, to: 2, width: 13, ellipsis: "…") == ["backed by", "Google until…"])
    #expect(clipped(lines, to: 2, width: 12, ellipsis: "…") == ["backed by", "Google…"])
    #expect(clipped(["abcdef", "gh"], to: 1, width: 6, ellipsis: "...") == ["abc..."])
  }
}
