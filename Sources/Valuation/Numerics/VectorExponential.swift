/// Numbers that are worked on at once.
typealias Lanes = SIMD4<Double>

/// e^−z for each of some numbers of zero or more, to about one unit in the last place.
///
/// z = k ln 2 + r with |r| ≤ ln 2 ÷ 2; e^−r by its Taylor polynomial, whose rest is under 2e-16,
/// and 2^−k by its bits.
///
/// - Precondition: No number exceeds 700, whose decay is 1e-304.
/// Source: W. Cody and W. Waite, "Software Manual for the Elementary Functions" (1980), chapter 6.
@inline(__always)
func decay(_ z: Lanes) -> Lanes {
  // Adding 1.5 × 2^52 rounds to a whole number, and leaves that number in the lowest bits.
  let rounder = Lanes(repeating: 0x1.8p52)
  let shifted = z * 1.442_695_040_888_963_4 + rounder
  let k = shifted - rounder
  // ln 2 in two parts, the first with enough zeros at its end for k times it to be exact.
  let r = k * 0x1.62e42fee00000p-1 - z + k * 0x1.a39ef35793c76p-33
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

/// 2^−k, from the whole number in the lowest bits of a shifted number.
@inline(__always)
private func halved(_ shifted: Lanes) -> Lanes {
  let bits = unsafeBitCast(shifted, to: SIMD4<Int64>.self)
  let whole = bits &- Int64(bitPattern: 0x4338_0000_0000_0000)
  return unsafeBitCast((SIMD4<Int64>(repeating: 1_023) &- whole) &<< 52, to: Lanes.self)
}
