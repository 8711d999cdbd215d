extension PreciseReal {
  /// The nearest integer, a half going to the even one; `nil` beyond 63 bits.
  ///
  /// A number within one part in 2¹⁰⁴ of a half is taken for the half that it carries: 31 digits
  /// tell a true half, which exact terms do give, from the rounding of the products before it.
  @inlinable
  public func roundedHalfEven() -> Int64? {
    // Amounts of 1 to 2⁶² minor units, which nearly all are, take the short way.
    guard exponent < -65, exponent > -128 else { return roundedAtBounds() }
    let fractionBits = UInt128(UInt32(truncatingIfNeeded: -exponent))
    let whole = UInt64(truncatingIfNeeded: significand &>> fractionBits)
    let fraction = significand &<< (128 &- fractionBits)
    let half = UInt128(1) << 127
    // One part in 2¹⁰⁴ of the number, in units of 2⁻¹²⁸: it is below 2^(128 − fractionBits).
    let tolerance = UInt128(1) &<< (152 &- fractionBits)
    let isAbove = fraction > half
    let distance = isAbove ? fraction &- half : half &- fraction
    let isUp = distance <= tolerance ? whole & 1 == 1 : isAbove
    let magnitude = Int64(truncatingIfNeeded: whole &+ (isUp ? 1 : 0))
    return isNegative ? 0 &- magnitude : magnitude
  }

  /// The nearest integer of a number below 1, or of one near or beyond 63 bits.
  @usableFromInline
  func roundedAtBounds() -> Int64? {
    guard significand != 0 else { return 0 }
    guard exponent < -64 else { return nil }
    guard exponent >= -129 else { return 0 }
    if exponent <= -128 {
      // From a quarter to 1: up to a half, with what the number carries of rounding, goes to 0.
      let half = UInt128(1) << 127
      let isUp = exponent == -128 && significand > half + (UInt128(1) << 24)
      return isUp ? (isNegative ? -1 : 1) : 0
    }
    // 63 bits before the point, 65 behind it.
    let whole = significand >> 65
    let fraction = significand << 63
    let half = UInt128(1) << 127
    let distance = fraction > half ? fraction - half : half - fraction
    let isUp = distance <= UInt128(1) << 87 ? whole & 1 == 1 : fraction > half
    guard let magnitude = Int64(exactly: whole + (isUp ? 1 : 0)) else { return nil }
    return isNegative ? -magnitude : magnitude
  }

  /// The nearest `Double`, for the discount factor that a cent is multiplied by.
  public var doubleValue: Double {
    // The upper 64 bits round as all do, where their last one says whether any follow. The library's
    // conversion of 128 bits takes a hundred times as long.
    let rest: UInt64 = UInt64(truncatingIfNeeded: significand) == 0 ? 0 : 1
    let upper = UInt64(truncatingIfNeeded: significand >> 64) | rest
    let magnitude = Double(upper) * powerOfTwo(exponent + 64)
    return isNegative ? -magnitude : magnitude
  }

  private func powerOfTwo(_ power: Int32) -> Double {
    Double(sign: .plus, exponent: Int(power), significand: 1)
  }
}

extension PreciseReal: CustomStringConvertible {
  /// The number in plain decimals with 12 digits after the point.
  public var description: String { formatted(fractionDigits: 12) }

  /// The number in plain decimals, rounded half to even at a digit after the point, from 0 to 18.
  public func formatted(fractionDigits: Int) -> String {
    precondition((0...18).contains(fractionDigits), "0 to 18 digits after the point are printed")
    let whole = PreciseReal(
      isNegative: false, significand: integerPart, exponent: 0)
    let magnitude = isNegative ? negated : self
    let scale = powerOfTen(fractionDigits)
    let fraction = magnitude.minus(whole).times(PreciseReal(wide: Int128(scale)))
    var digits = UInt128(fraction.roundedHalfEven() ?? 0)
    var units = integerPart
    if digits >= scale {
      digits -= scale
      units += 1
    }
    let sign = isNegative && (units > 0 || digits > 0) ? "-" : ""
    guard fractionDigits > 0 else { return sign + String(units) }
    let text = String(digits)
    return sign + String(units) + "."
      + String(repeating: "0", count: fractionDigits - text.utf8.count) + text
  }

  /// The digits before the point, of a number below 2¹²⁸.
  private var integerPart: UInt128 {
    guard exponent < 0 else { return exponent == 0 ? significand : 0 }
    return exponent <= -128 ? 0 : significand >> UInt128(-Int(exponent))
  }
}

/// 10 to a power from 0 to 38.
package func powerOfTen(_ power: Int) -> UInt128 {
  var result: UInt128 = 1
  for _ in 0..<power { result *= 10 }
  return result
}
