import FinanceBasics
import Testing

@Suite("All digits of a precise number")
struct PreciseDigitsTests {
  /// By long division: 1/3, 2/3 and 1/7 repeat; powers of two end.
  @Test(
    "are the significant ones, rounded, without zeros at the end",
    arguments: [
      (1, 3, "0.333333333333333333333333333333333333"),
      (2, 3, "0.666666666666666666666666666666666667"),
      (1, 7, "0.142857142857142857142857142857142857"),
      (100, 7, "14.2857142857142857142857142857142857"),
      (1, 800, "0.00125"), (-5, 4, "-1.25"), (12, 4, "3"), (0, 9, "0"),
      (1, 1_048_576, "0.00000095367431640625"),
    ] as [(Int, Int, String)])
  func digits(numerator: Int, denominator: Int, expected: String) {
    // 36, because a quotient is cut at its 128th bit: the 38th digit may be one too low.
    #expect(PreciseReal(numerator, over: denominator).digits(significant: 36) == expected)
  }

  /// 10³⁰ is kept whole; 255,999 ÷ 256 = 999.99609375 to five digits carries into a fourth one;
  /// 3 ÷ 64 = 0.046875.
  @Test("keep every digit before the point, and carry")
  func wholeDigits() {
    let large = PreciseReal(integer: 1_000_000_000_000_000).times(1_000_000_000_000_000)
    #expect(large.allDigits == "1" + String(repeating: "0", count: 30))
    #expect(large.digits(significant: 3) == large.allDigits)
    #expect(PreciseReal(255_999, over: 256).digits(significant: 5) == "1000")
    #expect(PreciseReal(3, over: 64).digits(significant: 1) == "0.05")
  }

  /// 0.1 as a `Double` is 0x1.999999999999ap-4, in decimals 0.1000000000000000055511151231257827….
  @Test("of a binary number are those that it truly has")
  func binary() {
    #expect(
      PreciseReal(exactly: 0.1).allDigits == "0.10000000000000000555111512312578270212")
    #expect(PreciseReal(exactly: -0.75).allDigits == "-0.75")
    #expect(PreciseReal(exactly: 0).allDigits == "0")
    #expect(PreciseReal(exactly: 3e15).allDigits == "3000000000000000")
  }
}
