/// The rates of one hall, brought to one power of two, so that amounts of several can be added.
///
/// An amount is a rate's significand times a level, of which the upper 64 bits are kept: a fixed
/// point with `fractionBits` behind it, at most `error` of its units too low.
struct CertifiedScale {
  /// One a rate.
  private(set) var significands: [UInt64] = []
  private(set) var fractionBits: UInt64 = 0
  /// Of an amount, in its last bits.
  private(set) var error: UInt64 = 0

  /// Takes the rates of a hall in minor units a month.
  ///
  /// - Parameter levelError: Of every level, in units of 2⁻⁶⁰.
  /// - Returns: False where all rates are below a cent, or too large for the error to prove anything.
  mutating func set(_ rates: [CertifiedReal], levelError: UInt64) -> Bool {
    significands.removeAll(keepingCapacity: true)
    var exponent = Int.min
    for place in rates.indices where rates[place].significand != 0 {
      exponent = max(exponent, rates[place].exponent)
    }
    guard exponent > Int.min else { return false }
    var largest: UInt64 = 0
    for place in rates.indices {
      significands.append(rates[place].significand(atExponent: exponent))
      largest = max(largest, rates[place].error)
    }
    // A level's units are 2⁻⁶⁰, and 64 bits of the product are dropped.
    let bits = -(exponent + 4)
    guard (20...62).contains(bits), largest < 1 << 32, levelError < 1 << 32 else { return false }
    fractionBits = UInt64(bits)
    // Half the rate's error, as levels are below 2⁶³; the level's, as significands are below 2⁶⁴;
    // one each for the bits that were cut off the rate, the error and the product.
    error = largest / 2 + levelError + 3
    return true
  }

  /// A month at a level of a rate.
  @inline(__always)
  func amount(_ level: UInt64, rate: Int) -> UInt64 {
    significands[rate].multipliedFullWidth(by: level).high
  }
}
