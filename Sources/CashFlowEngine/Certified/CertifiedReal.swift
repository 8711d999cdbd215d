import FinanceBasics

/// A number that is zero or more, known from below to 63 bits, with how far above it may truly be.
///
/// The true number is at least `significand` and at most `error` more, both times 2^`exponent`.
struct CertifiedReal {
  /// Its highest bit is set, but for zero.
  let significand: UInt64
  /// In units of the significand's last bit; stays far below 2³².
  let error: UInt64
  let exponent: Int

  static let zero = CertifiedReal(significand: 0, error: 0, exponent: 0)
  static let one = CertifiedReal(significand: 1 << 63, error: 0, exponent: -63)

  init(significand: UInt64, error: UInt64, exponent: Int) {
    self.significand = significand
    self.error = error
    self.exponent = exponent
  }

  /// A whole number below 2⁶⁴.
  init(_ integer: UInt64) {
    let shift = integer.leadingZeroBitCount
    self.init(
      significand: integer == 0 ? 0 : integer << UInt64(shift), error: 0,
      exponent: integer == 0 ? 0 : -shift)
  }

  /// A quotient.
  ///
  /// Cutting the dividend to 64 bits takes less than 2⁻⁶³ of it, and cutting the divisor, which is
  /// then raised by one, adds less than 2⁻⁶² of it. Of a quotient of 64 bits these are below two
  /// units and four, and its own last bit is one: seven.
  /// - Parameter divisor: Above zero.
  init(_ dividend: UInt128, over divisor: UInt128) {
    guard dividend > 0 else {
      self = .zero
      return
    }
    let dividendZeros = dividend.leadingZeroBitCount
    let divisorZeros = divisor.leadingZeroBitCount
    let high = UInt64(truncatingIfNeeded: (dividend << UInt128(dividendZeros)) >> 64)
    let whole = divisor << UInt128(divisorZeros)
    var low = UInt64(truncatingIfNeeded: whole >> 64)
    // Where a raised divisor would have 65 bits it stays, and the error grows by as much.
    let isRaised = UInt64(truncatingIfNeeded: whole) != 0 && low != .max
    let isFull = UInt64(truncatingIfNeeded: whole) != 0 && low == .max
    if isRaised { low += 1 }
    var quotient = low.dividingFullWidth((high >> 1, high << 63)).quotient
    // A divisor that was cut and not raised makes the quotient too high by less than two units.
    if isFull { quotient -= 2 }
    let shift = UInt64(quotient.leadingZeroBitCount)
    self.init(
      significand: quotient << shift, error: 8 << shift,
      exponent: divisorZeros - dividendZeros - 63 - Int(shift))
  }

  /// A stated number; `nil` below zero, or where it has more digits than products can hold.
  init?(_ decimal: ExactDecimal) {
    guard decimal.digits >= 0 else { return nil }
    self.init(UInt128(decimal.digits), over: powerOfTen(decimal.fractionDigits))
  }

  /// The product: the errors of both, one for their product, and one for the bits cut off.
  @inline(__always)
  func times(_ other: CertifiedReal) -> CertifiedReal {
    guard significand != 0, other.significand != 0 else { return .zero }
    let high = significand.multipliedFullWidth(by: other.significand).high
    let shift = UInt64(high.leadingZeroBitCount)
    return CertifiedReal(
      significand: high << shift, error: (error + other.error + 2) << shift,
      exponent: exponent + other.exponent + 64 - Int(shift))
  }

  /// The number times a power of two.
  func scaled(byPowerOfTwo power: Int) -> CertifiedReal {
    CertifiedReal(significand: significand, error: error, exponent: exponent + power)
  }

  /// The number with room for so much more to be off, in units of its last bit.
  func addingError(_ more: UInt64) -> CertifiedReal {
    CertifiedReal(significand: significand, error: error + more, exponent: exponent)
  }

  /// The significand in units of a power of two that is not below its own, too low by less than one
  /// more; 0 of zero.
  @inline(__always)
  func significand(atExponent target: Int) -> UInt64 {
    let shift = target - exponent
    return significand != 0 && shift < 64 ? significand >> UInt64(shift) : 0
  }
}
