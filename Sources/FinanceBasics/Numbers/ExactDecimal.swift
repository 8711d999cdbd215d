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
  /// Where it would have more than 38 digits, the last ones of the finer are rounded half to even.
  ///
  /// - Precondition: The whole part of the sum is within 38 digits.
  public static func + (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    var places = max(left.fractionDigits, right.fractionDigits)
    while true {
      if let first = left.rounded(toAtMost: places).digits(at: places),
        let second = right.rounded(toAtMost: places).digits(at: places)
      {
        let (sum, isOverflow) = first.addingReportingOverflow(second)
        if !isOverflow { return ExactDecimal(digits: sum, fractionDigits: places) }
      }
      precondition(places > 0, "the whole part of a sum has at most 38 digits")
      places -= 1
    }
  }

  /// The difference, with as many digits after the point as the finer of the two.
  public static func - (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    left + ExactDecimal(digits: -right.digits, fractionDigits: right.fractionDigits)
  }

  /// The product, with the fraction digits of both.
  ///
  /// Where it would have more than 38 digits, or 30 after the point, it is rounded half to even.
  ///
  /// - Precondition: The whole part of the product is within 37 digits.
  public static func * (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    let places = left.fractionDigits + right.fractionDigits
    let (product, isOverflow) = left.digits.multipliedReportingOverflow(by: right.digits)
    if !isOverflow, places <= maximumDigits {
      return ExactDecimal(digits: product, fractionDigits: places)
    }
    return productWithoutLastDigits(left, right)
  }

  /// The number without its point at a place at or behind its own; `nil` beyond 128 bits.
  private func digits(at places: Int) -> Int128? {
    guard places > fractionDigits else { return digits }
    let (shifted, isOverflow) = digits.multipliedReportingOverflow(
      by: Int128(powerOfTen(places - fractionDigits)))
    return isOverflow ? nil : shifted
  }

  /// The number with no more digits after the point than some, rounded half to even.
  private func rounded(toAtMost places: Int) -> ExactDecimal {
    guard places < fractionDigits else { return self }
    let unit = powerOfTen(fractionDigits - places)
    let (quotient, rest) = digits.magnitude.quotientAndRemainder(dividingBy: unit)
    return ExactDecimal(
      magnitude: roundedHalfEven(quotient, rest: rest, of: unit), isNegative: digits < 0,
      fractionDigits: places)
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
    // Of the two, only the number with fewer places is shifted: beyond 128 bits it is the larger.
    guard let first = left.digits(at: places) else { return left.digits < 0 }
    guard let second = right.digits(at: places) else { return right.digits > 0 }
    return first < second
  }
}

/// The product of two numbers of which 38 digits are kept, rounded half to even.
private func productWithoutLastDigits(_ left: ExactDecimal, _ right: ExactDecimal) -> ExactDecimal {
  let places = left.fractionDigits + right.fractionDigits
  let product = left.digits.magnitude.multipliedFullWidth(by: right.digits.magnitude)
  var dropped = max(1, places - ExactDecimal.maximumDigits)
  while dropped < 38, powerOfTen(dropped) >> 2 <= product.high { dropped += 1 }
  let unit = powerOfTen(dropped)
  precondition(
    dropped <= places && product.high < unit >> 2,
    "the whole part of a product has at most 37 digits")
  let (quotient, rest) = unit.dividingFullWidth(product)
  return ExactDecimal(
    magnitude: roundedHalfEven(quotient, rest: rest, of: unit),
    isNegative: (left.digits < 0) != (right.digits < 0), fractionDigits: places - dropped)
}

/// A quotient and what remains of its divisor, to the nearest whole number, a half to the even one.
private func roundedHalfEven(_ quotient: UInt128, rest: UInt128, of divisor: UInt128) -> UInt128 {
  let isUp = rest == divisor / 2 ? !quotient.isMultiple(of: 2) : rest > divisor / 2
  return isUp ? quotient + 1 : quotient
}

extension ExactDecimal {
  /// - Precondition: The magnitude is below 2¹²⁷.
  fileprivate init(magnitude: UInt128, isNegative: Bool, fractionDigits: Int) {
    let digits = Int128(magnitude)
    self.init(digits: isNegative ? -digits : digits, fractionDigits: fractionDigits)
  }
}
