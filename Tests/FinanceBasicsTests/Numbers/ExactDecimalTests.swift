import FinanceBasics
import Testing

@Suite("Exact decimals")
struct ExactDecimalTests {
  @Test(
    "keep what was written",
    arguments: ["0", "7", "7.0", "-3", "0.03", "128.0157", "0.00", "-0.5", "1234567890.123"])
  func roundTrip(_ text: String) throws {
    #expect(try #require(ExactDecimal(text)).description == text)
  }

  @Test("take commas between groups of three")
  func groups() {
    #expect(ExactDecimal("1,234,567.50")?.description == "1234567.50")
    #expect(ExactDecimal("12,34") == nil)
    #expect(ExactDecimal("1234,567") == nil)
    #expect(ExactDecimal(",123") == nil)
  }

  @Test(
    "refuse what is no plain decimal",
    arguments: [
      "", "-", ".", ".5", "5.", "+1", "1e3", "nan", "inf", " 1", "1 ", "--1", "1.2.3", "0x1", "1_0",
      "1234567890123456789012345678901",
    ])
  func refusal(_ text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test("add, subtract and multiply exactly")
  func arithmetic() throws {
    let tenth = try #require(ExactDecimal("0.1"))
    let fifth = try #require(ExactDecimal("0.20"))
    #expect((tenth + fifth).description == "0.30")
    #expect((tenth - fifth).description == "-0.10")
    #expect((tenth * fifth).description == "0.020")
    #expect((tenth * fifth).normalized.description == "0.02")
  }

  /// 10²⁹ + 10⁻³⁰ has 60 digits; the last of them is far below a half of the 38th.
  @Test("are rounded half to even where a sum or a product has more than 38 digits")
  func rounding() throws {
    let large = try #require(ExactDecimal("100000000000000000000000000000"))
    let small = ExactDecimal(digits: 1, fractionDigits: 30)
    #expect((large + small).normalized == large)
    // (10³⁰ − 1)² / 10³⁰ is 10³⁰ − 2 and 10⁻³⁰.
    let nines = String(repeating: "9", count: 30)
    let whole = try #require(ExactDecimal(nines))
    let fraction = ExactDecimal(digits: -whole.digits, fractionDigits: 30)
    #expect((whole * fraction).normalized.description == "-999999999999999999999999999998")
    #expect((small * small).normalized == .zero)
    #expect(small < large && fraction < small && !(large < whole - whole))
  }

  @Test("compare by value, whatever the digits written")
  func comparison() throws {
    let short = try #require(ExactDecimal("7"))
    let long = try #require(ExactDecimal("7.0"))
    #expect(!(short < long) && !(long < short))
    #expect(short != long)
    #expect(try #require(ExactDecimal("6.99")) < long)
    #expect(try #require(ExactDecimal("-7")) < long)
  }

  @Test("move their point by a power of ten")
  func scaling() throws {
    let value = try #require(ExactDecimal("7.05"))
    #expect(value.scaled(byPowerOfTen: 9)?.description == "7050000000")
    #expect(value.scaled(byPowerOfTen: 1)?.description == "70.5")
    #expect(value.scaled(byPowerOfTen: -2)?.description == "0.0705")
    #expect(value.scaled(byPowerOfTen: -29) == nil)
  }

  @Test("stand for an exact real", arguments: ["0.03", "128.0157", "-0.000001", "7000000000"])
  func real(_ text: String) throws {
    let value = try #require(ExactDecimal(text))
    let millionths = try #require(value.scaled(byPowerOfTen: 6))
    let moved = value.real.times(1_000_000)
    #expect(moved.formatted(fractionDigits: 12) == millionths.real.formatted(fractionDigits: 12))
  }
}
