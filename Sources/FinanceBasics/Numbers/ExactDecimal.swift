/// A decimal number exactly as it was written, with as many digits after the point.
///
///     ExactDecimal("7.0")?.fractionDigits  // 1: 7.0 was printed, not 7
@frozen
public struct ExactDecimal: Hashable, Sendable {
  /// The number without its point, within ±10³⁰.
  public let digits: Int128
  /// The digits after the point, from 0 to 30; 7.0 has one.
  public let fractionDigits: Int

  /// The most digits that a number may have, before and after the point together.
  public static let maximumDigits = 30

  /// 0, without digits after the point.
  public static let zero = ExactDecimal(0)
  /// 1, without digits after the point.
  public static let one = ExactDecimal(1)

  /// - Precondition: From 0 to 30 digits stand after the point.
  public init(digits: Int128, fractionDigits: Int) {
    precondition((0...Self.maximumDigits).contains(fractionDigits), "0 to 30 fraction digits")
    self.digits = digits
    self.fractionDigits = fractionDigits
  }

  /// A whole number.
  public init(_ integer: Int) {
    self.init(digits: Int128(integer), fractionDigits: 0)
  }

  /// The exact real that the number stands for.
  public var real: PreciseReal {
    fractionDigits == 0
      ? PreciseReal(wide: digits)
      : PreciseReal(wide: digits).divided(
        by: PreciseReal(wide: Int128(powerOfTen(fractionDigits))))
  }

  /// Whether the number has no fraction, as in 7.0.
  public var isInteger: Bool { digits % Int128(powerOfTen(fractionDigits)) == 0 }

  /// The nearest `Double`.
  public var doubleValue: Double { real.doubleValue }

  /// The number times a power of ten, from −30 to 30: the same digits with the point moved.
  ///
  /// `nil` where more than 30 digits would stand after the point, or the digits would overflow.
  public func scaled(byPowerOfTen power: Int) -> ExactDecimal? {
    let remaining = fractionDigits - power
    if remaining > Self.maximumDigits { return nil }
    if remaining >= 0 { return ExactDecimal(digits: digits, fractionDigits: remaining) }
    guard -remaining <= Self.maximumDigits else { return nil }
    let (shifted, isOverflow) = digits.multipliedReportingOverflow(
      by: Int128(powerOfTen(-remaining)))
    return isOverflow ? nil : ExactDecimal(digits: shifted, fractionDigits: 0)
  }
}

extension ExactDecimal {
  /// The sum, with as many digits after the point as the finer of the two.
  ///
  /// - Precondition: Both are within the bounds that reading checks, so that nothing overflows.
  public static func + (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    let places = max(left.fractionDigits, right.fractionDigits)
    return ExactDecimal(
      digits: left.digits(at: places) + right.digits(at: places), fractionDigits: places)
  }

  /// The difference, with as many digits after the point as the finer of the two.
  public static func - (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    left + ExactDecimal(digits: -right.digits, fractionDigits: right.fractionDigits)
  }

  /// The product, with the fraction digits of both; precondition as for the sum.
  public static func * (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    ExactDecimal(
      digits: left.digits * right.digits,
      fractionDigits: left.fractionDigits + right.fractionDigits)
  }

  private func digits(at places: Int) -> Int128 {
    digits * Int128(powerOfTen(places - fractionDigits))
  }

  /// The number without zeros at its end: 7.0 becomes 7.
  public var normalized: ExactDecimal {
    var digits = digits
    var places = fractionDigits
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    return ExactDecimal(digits: digits, fractionDigits: places)
  }
}

extension ExactDecimal: Comparable {
  /// By value: 7.0 is neither less nor greater than 7, though `==` tells them apart.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    let places = max(left.fractionDigits, right.fractionDigits)
    return left.digits(at: places) < right.digits(at: places)
  }
}
