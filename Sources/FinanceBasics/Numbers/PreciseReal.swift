/// A real number carried to 128 significant bits: 38 decimal digits between a term and a cent.
///
/// Integers and exact decimals come in, products, quotients and powers are taken, and one rounding
/// at the end posts a cent. Each operation is off by less than one part in 2¹²⁵.
///
///     let level = PreciseReal(ExactDecimal("1.03")).raised(to: 14)
///     level.times(PreciseReal(integer: 37_636_606_324)).roundedHalfEven()
@frozen
public struct PreciseReal: Hashable, Sendable {
  /// The bits of the magnitude, the highest of them set; 0 only for zero.
  @usableFromInline let significand: UInt128
  /// The power of two that the significand is multiplied by.
  @usableFromInline let exponent: Int32
  @usableFromInline let isNegative: Bool

  /// 0.
  public static let zero = PreciseReal(integer: 0)
  /// 1.
  public static let one = PreciseReal(integer: 1)

  /// A magnitude that need not be normalised.
  @inlinable
  init(isNegative: Bool, significand: UInt128, exponent: Int32) {
    guard significand != 0 else {
      self.significand = 0
      self.exponent = 0
      self.isNegative = false
      return
    }
    let shift = significand.leadingZeroBitCount
    self.significand = significand << shift
    self.exponent = exponent - Int32(shift)
    self.isNegative = isNegative
  }

  /// A magnitude whose highest bit is set.
  @inlinable
  init(isNegative: Bool, normalized significand: UInt128, exponent: Int32) {
    self.significand = significand
    self.exponent = exponent
    self.isNegative = isNegative
  }

  /// A whole number.
  @inlinable
  public init(integer: Int) {
    self.init(isNegative: integer < 0, significand: UInt128(integer.magnitude), exponent: 0)
  }

  /// A whole number of up to 128 bits.
  @inlinable
  public init(wide integer: Int128) {
    self.init(isNegative: integer < 0, significand: integer.magnitude, exponent: 0)
  }

  /// One integer over another, which is not zero.
  @inlinable
  public init(_ numerator: Int, over denominator: Int) {
    self = PreciseReal(integer: numerator).divided(by: PreciseReal(integer: denominator))
  }

  /// Whether the number is exactly zero.
  @inlinable public var isZero: Bool { significand == 0 }

  /// Whether the number is above zero.
  @inlinable public var isPositive: Bool { !isNegative && significand != 0 }
}
