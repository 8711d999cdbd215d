extension Interval {
  /// Every sum of a number of one and a number of the other.
  @inlinable
  public static func + (left: Interval, right: Interval) -> Interval {
    Interval((left.lower + right.lower).nextDown, (left.upper + right.upper).nextUp)
  }

  /// Every difference of a number of one and a number of the other.
  @inlinable
  public static func - (left: Interval, right: Interval) -> Interval {
    Interval((left.lower - right.upper).nextDown, (left.upper - right.lower).nextUp)
  }

  /// Every number of it with the other sign.
  @inlinable
  public static prefix func - (interval: Interval) -> Interval {
    Interval(-interval.upper, -interval.lower)
  }

  /// Every product of a number of one and a number of the other.
  @inlinable
  public static func * (left: Interval, right: Interval) -> Interval {
    let products = (
      product(left.lower, right.lower), product(left.lower, right.upper),
      product(left.upper, right.lower), product(left.upper, right.upper)
    )
    let low = min(min(products.0, products.1), min(products.2, products.3))
    let high = max(max(products.0, products.1), max(products.2, products.3))
    return Interval(low.nextDown, high.nextUp)
  }

  /// Every quotient of a number of one and a number of the other.
  ///
  /// - Precondition: The divisor does not hold zero.
  @inlinable
  public static func / (left: Interval, right: Interval) -> Interval {
    precondition(right.lower > 0 || right.upper < 0, "an interval that holds zero divides nothing")
    let quotients = (
      quotient(left.lower, right.lower), quotient(left.lower, right.upper),
      quotient(left.upper, right.lower), quotient(left.upper, right.upper)
    )
    let low = min(min(quotients.0, quotients.1), min(quotients.2, quotients.3))
    let high = max(max(quotients.0, quotients.1), max(quotients.2, quotients.3))
    return Interval(low.nextDown, high.nextUp)
  }

  /// Every number of it multiplied by itself so many times; 1 for the power 0.
  ///
  /// - Precondition: The interval has no negative number, and neither is the power negative.
  @inlinable
  public func raised(to power: Int) -> Interval {
    precondition(lower >= 0 && power >= 0, "a power of what is not negative")
    var result = Interval.one
    for _ in 0..<power { result = result * self }
    return result
  }

  /// A product of ends, in which nothing of an infinity is nothing.
  @inlinable
  static func product(_ left: Double, _ right: Double) -> Double {
    left == 0 || right == 0 ? 0 : left * right
  }

  /// A quotient of ends; an infinity over an infinity may be anything from zero on.
  @inlinable
  static func quotient(_ left: Double, _ right: Double) -> Double {
    if right.isInfinite { return 0 }
    return left / right
  }
}
