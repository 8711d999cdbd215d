extension PreciseReal {
  @inlinable
  public func times(_ other: PreciseReal) -> PreciseReal {
    guard significand != 0, other.significand != 0 else { return .zero }
    let product = significand.multipliedFullWidth(by: other.significand)
    let sign = isNegative != other.isNegative
    let scale = exponent + other.exponent + 128
    // Both top bits are set, so the product has 255 or 256 bits: at most one bit comes up from below.
    if product.high.leadingZeroBitCount == 0 {
      return PreciseReal(isNegative: sign, significand: product.high, exponent: scale)
    }
    let carried = product.high << 1 | product.low >> 127
    return PreciseReal(isNegative: sign, significand: carried, exponent: scale - 1)
  }

  /// The product with a small integer, such as a count of days.
  @inlinable
  public func times(_ factor: Int) -> PreciseReal {
    times(PreciseReal(integer: factor))
  }

  /// The quotient by a number that is not zero.
  public func divided(by divisor: PreciseReal) -> PreciseReal {
    precondition(!divisor.isZero, "a number is divided by another than zero")
    guard significand != 0 else { return .zero }
    // The halved dividend is below the divisor, so that the quotient fits 128 bits.
    let high = significand >> 1
    let low = significand << 127
    let quotient = divisor.significand.dividingFullWidth((high, low)).quotient
    return PreciseReal(
      isNegative: isNegative != divisor.isNegative, significand: quotient,
      exponent: exponent - divisor.exponent - 127)
  }

  /// The sum with another number.
  public func plus(_ other: PreciseReal) -> PreciseReal {
    guard significand != 0 else { return other }
    guard other.significand != 0 else { return self }
    let (large, small) = exponent >= other.exponent ? (self, other) : (other, self)
    let distance = large.exponent - small.exponent
    // One bit is kept free for the carry; a number 127 or more bits below adds nothing.
    let left = large.significand >> 1
    let right = distance >= 127 ? 0 : (small.significand >> 1) >> distance
    if large.isNegative == small.isNegative {
      return PreciseReal(
        isNegative: large.isNegative, significand: left + right, exponent: large.exponent + 1)
    }
    let isLeftGreater = left >= right
    return PreciseReal(
      isNegative: isLeftGreater ? large.isNegative : small.isNegative,
      significand: isLeftGreater ? left - right : right - left, exponent: large.exponent + 1)
  }

  public func minus(_ other: PreciseReal) -> PreciseReal { plus(other.negated) }

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
  public static func < (left: PreciseReal, right: PreciseReal) -> Bool {
    let difference = left.minus(right)
    return difference.isNegative
  }
}
