import FinanceBasics
import Testing

@Suite("Precise reals")
struct PreciseRealTests {
  struct Rounding: CustomTestStringConvertible, Sendable {
    let number: String
    let nearest: Int64
    var testDescription: String { "\(number) to \(nearest)" }
  }

  /// Half to even: IEEE 754-2019, §4.3.1, roundTiesToEven.
  @Test(
    "round to the nearest whole number, a half to the even one",
    arguments: [
      Rounding(number: "0", nearest: 0),
      Rounding(number: "0.2", nearest: 0),
      Rounding(number: "0.25", nearest: 0),
      Rounding(number: "0.499999999999999999999999", nearest: 0),
      Rounding(number: "0.5", nearest: 0),
      Rounding(number: "0.500000000000000000000001", nearest: 1),
      Rounding(number: "0.75", nearest: 1),
      Rounding(number: "1.5", nearest: 2),
      Rounding(number: "2.5", nearest: 2),
      Rounding(number: "-0.5", nearest: 0),
      Rounding(number: "-1.5", nearest: -2),
      Rounding(number: "-2.5", nearest: -2),
      Rounding(number: "3763660632.5", nearest: 3_763_660_632),
      Rounding(number: "3763660633.5", nearest: 3_763_660_634),
      Rounding(number: "100000000000000000.5", nearest: 100_000_000_000_000_000),
      Rounding(number: "9223372036854775807", nearest: 9_223_372_036_854_775_807),
    ])
  func rounding(_ example: Rounding) throws {
    let number = try #require(ExactDecimal(example.number)).real
    #expect(number.roundedHalfEven() == example.nearest)
  }

  @Test(
    "beyond 63 bits do not round", arguments: ["9223372036854775808", "1000000000000000000000"])
  func overflow(_ text: String) throws {
    #expect(try #require(ExactDecimal(text)).real.roundedHalfEven() == nil)
  }

  /// k + 1/2 made from thirds, sevenths or 31sts, none of which a binary fraction can hold:
  /// (2k + 1) × 3 ÷ 6 and its like is a true half, and the even neighbour is k or k + 1.
  @Test(
    "recognise a half that comes from divisions which do not end",
    arguments: [3, 7, 28, 31, 360, 365, 999_999_937], [0, 1, 2, 41, 376_366_063, 99_999_999_999])
  func halves(divisor: Int, whole: Int) {
    let half = PreciseReal(2 * whole + 1, over: divisor).divided(by: PreciseReal(integer: 2))
      .times(divisor)
    #expect(half.roundedHalfEven() == Int64(whole + whole % 2))
    #expect(half.negated.roundedHalfEven() == -Int64(whole + whole % 2))
  }

  @Test("divide so that multiplication gives the dividend back to 36 digits", arguments: 0..<200)
  func division(seed: Int) {
    let dividend = PreciseReal(integer: 982_451_653 &* (seed + 1)).times(7_919 + seed)
    let divisor = PreciseReal(integer: 15_485_863).times(104_729 &* (seed + 3)).raised(to: 2)
    let gap = dividend.divided(by: divisor).times(divisor).minus(dividend)
    // Two operations, each off by less than one part in 2¹²⁶.
    let bound = 3 * dividend.doubleValue / 0x1p126
    #expect(abs(gap.doubleValue) <= bound)
  }

  @Test("divide by a small number exactly where the quotient ends", arguments: 1...400)
  func exactDivision(divisor: Int) {
    let product = PreciseReal(integer: divisor).times(123_456_789_012_345)
    #expect(
      product.divided(by: PreciseReal(integer: divisor))
        == PreciseReal(integer: 123_456_789_012_345))
  }

  @Test("subtract to zero, and to the number that was added")
  func sums() {
    let third = PreciseReal(1, over: 3)
    #expect(third.minus(third).isZero)
    #expect(third.plus(.zero) == third)
    #expect(PreciseReal(integer: 5).minus(PreciseReal(integer: 7)) == PreciseReal(integer: -2))
    #expect(PreciseReal(integer: -5).plus(PreciseReal(integer: 7)) == PreciseReal(integer: 2))
    #expect(PreciseReal(integer: 1).minus(PreciseReal(integer: 7)).doubleValue == -6)
  }

  /// A `Double` has 53 bits: 2⁶⁴ + 2¹¹ is half way between two, and 2⁶⁴ + 2¹² is one.
  @Test(
    "become the nearest Double, as the library's slower conversion has it",
    arguments: zip([64, 64, 64, 64, 126, 53, 100, 0], [2048, 2049, 6144, -1, 1, 1, -12_345, -8]))
  func nearestDouble(_ power: Int, _ more: Int) {
    let number = (Int128(1) << Int128(power)) + Int128(more)
    #expect(PreciseReal(wide: number).doubleValue == Double(number))
    #expect(PreciseReal(wide: -number).doubleValue == -Double(number))
  }

  /// 103⁷ = 122,987,386,542,487 and 103¹⁴ = 15,125,897,248,551,112,432,256,145,169.
  @Test("are raised to a power exactly to the printed digits")
  func powers() throws {
    let level = try #require(ExactDecimal("1.03")).real
    #expect(level.raised(to: 7).formatted(fractionDigits: 14) == "1.22987386542487")
    #expect(level.raised(to: 14).formatted(fractionDigits: 12) == "1.512589724855")
    #expect(level.raised(to: 0) == .one)
  }

  @Test("compare by value, signs included")
  func comparison() {
    let third = PreciseReal(1, over: 3)
    #expect(third < PreciseReal(1, over: 2))
    #expect(third.negated < third)
    #expect(PreciseReal(integer: -3) < PreciseReal(integer: -2))
    #expect(!(third < third))
    #expect(PreciseReal.zero < third)
    #expect(third.negated < .zero)
  }

  @Test("print rounded half to even, with the carry into the whole number")
  func printing() throws {
    #expect(try #require(ExactDecimal("1.995")).real.formatted(fractionDigits: 2) == "2.00")
    #expect(try #require(ExactDecimal("-0.125")).real.formatted(fractionDigits: 2) == "-0.12")
    #expect(PreciseReal(2, over: 3).formatted(fractionDigits: 4) == "0.6667")
    #expect(PreciseReal(integer: 7).formatted(fractionDigits: 0) == "7")
  }
}
