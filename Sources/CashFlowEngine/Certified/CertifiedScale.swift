/// The rates of one hall, brought to one power of two, so that amounts of several can be added.
///
/// An amount is a rate's significand times a level, of which the upper 64 bits are kept: a fixed
/// point with `fractionBits` behind it, at most `error` of its units too low.
struct CertifiedScale: ~Copyable {
  /// One a rate.
  private(set) var significands = Scratch<UInt64>()
  /// The greatest of them.
  private var largest: UInt64 = 0
  private(set) var fractionBits: UInt64 = 0
  /// Of an amount, in its last bits.
  private(set) var error: UInt64 = 0

  /// Takes the rates of a hall in minor units a month.
  ///
  /// - Parameter levelError: Of every level, in units of 2⁻⁶⁰.
  /// - Returns: False where all rates are below a cent, or too large for the error to prove anything.
  mutating func set(_ rates: borrowing Scratch<CertifiedReal>, levelError: UInt64) -> Bool {
    significands.removeAll()
    var exponent = Int.min
    for place in rates.indices where rates[place].significand != 0 {
      exponent = max(exponent, rates[place].exponent)
    }
    guard exponent > Int.min else { return false }
    var rateError: UInt64 = 0
    largest = 0
    for place in rates.indices {
      let significand = rates[place].significand(atExponent: exponent)
      significands.append(significand)
      largest = max(largest, significand)
      rateError = max(rateError, rates[place].error)
    }
    // A level's units are 2⁻⁶⁰, and 64 bits of the product are dropped.
    let bits = -(exponent + 4)
    guard (20...62).contains(bits), rateError < 1 << 32, levelError < 1 << 32 else { return false }
    fractionBits = UInt64(bits)
    // Half the rate's error, as levels are below 2⁶³; the level's, as significands are below 2⁶⁴;
    // one each for the bits that were cut off the rate, the error and the product.
    error = rateError / 2 + levelError + 3
    return true
  }

  /// A month at a level of the greatest rate.
  func highestAmount(_ level: UInt64) -> UInt64 {
    largest.multipliedFullWidth(by: level).high
  }

  /// A month at a level of a rate.
  @inline(__always)
  func amount(_ level: UInt64, rate: Int) -> UInt64 {
    significands[rate].multipliedFullWidth(by: level).high
  }
}
