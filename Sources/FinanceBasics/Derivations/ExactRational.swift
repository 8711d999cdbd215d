/// A fraction of whole numbers in lowest terms, where 127 bits hold both.
public struct ExactRational: Hashable, Sendable {
  /// The number above the line.
  public let numerator: Int128
  /// The number below the line; above zero.
  public let denominator: Int128

  /// A whole number.
  public init(_ integer: Int128) {
    numerator = integer
    denominator = 1
  }

  /// A decimal as it was written.
  public init?(_ number: ExactDecimal) {
    self.init(number.digits, over: Int128(powerOfTen(number.fractionDigits)))
  }

  /// A fraction, reduced; `nil` over zero, or of a number that has no opposite.
  public init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = Int128(greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * (numerator / divisor)
    self.denominator = sign * (denominator / divisor)
  }

  /// Whether the number is whole.
  public var isInteger: Bool { denominator == 1 }

  /// The sum; `nil` beyond 127 bits.
  public func plus(_ other: ExactRational) -> ExactRational? {
    guard let left = product(numerator, other.denominator),
      let right = product(other.numerator, denominator),
      let below = product(denominator, other.denominator)
    else { return nil }
    let (sum, isOverflow) = left.addingReportingOverflow(right)
    return isOverflow ? nil : ExactRational(sum, over: below)
  }

  /// The difference; `nil` beyond 127 bits.
  public func minus(_ other: ExactRational) -> ExactRational? {
    ExactRational(-other.numerator, over: other.denominator).flatMap(plus)
  }

  /// The product; `nil` beyond 127 bits.
  public func times(_ other: ExactRational) -> ExactRational? {
    // Crosswise reduction first keeps the products small.
    guard let first = ExactRational(numerator, over: other.denominator),
      let second = ExactRational(other.numerator, over: denominator),
      let above = product(first.numerator, second.numerator),
      let below = product(first.denominator, second.denominator)
    else { return nil }
    return ExactRational(above, over: below)
  }

  /// The quotient; `nil` by zero or beyond 127 bits.
  public func divided(by other: ExactRational) -> ExactRational? {
    ExactRational(other.denominator, over: other.numerator).flatMap(times)
  }

  /// Whether a number is less; `nil` where 127 bits do not tell.
  public func isLess(than other: ExactRational) -> Bool? { minus(other).map { $0.numerator < 0 } }
}

extension ExactRational: CustomStringConvertible {
  /// A whole number, or two with a line between: `170000000/31`.
  public var description: String { isInteger ? "\(numerator)" : "\(numerator)/\(denominator)" }
}

private func product(_ left: Int128, _ right: Int128) -> Int128? {
  let (result, isOverflow) = left.multipliedReportingOverflow(by: right)
  return isOverflow ? nil : result
}

/// - Precondition: One of the two is not zero.
private func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
  var (larger, smaller) = (max(first, second), min(first, second))
  while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
  return larger
}
