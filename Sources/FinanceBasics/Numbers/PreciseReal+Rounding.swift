extension PreciseReal {
  /// The nearest integer, a half going to the even one; `nil` beyond 63 bits.
  ///
  /// A number within one part in 2¹⁰⁴ of a half is taken for the half that it carries: 31 digits
  /// tell a true half, which exact terms do give, from the rounding of the products before it.
  public func roundedHalfEven() -> Int64? {
    guard significand != 0 else { return 0 }
    guard exponent < 0 else { return nil }
    let fractionBits = Int(-exponent)
    guard fractionBits > 64 else { return nil }
    guard fractionBits <= 129 else { return 0 }
    let whole = fractionBits == 128 || fractionBits == 129 ? 0 : significand >> fractionBits
    // The fraction, in units of 2⁻¹²⁸ or, for a number of 129 bits below the point, of 2⁻¹²⁹ halved.
    let fraction =
      fractionBits == 129
      ? significand >> 1
      : (fractionBits == 128 ? significand : significand << (128 - fractionBits))
    let half = UInt128(1) << 127
    let distance = fraction > half ? fraction - half : half - fraction
    let tolerance = tieTolerance(fractionBits: fractionBits)
    let isUp = distance <= tolerance ? whole & 1 == 1 : fraction > half
    guard let magnitude = Int64(exactly: whole + (isUp ? 1 : 0)) else { return nil }
    return isNegative ? -magnitude : magnitude
  }

  /// One part in 2¹⁰⁴ of the number, in units of 2⁻¹²⁸.
  private func tieTolerance(fractionBits: Int) -> UInt128 {
    // The number has 128 − fractionBits bits before the point, so it is below 2^(128 − fractionBits).
    let exponentOfTolerance = 128 - 104 + (128 - fractionBits)
    return exponentOfTolerance < 0 ? 0 : UInt128(1) << min(exponentOfTolerance, 127)
  }

  /// The nearest `Double`, for the discount factor that a cent is multiplied by.
  public var doubleValue: Double {
    let magnitude = Double(significand) * powerOfTwo(exponent)
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
