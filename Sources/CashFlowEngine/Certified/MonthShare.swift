/// The share of a month that a day has, and its denominator's reciprocal, kept while it stays.
struct MonthShare {
  private(set) var numerator = 0
  private var denominator = 1
  private var reciprocal = MonthReciprocal(of: 1)

  /// Turns to the share of one day of another month.
  @inline(__always)
  mutating func turn(to day: MonthPart) {
    numerator = day.numerator
    guard day.denominator != denominator else { return }
    denominator = day.denominator
    reciprocal = MonthReciprocal(of: denominator)
  }

  /// A sum of amounts, each times its days' numerators, over the denominator.
  @inline(__always)
  func quotient(of sum: UInt128) -> UInt64 { reciprocal.quotient(of: sum) }
}

/// What a sum over the days of a month is multiplied by instead of being divided.
struct MonthReciprocal {
  /// The least power of two that is not below the denominator, over it, in units of 2⁻⁶³.
  private let factor: UInt64
  private let shift: UInt128

  /// - Parameter denominator: From 1 to 930, which is 30 × 31.
  @inline(__always)
  init(of denominator: Int) {
    let divisor = UInt64(denominator)
    let bits = UInt64.bitWidth - (divisor - 1).leadingZeroBitCount
    shift = UInt128(UInt64(bits))
    factor =
      bits == 0 ? 1 << 63 : divisor.dividingFullWidth((1 << UInt64(bits - 1), 0)).quotient
  }

  /// A sum of amounts, each times its days' numerators, over the denominator.
  ///
  /// The shares of a month come to less than 1.02, so that it is below 2⁶⁴; it is too low by less
  /// than five: two of the shifted sum, two of the reciprocal, one of the product.
  @inline(__always)
  func quotient(of sum: UInt128) -> UInt64 {
    let (high, low) = UInt64(truncatingIfNeeded: sum &>> shift)
      .multipliedFullWidth(by: factor)
    return high << 1 | low >> 63
  }
}
