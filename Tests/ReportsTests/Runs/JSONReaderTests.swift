import FinanceBasics
import Testing

@testable import Reports

@Suite("JSON read back")
struct JSONReaderTests {
  private func read(_ text: String) -> JSONValue? { JSONValue(reading: Array(text.utf8)) }

  static let values: [JSONValue] = [
    nil, true, false, 0, -12, .amount(700_00), .amount(-5), "", "a \"b\" \\ \n\t\u{1} é 😀",
    [], [:], [1, [2, [3]], ["a": ["b": nil]]],
    ["deal": "x", "amount": .amount(1_178_061_109_36), "past": [], "none": nil],
  ]

  @Test("is what was written, with its order and its digits", arguments: values)
  func roundTrip(_ value: JSONValue) {
    #expect(read(value.text) == value)
    #expect(read(" \n\(value.text)\t\r\n") == value)
  }

  @Test("takes every escape of RFC 8259, section 7, that stands for one unit")
  func escapes() {
    #expect(read(#""\"\\\/\b\f\n\r\t\u00e9""#) == .string("\"\\/\u{8}\u{c}\n\r\té"))
  }

  static let broken = [
    "", "{", "[1,]", "{\"a\"}", "{\"a\":}", "{a: 1}", "\"a", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"",
    "nul", "1 2", "[1", "1.2.3", "--1", "1e5", "\"a\nb\"", "{\"a\": 1,}",
    String(repeating: "[", count: 100) + String(repeating: "]", count: 100),
  ]

  @Test("is nothing where it is no JSON, or none that we write", arguments: broken)
  func refused(_ text: String) {
    #expect(read(text) == nil)
  }
}
