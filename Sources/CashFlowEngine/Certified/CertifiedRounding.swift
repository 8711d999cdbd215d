/// How fixed-point amounts become cents, and when the cent is certain.
struct CertifiedRounding {
  private let fractionBits: UInt64
  private let half: UInt64
  private let mask: UInt64
  /// Fractions from half a cent up that are below it are certain.
  private let certain: UInt64

  /// - Parameter error: Of an amount of a whole month, in its last bits.
  /// - Returns: `nil` where the error leaves nothing certain.
  init?(fractionBits: UInt64, error: UInt64) {
    self.fractionBits = fractionBits
    half = 1 << (fractionBits - 1)
    mask = half << 1 - 1
    // The shares of a month come to less than 1 + 1/32, and putting them together takes five more.
    let tolerance = error + error / 32 + 6
    guard tolerance < half else { return nil }
    certain = mask - tolerance
  }

  /// The amount rounded to the nearest minor unit.
  @inline(__always)
  func minorUnits(_ amount: UInt64) -> Int64 {
    Int64(truncatingIfNeeded: (amount &+ half) &>> fractionBits)
  }

  /// Whether no half of a cent lies between the amount and the most that it may truly be.
  ///
  /// An amount that is half a cent itself, in which the fraction behind it is zero, is not certain.
  @inline(__always)
  func isCertain(_ amount: UInt64) -> Bool {
    ((amount &+ half) & mask) &- 1 < certain
  }
}
