import FinanceBasics
import Foundation

/// A day that the test knows to exist, from ISO 8601.
func day(_ text: String) -> CalendarDate {
  guard let date = CalendarDate(text) else { preconditionFailure("no such day: \(text)") }
  return date
}

/// A power by the C library, which the formulas of the tests are written with.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

/// A generator whose numbers follow from its seed alone, so that a failure names its case.
///
/// Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators" (2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
