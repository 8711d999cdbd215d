@testable import CashFlowEngine
import FinanceBasics
import Testing

/// Numbers known from below, against the fractions that they stand for.
@Suite("Certified reals")
struct CertifiedRealTests {
  @Test("hold the quotient between both bounds", arguments: 0..<200 as Range<UInt64>)
  func quotients(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let dividend = number(&random)
      let divisor = number(&random)
      let quotient = CertifiedReal(dividend, over: divisor)
      #expect(quotient.significand >> 63 == 1)
      expect(quotient, dividend, over: divisor)
    }
  }

  @Test("keep their bounds in products", arguments: 0..<200 as Range<UInt64>)
  func products(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let (first, second) = (number(&random) >> 68, number(&random) >> 68)
      let (third, fourth) = (number(&random) >> 68 + 1, number(&random) >> 68 + 1)
      guard first > 0, second > 0 else { continue }
      let product = CertifiedReal(first, over: third).times(CertifiedReal(second, over: fourth))
      expect(product, first * second, over: third * fourth)
    }
  }

  /// Divisors of 2¹²⁸ − 1 and 2⁶⁴ − 1 over a bit are those that cannot be raised by one.
  @Test(
    "hold at the bounds of 64 and 128 bits",
    arguments: [1, 3, UInt128(UInt64.max), UInt128.max, UInt128.max - 1, 1 << 127] as [UInt128],
    [1, 7, UInt128(UInt64.max), UInt128.max, UInt128.max << 64, UInt128.max - 1] as [UInt128])
  func bounds(dividend: UInt128, divisor: UInt128) {
    expect(CertifiedReal(dividend, over: divisor), dividend, over: divisor)
  }

  /// Checks significand ≤ dividend ÷ divisor × 2^−exponent ≤ significand + error by multiplication.
  private func expect(_ real: CertifiedReal, _ dividend: UInt128, over divisor: UInt128) {
    let left = whole(dividend) * BigInteger(2).raised(to: max(0, -real.exponent))
    let unit = whole(divisor) * BigInteger(2).raised(to: max(0, real.exponent))
    #expect(whole(UInt128(real.significand)) * unit <= left, "\(dividend) / \(divisor)")
    #expect(
      left <= whole(UInt128(real.significand) + UInt128(real.error)) * unit,
      "\(dividend) / \(divisor)")
  }

  private func whole(_ number: UInt128) -> BigInteger {
    BigInteger(UInt64(truncatingIfNeeded: number >> 64)) * BigInteger(2).raised(to: 64)
      + BigInteger(UInt64(truncatingIfNeeded: number))
  }

  private func number(_ random: inout SplitMix64) -> UInt128 {
    let wide = UInt128(random.next()) << 64 | UInt128(random.next())
    return max(1, wide >> UInt128(random.next() % 127))
  }
}
