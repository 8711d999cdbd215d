/// Numbers that are worked on at once.
typealias Lanes = SIMD8<Double>

/// The largest number whose decay is taken in vectors: e^−700 is 1e-304.
let largestDecay = 700.0

/// e^−z for each of some numbers of zero or more, to about one unit in the last place.
///
/// z = k ln 2 + r with |r| ≤ ln 2 ÷ 2; e^−r by its Taylor polynomial, whose rest is under 2e-16,
/// and 2^−k by its bits.
///
/// - Precondition: No number exceeds `largestDecay`.
/// Source: W. Cody and W. Waite, "Software Manual for the Elementary Functions" (1980), chapter 6.
@inline(__always)
func decay(_ z: Lanes) -> Lanes {
  let (shifted, r) = reduced(z)
  // Two halves of the polynomial, in r² each, so that their steps can overlap.
  let square = r * r
  var even = square * (1 / 479_001_600) + (1 / 3_628_800)
  var odd = square * (1 / 39_916_800) + (1 / 362_880)
  even = even * square + (1 / 40_320)
  odd = odd * square + (1 / 5_040)
  even = even * square + (1 / 720)
  odd = odd * square + (1 / 120)
  even = even * square + (1 / 24)
  odd = odd * square + (1 / 6)
  even = even * square + 0.5
  odd = odd * square + 1
  return (even * square + 1 + odd * r) * halved(shifted)
}

/// e^−z to within 1.3e-7 of itself, for a first approximation.
///
/// - Precondition: No number exceeds `largestDecay`.
@inline(__always)
func coarseDecay(_ z: Lanes) -> Lanes {
  let (shifted, r) = reduced(z)
  let square = r * r
  var even = square * (1 / 720) + (1 / 24)
  var odd = square * (1 / 120) + (1 / 6)
  even = even * square + 0.5
  odd = odd * square + 1
  return (even * square + 1 + odd * r) * halved(shifted)
}

/// The nearest whole multiple k of ln 2, in the lowest bits of a number, and r = k ln 2 − z.
@inline(__always)
private func reduced(_ z: Lanes) -> (shifted: Lanes, remainder: Lanes) {
  // Adding 1.5 × 2^52 rounds to a whole number, and leaves that number in the lowest bits.
  let rounder = Lanes(repeating: 0x1.8p52)
  let shifted = z * 1.442_695_040_888_963_4 + rounder
  let k = shifted - rounder
  // ln 2 in two parts, the first with enough zeros at its end for k times it to be exact.
  return (shifted, k * 0x1.62e42fee00000p-1 - z + k * 0x1.a39ef35793c76p-33)
}

/// 2^−k, from the whole number in the lowest bits of a shifted number.
@inline(__always)
private func halved(_ shifted: Lanes) -> Lanes {
  let bits = unsafeBitCast(shifted, to: SIMD8<Int64>.self)
  let whole = bits &- Int64(bitPattern: 0x4338_0000_0000_0000)
  return unsafeBitCast((SIMD8<Int64>(repeating: 1_023) &- whole) &<< 52, to: Lanes.self)
}
