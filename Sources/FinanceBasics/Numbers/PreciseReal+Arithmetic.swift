extension PreciseReal {
  /// The product with another number.
  @inlinable @inline(__always)
  public func times(_ other: PreciseReal) -> PreciseReal {
    guard significand != 0, other.significand != 0 else { return .zero }
    let product = fullProduct(significand, other.significand)
    let sign = isNegative != other.isNegative
    let scale = exponent + other.exponent + 128
    // Both top bits are set, so the product has 255 or 256 bits: at most one comes up from below.
    if product.high >> 127 == 1 {
      return PreciseReal(isNegative: sign, normalized: product.high, exponent: scale)
    }
    let carried = product.high << 1 | product.low >> 127
    return PreciseReal(isNegative: sign, normalized: carried, exponent: scale - 1)
  }

  /// The product with a small integer, such as a count of days.
  @inlinable @inline(__always)
  public func times(_ factor: Int) -> PreciseReal {
    guard significand != 0, factor != 0 else { return .zero }
    // The product has 192 bits; the factor's zeros at the top are shifted out of it.
    let magnitude = UInt64(factor.magnitude)
    let zeros = magnitude.leadingZeroBitCount
    let aligned = magnitude << UInt64(truncatingIfNeeded: zeros)
    let low = UInt128(UInt64(truncatingIfNeeded: significand)) &* UInt128(aligned)
    let high = UInt128(UInt64(truncatingIfNeeded: significand >> 64)) &* UInt128(aligned)
    let top = high &+ low >> 64
    let sign = isNegative != (factor < 0)
    let scale = exponent &+ Int32(truncatingIfNeeded: 64 - zeros)
    if top >> 127 == 1 {
      return PreciseReal(isNegative: sign, normalized: top, exponent: scale)
    }
    let carried = top << 1 | low >> 63 & 1
    return PreciseReal(isNegative: sign, normalized: carried, exponent: scale - 1)
  }

  /// The quotient by a number that is not zero.
  public func divided(by divisor: PreciseReal) -> PreciseReal {
    precondition(!divisor.isZero, "a number is divided by another than zero")
    guard significand != 0 else { return .zero }
    // The halved dividend is below the divisor, so that the quotient fits 128 bits.
    let quotient = quotientOfHalf(significand, by: divisor.significand)
    return PreciseReal(
      isNegative: isNegative != divisor.isNegative, significand: quotient,
      exponent: exponent - divisor.exponent - 127)
  }

  /// The sum with another number.
  @inlinable @inline(__always)
  public func plus(_ other: PreciseReal) -> PreciseReal {
    guard significand != 0 else { return other }
    guard other.significand != 0 else { return self }
    let isLarger = exponent >= other.exponent
    let large = isLarger ? self : other
    let small = isLarger ? other : self
    let distance = large.exponent - small.exponent
    // One bit is kept free for the carry; a number 127 or more bits below adds nothing.
    let left = large.significand >> 1
    let right =
      distance >= 127
      ? 0 : (small.significand >> 1) &>> UInt128(UInt32(truncatingIfNeeded: distance))
    if large.isNegative == small.isNegative {
      let sum = left &+ right
      let isCarried = sum >> 127 == 1
      return PreciseReal(
        isNegative: large.isNegative, normalized: isCarried ? sum : sum << 1,
        exponent: large.exponent + (isCarried ? 1 : 0))
    }
    let isLeftGreater = left >= right
    return PreciseReal(
      isNegative: isLeftGreater ? large.isNegative : small.isNegative,
      significand: isLeftGreater ? left - right : right - left, exponent: large.exponent + 1)
  }

  /// The difference to another number.
  @inlinable
  public func minus(_ other: PreciseReal) -> PreciseReal { plus(other.negated) }

  /// The number with the other sign.
  @inlinable
  public var negated: PreciseReal {
    PreciseReal(isNegative: !isNegative, significand: significand, exponent: exponent)
  }

  /// The number multiplied by itself `power` times; 1 for the power 0.
  ///
  /// - Precondition: The power is not negative.
  public func raised(to power: Int) -> PreciseReal {
    precondition(power >= 0, "a level is raised to a power that is not negative")
    var result = PreciseReal.one
    var factor = self
    var rest = power
    while rest > 0 {
      if rest & 1 == 1 { result = result.times(factor) }
      rest >>= 1
      if rest > 0 { factor = factor.times(factor) }
    }
    return result
  }
}

