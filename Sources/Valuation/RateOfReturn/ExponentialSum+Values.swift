/// A computed value with a bound on its rounding error.
struct BoundedValue {
  let value: Double
  /// No more than the true value can differ from `value`.
  let error: Double
  /// The derivative of the value with respect to y × span.
  let slope: Double
  /// The sum of the terms' absolute values, and its derivative.
  let magnitude: Double
  let magnitudeSlope: Double

  /// The step to the zero of the value by Newton's method, in y × span.
  var newtonStep: Double { -value / slope }

  /// The step to the zero of log(positive terms ÷ negative terms), which is more nearly straight.
  var logarithmicStep: Double {
    let (positive, negative) = ((magnitude + value) / 2, (magnitude - value) / 2)
    guard positive > 0, negative > 0 else { return newtonStep }
    let slope =
      (magnitudeSlope + slope) / (2 * positive) - (magnitudeSlope - slope) / (2 * negative)
    return -logarithmOfOnePlus(value / negative) / slope
  }

  /// −1 or 1 where the sign is certain, 0 where the value may be zero.
  var sign: Int { value > error ? 1 : value < -error ? -1 : 0 }
}

extension ExponentialSum {
  /// A derivative with respect to y × span, of order 0 for the sum itself, at y.
  func value(order: Int, at y: Double) -> BoundedValue {
    var sum = CompensatedSum()
    var slope = 0.0
    var error = 0.0
    var (magnitude, magnitudeSlope) = (0.0, 0.0)
    let inverseSpan = 1 / span
    for index in amounts.indices {
      let exponent = y * offsets[index]
      let factor = -offsets[index] * inverseSpan
      var term = amounts[index] * exponential(-exponent)
      for _ in 0..<order { term *= factor }
      sum.add(term)
      slope += term * factor
      let size = abs(term)
      magnitude += size
      magnitudeSlope += size * factor
      error += size * (Self.unitsOfTerm + abs(exponent) + Double(order))
    }
    return BoundedValue(
      value: sum.value, error: error * .ulpOfOne, slope: slope, magnitude: magnitude,
      magnitudeSlope: magnitudeSlope)
  }

  /// How many units of rounding a term can be wrong by: its amount, its power, their product.
  private static let unitsOfTerm = 4.0

  /// The number of roots above y where it is certain to be none or one, otherwise `nil`.
  ///
  /// The partial sums of the discounted amounts change sign at least as often as there are roots
  /// above y, and the difference is even.
  ///
  /// Source: E. Laguerre, "Sur la théorie des équations numériques" (1883), on Σ aᵢ e^(−y sᵢ).
  func certainRoots(above y: Double) -> Int? {
    var partial = CompensatedSum()
    var error = 0.0
    var (sign, changes) = (0, 0)
    for index in amounts.indices {
      let exponent = y * offsets[index]
      let term = amounts[index] * exponential(-exponent)
      partial.add(term)
      error += abs(term) * (Self.unitsOfTerm + abs(exponent)) * .ulpOfOne
      guard abs(partial.value) > error else { return nil }
      let next = partial.value < 0 ? -1 : 1
      if next == -sign { changes += 1 }
      sign = next
      if changes > 1 { return nil }
    }
    return changes
  }
}
