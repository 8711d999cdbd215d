import FinanceBasics
import LeaseModel
import Testing

@Suite("Delays")
struct DelayTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let text: String
    let months: Int
    let days: Int
    let words: String
    var testDescription: String { text }
  }

  static let examples = [
    Example(text: "90d", months: 0, days: 90, words: "90 days"),
    Example(text: "90 days", months: 0, days: 90, words: "90 days"),
    Example(text: "1 day", months: 0, days: 1, words: "1 day"),
    Example(text: "6mo", months: 6, days: 0, words: "6 months"),
    Example(text: "6 months", months: 6, days: 0, words: "6 months"),
    // A quarter is 3 months, and a year 12.
    Example(text: "2 quarters", months: 6, days: 0, words: "6 months"),
    Example(text: "1 year", months: 12, days: 0, words: "12 months"),
    Example(text: "1y6mo", months: 18, days: 0, words: "18 months"),
    Example(text: "3 months 15 days", months: 3, days: 15, words: "3 months 15 days"),
    Example(text: "-30 days", months: 0, days: -30, words: "-30 days"),
    Example(text: "-1 month 2 days", months: -1, days: -2, words: "-1 month 2 days"),
    Example(text: "+45d", months: 0, days: 45, words: "45 days"),
    Example(text: "0d", months: 0, days: 0, words: "0 days"),
    Example(text: "20 years", months: 240, days: 0, words: "240 months"),
  ]

  @Test("are read as they are written, and say themselves in words", arguments: examples)
  func reading(_ example: Example) throws {
    let delay = try Delay(reading: example.text)
    #expect(delay == Delay(months: example.months, days: example.days))
    #expect(delay.description == example.words)
  }

  @Test("read back from their own words", arguments: examples)
  func reads(_ example: Example) throws {
    let delay = try Delay(reading: example.text)
    #expect(try Delay(reading: delay.description) == delay)
  }

  @Test(
    "are refused where they are not numbers with units, the longest first",
    arguments: [
      "", "-", "90", "d", "six months", "6 fortnights", "1.5 months", "30 days 1 month", "90 d ",
      " 90d", "--3d", "3 months 3 months", "6mo-3d",
    ])
  func malformed(_ text: String) {
    #expect(throws: DelayFault.malformed(text)) { try Delay(reading: text) }
  }

  @Test(
    "are refused beyond 20 years, which is 240 months or 7,305 days",
    arguments: ["241 months", "21 years", "-7306 days", "99999999999 days"])
  func tooLong(_ text: String) {
    #expect(throws: DelayFault.tooLong(text)) { try Delay(reading: text) }
  }

  @Test("add up month by month and day by day, and their opposite leaves none")
  func sums() {
    let delay = Delay(months: 3, days: 15)
    #expect(delay + Delay(months: 1, days: -20) == Delay(months: 4, days: -5))
    #expect((delay + -delay) == Delay.none)
  }

  @Test("of months and days in two directions say both")
  func mixed() {
    #expect(Delay(months: 3, days: -5).description == "3 months and -5 days")
  }
}
