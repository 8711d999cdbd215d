extension ExponentialSum {
  /// A root improved by Newton's method with values of 31 digits.
  ///
  /// Where large values cancel, 16 digits of the value leave few of the root. Offsets that are not
  /// whole numbers leave the root as it is.
  ///
  /// - Parameters:
  ///   - root: Near a simple root.
  ///   - reach: How far from there the root can be.
  func polished(_ root: Double, reach: Double) -> Double {
    guard offsets.allSatisfy({ $0.rounded() == $0 }) else { return root }
    var y = root
    for _ in 0..<Self.maximumPolishes {
      // The factor is a number of 16 digits, but exact as such: y is its logarithm.
      let factor = exponential(-y)
      let slope = value(order: 0, at: y).slope * span
      let next = -logarithm(factor) - preciseValue(factor: factor) / slope
      guard abs(next - root) <= reach else { return root }
      let isDone = abs(next - y) <= .ulpOfOne * abs(y)
      y = next
      if isDone { break }
    }
    return y
  }

  private static let maximumPolishes = 8

  /// Σ aᵢ × factor^sᵢ by Horner's rule in 31 digits.
  private func preciseValue(factor: Double) -> Double {
    var sum = DoubleDouble(0)
    var (gap, power) = (0, DoubleDouble(1))
    for index in amounts.indices.reversed() {
      sum = sum + amounts[index]
      let step = index > 0 ? Int(offsets[index] - offsets[index - 1]) : 0
      if step != gap { (gap, power) = (step, DoubleDouble(factor).raised(to: step)) }
      sum = sum * power
    }
    return sum.high
  }
}
