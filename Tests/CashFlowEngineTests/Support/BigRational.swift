import FinanceBasics

/// A fraction of two whole numbers of any size, not negative and not reduced.
struct BigRational: Sendable {
  let numerator: BigInteger
  let denominator: BigInteger

  static let one = BigRational(.one, over: .one)
  static let zero = BigRational(BigInteger(0), over: .one)

  init(_ numerator: BigInteger, over denominator: BigInteger) {
    self.numerator = numerator
    self.denominator = denominator
  }

  init(_ numerator: Int, over denominator: Int = 1) {
    self.init(BigInteger(UInt64(numerator)), over: BigInteger(UInt64(denominator)))
  }

  /// A decimal that is not negative and has at most 18 digits.
  init(_ decimal: ExactDecimal) {
    self.init(
      BigInteger(UInt64(decimal.digits)), over: BigInteger(10).raised(to: decimal.fractionDigits))
  }

  static func * (left: BigRational, right: BigRational) -> BigRational {
    BigRational(
      left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  static func / (left: BigRational, right: BigRational) -> BigRational {
    BigRational(
      left.numerator * right.denominator, over: left.denominator * right.numerator)
  }

  static func + (left: BigRational, right: BigRational) -> BigRational {
    if left.denominator == right.denominator {
      return BigRational(left.numerator + right.numerator, over: left.denominator)
    }
    return BigRational(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  /// Whether a whole number is the nearest one, and of two as near the even one.
  ///
  /// Decided by multiplication alone: nothing is divided, so nothing is rounded.
  func isNearest(_ whole: Int64) -> Bool {
    guard whole >= 0 else { return false }
    let product = BigInteger(UInt64(whole)) * denominator
    let gap = product > numerator ? product - numerator : numerator - product
    let twice = gap + gap
    return twice < denominator || (twice == denominator && whole % 2 == 0)
  }
}
