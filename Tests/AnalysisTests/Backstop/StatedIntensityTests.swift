import Analysis
import FinanceBasics
import Testing
import Valuation

@Suite("Default intensity as it is asked for")
struct StatedIntensityTests {
  /// Thursday.
  private static let date = BackstopSamples.day("2026-01-01")

  private func steps(_ text: String, on date: CalendarDate = date) throws -> [[Double]] {
    try StatedIntensity(reading: text).intensity(from: date).steps.map { [$0.fromYears, $0.rate] }
  }

  @Test("one rate holds for ever")
  func constant() throws {
    #expect(try steps("3%") == [[0, 0.03]])
    #expect(try steps(" 0.25 % ") == [[0, 0.0025]])
    #expect(try steps("0%") == [[0, 0]])
    #expect(try steps("10000%") == [[0, 100]])
  }

  @Test("a rate ends so long after the valuation date")
  func length() throws {
    // Five years with the leap day of 2028: 1,826 days.
    #expect(try steps("3% to 5y, 2%") == [[0, 0.03], [1826.0 / 365, 0.02]])
    #expect(
      try steps("3% to 6mo,2.5 % to 1 year, 1%")
        == [[0, 0.03], [181.0 / 365, 0.025], [1, 0.01]])
    #expect(try steps("3% to 90d, 2%") == [[0, 0.03], [90.0 / 365, 0.02]])
  }

  @Test("a rate ends after a day")
  func date() throws {
    // 365 days of 2026; 2027 begins with the other rate.
    #expect(try steps("3% to 2026-12-31, 2%") == [[0, 0.03], [1, 0.02]])
    #expect(
      try steps("3% to 2026-12-31, 2%", on: BackstopSamples.day("2027-01-01")) == [[0, 0.02]])
    #expect(
      try steps("3% to 2026-12-31, 2%", on: BackstopSamples.day("2026-12-31"))
        == [[0, 0.03], [1.0 / 365, 0.02]])
  }

  @Test(
    "what is no intensity is refused",
    arguments: [
      "", "3", "0.03", "3%,", "3%, 2%", "3% to 5y", "3% to 5y 2%", "to 5y, 2%", "3% to , 2%",
      "3% until 5y, 2%", "3% to 5, 2%", "3% to -5y, 2%", "3% to 0y, 2%", "3% to 2030, 2%",
      "3%% to 5y, 2%", "3% to 5y to 6y, 2%", "inf%", "nan%", "3% to 25y, 2%",
    ])
  func malformed(text: String) {
    #expect(throws: BackstopProblem.intensityMalformed(text)) {
      try StatedIntensity(reading: text)
    }
  }

  @Test("a rate is from 0 % to 10,000 % a year", arguments: ["-1%", "10000.1%"])
  func outOfRange(text: String) {
    #expect(throws: BackstopProblem.intensityOutOfRange(text)) {
      try StatedIntensity(reading: text)
    }
  }

  @Test(
    "rates end one after the other",
    arguments: [
      "3% to 5y, 2% to 3y, 1%", "3% to 5y, 2% to 60mo, 1%", "3% to 2030-12-31, 2% to 1y, 1%",
      "3% to 2020-12-31, 2% to 2019-12-31, 1%",
    ])
  func unordered(text: String) {
    #expect(throws: BackstopProblem.intensityUnordered(text)) {
      try StatedIntensity(reading: text).intensity(from: Self.date)
    }
  }
}
