/// Minor units a month at a level of one unit, to 62 significant bits and more.
struct CertifiedRate {
  private let significand: UInt64
  /// Of the upper half of the product with a level.
  private let fractionBits: UInt64
  private let half: UInt64
  /// How far the upper half of a product may be off, in units of its last bit.
  private let tolerance: UInt64

  /// - Parameters:
  ///   - capacity: Of the hall, below 2³².
  ///   - error: Of a product, in multiples of the significand.
  /// - Returns: `nil` where the rate is below a cent, or so large that the bound proves nothing.
  init?(_ ratio: RentRatio, capacity: UInt128, error: UInt64) {
    let numerator = ratio.numerator * capacity
    let numeratorZeros = numerator.leadingZeroBitCount
    let denominatorZeros = ratio.denominator.leadingZeroBitCount
    let dividend = UInt64(truncatingIfNeeded: (numerator << UInt128(numeratorZeros)) >> 64)
    let divisor = UInt64(
      truncatingIfNeeded: (ratio.denominator << UInt128(denominatorZeros)) >> 64)
    // The three roundings are below 2⁻⁶³, 2⁻⁶³ and 2⁻⁶² of the quotient: 2⁻⁶¹ together.
    significand = divisor.dividingFullWidth((dividend >> 1, dividend << 63)).quotient
    let bits = numeratorZeros - denominatorZeros + 63 - 64
    guard (20...62).contains(bits) else { return nil }
    fractionBits = UInt64(bits)
    half = 1 << (fractionBits - 1)
    tolerance = significand.multipliedFullWidth(by: error).high + 2
    guard tolerance < half else { return nil }
  }

  /// The amount at a level, rounded to the nearest minor unit.
  @inline(__always)
  func minorUnits(_ level: UInt64) -> Int64 {
    Int64(truncatingIfNeeded: (product(level) &+ half) &>> fractionBits)
  }

  /// Whether the amount is further from half a minor unit than its error.
  @inline(__always)
  func isCertain(_ level: UInt64) -> Bool {
    let fraction = product(level) & (half << 1 &- 1)
    return fraction &+ tolerance &- half > tolerance << 1
  }

  @inline(__always)
  private func product(_ level: UInt64) -> UInt64 {
    significand.multipliedFullWidth(by: level).high
  }
}
