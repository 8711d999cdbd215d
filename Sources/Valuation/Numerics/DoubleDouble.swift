/// A number as the sum of two: about 31 digits, where 16 would cancel.
///
/// Source: T. Dekker, "A floating-point technique for extending the available precision" (1971).
struct DoubleDouble {
  let high: Double
  /// What `high` leaves out, at most half a unit in its last place.
  let low: Double

  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  /// The exact sum of two numbers.
  private static func exactSum(_ left: Double, _ right: Double) -> DoubleDouble {
    let sum = left + right
    let part = sum - left
    return DoubleDouble(sum, (left - (sum - part)) + (right - part))
  }

  static func + (left: DoubleDouble, right: Double) -> DoubleDouble {
    let sum = exactSum(left.high, right)
    return exactSum(sum.high, sum.low + left.low)
  }

  static func * (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
    let product = left.high * right.high
    let rest = (-product).addingProduct(left.high, right.high)
    return exactSum(product, rest + left.high * right.low + left.low * right.high)
  }

  /// The number multiplied by itself; 1 for the power 0.
  ///
  /// - Precondition: The power is not negative.
  func raised(to power: Int) -> DoubleDouble {
    precondition(power >= 0, "a power that is not negative")
    var (result, square, rest) = (DoubleDouble(1), self, power)
    while rest > 0 {
      if rest % 2 == 1 { result = result * square }
      square = square * square
      rest /= 2
    }
    return result
  }
}
