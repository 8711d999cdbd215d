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
    reciprocal =
      (28...31).contains(denominator)
      ? MonthReciprocal(ofDays: denominator) : MonthReciprocal(of: denominator)
  }

  /// A sum of amounts, each times its days' numerators, over the denominator.
  @inline(__always)
  func quotient(of sum: UInt128) -> UInt64 { reciprocal.quotient(of: sum) }
}

/// What a sum over the days of a month is multiplied by instead of being divided.
struct MonthReciprocal {
  /// The least power of two that is not below the denominator, over it, in units of 2⁻⁶³.
  private let factor: UInt64
  /// The power, from 0 to 10.
  private let shift: UInt64

  /// - Parameter denominator: From 1 to 930, which is 30 × 31.
  @inline(__always)
  init(of denominator: Int) {
    let divisor = UInt64(denominator)
    let bits = UInt64.bitWidth - (divisor - 1).leadingZeroBitCount
    shift = UInt64(bits)
    factor =
      bits == 0 ? 1 << 63 : divisor.dividingFullWidth((1 << UInt64(bits - 1), 0)).quotient
  }

  /// Of a whole month of 28 to 31 days.
  @inline(__always)
  init(ofDays days: Int) {
    shift = 5
    // 2⁶³ × 32 ÷ 28, ÷ 29, ÷ 30 and ÷ 31, rounded down.
    switch days {
    case 28: factor = 10_540_996_613_548_315_209
    case 29: factor = 10_177_513_971_701_821_581
    case 30: factor = 9_838_263_505_978_427_528
    default: factor = 9_520_900_167_075_897_608
    }
  }

  /// A sum of amounts, each times its days' numerators, over the denominator.
  ///
  /// The shares of a month come to less than 1.02, so that it is below 2⁶⁴; it is too low by less
  /// than five: two of the shifted sum, two of the reciprocal, one of the product.
  @inline(__always)
  func quotient(of sum: UInt128) -> UInt64 {
    let upper = UInt64(truncatingIfNeeded: sum &>> 64)
    // Where nothing is shifted, the upper half is zero.
    let shifted = upper &<< (64 &- shift) | UInt64(truncatingIfNeeded: sum) &>> shift
    let (high, low) = shifted.multipliedFullWidth(by: factor)
    return high << 1 | low >> 63
  }
}