extension PreciseReal: Comparable {
  /// By value, signs included.
  public static func < (left: PreciseReal, right: PreciseReal) -> Bool {
    let difference = left.minus(right)
    return difference.isNegative
  }
}

/// The product of two numbers of 128 bits, from four of 64 bits.
@inlinable @inline(__always)
func fullProduct(_ left: UInt128, _ right: UInt128) -> (high: UInt128, low: UInt128) {
  let leftLow = UInt128(UInt64(truncatingIfNeeded: left))
  let leftHigh = left >> 64
  let rightLow = UInt128(UInt64(truncatingIfNeeded: right))
  let rightHigh = right >> 64
  let low = leftLow &* rightLow
  let firstMiddle = leftHigh &* rightLow
  let secondMiddle = leftLow &* rightHigh
  let mask = UInt128(UInt64.max)
  let middle = low >> 64 &+ firstMiddle & mask &+ secondMiddle & mask
  let high =
    leftHigh &* rightHigh &+ firstMiddle >> 64 &+ secondMiddle >> 64 &+ middle >> 64
  return (high, middle << 64 | low & mask)
}

/// A dividend of 128 bits times 2¹²⁷, over a divisor with its top bit set.
///
/// Source: Knuth, "The Art of Computer Programming", volume 2, 4.3.1, algorithm D, in digits of 64
/// bits.
private func quotientOfHalf(_ dividend: UInt128, by divisor: UInt128) -> UInt128 {
  let divisorHigh = UInt64(truncatingIfNeeded: divisor >> 64)
  let divisorLow = UInt64(truncatingIfNeeded: divisor)
  let upper = dividend >> 1
  let lower = UInt64(truncatingIfNeeded: dividend) << 63
  guard divisorLow != 0 else {
    let (first, rest) = divisorHigh.dividingFullWidth(
      (UInt64(truncatingIfNeeded: upper >> 64), UInt64(truncatingIfNeeded: upper)))
    let (second, _) = divisorHigh.dividingFullWidth((rest, lower))
    return UInt128(first) << 64 | UInt128(second)
  }
  let first = quotientDigit(upper, next: lower, divisor: divisor)
  let second = quotientDigit(first.remainder, next: 0, divisor: divisor)
  return UInt128(first.digit) << 64 | UInt128(second.digit)
}

/// One digit of 64 bits of a long division, and what remains; the dividend is below the divisor.
private func quotientDigit(
  _ dividend: UInt128, next: UInt64, divisor: UInt128
) -> (digit: UInt64, remainder: UInt128) {
  let divisorHigh = UInt64(truncatingIfNeeded: divisor >> 64)
  let divisorLow = UInt128(UInt64(truncatingIfNeeded: divisor))
  let dividendHigh = UInt64(truncatingIfNeeded: dividend >> 64)
  var digit: UInt128
  var rest: UInt128
  if dividendHigh == divisorHigh {
    digit = UInt128(UInt64.max)
    rest = UInt128(UInt64(truncatingIfNeeded: dividend)) &+ UInt128(divisorHigh)
  } else {
    let estimate = divisorHigh.dividingFullWidth(
      (dividendHigh, UInt64(truncatingIfNeeded: dividend)))
    digit = UInt128(estimate.quotient)
    rest = UInt128(estimate.remainder)
  }
  // The estimate is at most two too large.
  while rest >> 64 == 0, digit &* divisorLow > rest << 64 | UInt128(next) {
    digit &-= 1
    rest &+= UInt128(divisorHigh)
  }
  // What remains is below the divisor, so that its bits above 128 cancel.
  let shifted = dividend << 64 | UInt128(next)
  return (UInt64(truncatingIfNeeded: digit), shifted &- digit &* divisor)
}
