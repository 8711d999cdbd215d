import FinanceBasics
import Testing

@testable import Reports

@Suite("Numbers as people read them")
struct NumberTextTests {
  @Test(
    "are rounded half to even and grouped by three, and a rounded zero has no sign",
    arguments: [
      ("0.125", 2, "0.12"), ("0.135", 2, "0.14"), ("0.1251", 2, "0.13"), ("-0.125", 2, "-0.12"),
      ("2.5", 0, "2"), ("3.5", 0, "4"), ("999.5", 0, "1,000"), ("-0.04", 1, "0.0"),
      ("1234567", 2, "1,234,567.00"), ("-123456.7", 1, "-123,456.7"), ("7", 4, "7.0000"),
      ("-999", 0, "-999"), ("100000000000000", 0, "100,000,000,000,000"),
    ])
  func rounding(written: String, digits: Int, shown: String) throws {
    let number = try #require(ExactDecimal(written))
    #expect(NumberText(number, fractionDigits: digits).text == shown)
  }

  @Test("are split before the point, so that they can be aligned on it")
  func parts() throws {
    let number = NumberText(try #require(ExactDecimal("-1234.5")), fractionDigits: 2)
    #expect(number.whole == "-1,234")
    #expect(number.fraction == ".50")
  }

  @Test(
    "amounts take the digits of their unit, one more where the largest is below ten of it",
    arguments: [
      (AmountUnit.units, "12,345,678.90", "12,345,678.90"),
      (.thousands, "12,346", "12,346"),
      (.millions, "12.3", "12.35"),
      (.billions, "0.01", "0.012"),
    ])
  func units(unit: AmountUnit, besideLarge: String, amongSmall: String) {
    // 12,345,678.90 beside 20 billion, then beside what is just below ten of the unit.
    let amount: Int64 = 1_234_567_890
    let large = AmountScale(unit, largest: 2_000_000_000_000)
    let small = AmountScale(unit, largest: 10 * AmountScale.minorUnits(in: unit) - 1)
    #expect(large.text(of: amount).text == besideLarge)
    #expect(small.text(of: amount).text == amongSmall)
  }

  @Test("an amount at the bound of a total keeps every digit")
  func bound() {
    let scale = AmountScale(.units, largest: UInt64(Money.maximumMinorUnits))
    #expect(scale.text(of: -Money.maximumMinorUnits).text == "-1,000,000,000,000,000.00")
    #expect(scale.text(of: .min).text == "-92,233,720,368,547,758.08")  // −2⁶³ / 100
  }
}
