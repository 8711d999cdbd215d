import FinanceBasics
import Testing

@Suite("Lengths of time")
struct TenorTests {
  @Test(
    "are months or days",
    arguments: [
      ("15 years", Tenor.months(180)), ("1 year", .months(12)),
      ("15 years 6 months", .months(186)), ("180 months", .months(180)), ("90 days", .days(90)),
      ("100 years", .months(1200)),
    ])
  func reading(_ text: String, _ length: Tenor) throws {
    #expect(try Tenor(reading: text) == length)
    #expect(Tenor(length.description) == length)
  }

  @Test(
    "are refused with the reason",
    arguments: [
      ("101 years", "length.too-long"), ("36526 days", "length.too-long"),
      ("999999999999999999999 years", "length.too-long"), ("fifteen years", "length.malformed"),
      ("15", "length.malformed"), ("15.5 years", "length.malformed"),
      ("-3 years", "length.malformed"), ("6 months 1 year", "length.malformed"),
      ("", "length.malformed"),
    ])
  func refusal(_ text: String, _ code: String) {
    do throws(LengthFault) {
      let length = try Tenor(reading: text)
      Issue.record("\(text) was read as \(length)")
    } catch {
      #expect(error.code == code)
    }
  }
}
