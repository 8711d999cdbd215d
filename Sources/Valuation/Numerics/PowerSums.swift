/// Σ aᵢ fᵢ xᵢᵏ for k from 0 to 7.
typealias PowerSums = SIMD8<Double>

/// The power sums of some amounts with factors and times from 0 to 1.
///
/// In two lanes whatever the processor, so that the sums are the same on all. It is not inlined, so
/// that the eight sums stay in registers.
@inline(never)
func powerSums(
  of amounts: UnsafeBufferPointer<Double>, _ factors: UnsafeBufferPointer<Double>,
  _ times: UnsafeBufferPointer<Double>, in range: Range<Int>
) -> PowerSums {
  typealias Pair = SIMD2<Double>
  var (s0, s1, s2, s3) = (Pair.zero, Pair.zero, Pair.zero, Pair.zero)
  var (s4, s5, s6, s7) = (Pair.zero, Pair.zero, Pair.zero, Pair.zero)
  @inline(__always)
  func add(_ values: Pair, _ times: Pair) {
    var term = values
    s0 += term
    term *= times
    s1 += term
    term *= times
    s2 += term
    term *= times
    s3 += term
    term *= times
    s4 += term
    term *= times
    s5 += term
    term *= times
    s6 += term
    term *= times
    s7 += term
  }
  var index = range.lowerBound
  while index + 2 <= range.upperBound {
    let values = amounts.lanes(at: index, as: Pair.self) * factors.lanes(at: index, as: Pair.self)
    add(values, times.lanes(at: index, as: Pair.self))
    index += 2
  }
  if index < range.upperBound {
    add(Pair(amounts[index] * factors[index], 0), Pair(times[index], 0))
  }
  return PowerSums(
    s0.sum(), s1.sum(), s2.sum(), s3.sum(), s4.sum(), s5.sum(), s6.sum(), s7.sum())
}

extension UnsafeBufferPointer<Double> {
  /// The numbers from an index on that fill a vector, aligned or not.
  @inline(__always)
  func lanes<Vector: SIMD>(at index: Int, as: Vector.Type) -> Vector where Vector.Scalar == Double {
    assert(index >= 0 && index + Vector.scalarCount <= count, "the vector is within the column")
    return UnsafeRawBufferPointer(self).loadUnaligned(
      fromByteOffset: index * MemoryLayout<Double>.stride, as: Vector.self)
  }
}

extension UnsafeMutableBufferPointer<Double> {
  /// Stores a vector from an index on, aligned or not.
  @inline(__always)
  func store<Vector: SIMD>(_ vector: Vector, at index: Int) where Vector.Scalar == Double {
    assert(index >= 0 && index + Vector.scalarCount <= count, "the vector is within the column")
    UnsafeMutableRawBufferPointer(self).storeBytes(
      of: vector, toByteOffset: index * MemoryLayout<Double>.stride, as: Vector.self)
  }
}
