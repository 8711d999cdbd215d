/// A running sum whose rounding error does not grow with the number of terms.
///
/// Source: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation" (1974).
struct CompensatedSum {
  private var total = 0.0
  private var correction = 0.0

  var value: Double { total + correction }

  @inline(__always)
  mutating func add(_ term: Double) {
    let next = total + term
    correction += abs(total) >= abs(term) ? (total - next) + term : (term - next) + total
    total = next
  }
}

/// Σ aᵢ fᵢ, with the rounding of the products but not that of their sum.
///
/// Each lane keeps what its additions left out, without a branch.
///
/// Source: D. Knuth, "The Art of Computer Programming", volume 2, §4.2.2, theorem B.
@inline(__always)
func compensatedProduct(
  _ amounts: UnsafeBufferPointer<Double>, _ factors: UnsafeBufferPointer<Double>
) -> Double {
  precondition(amounts.count == factors.count, "one factor an amount")
  var (total, correction) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
  let wholeVectors = amounts.count / 4 * 4
  for index in stride(from: 0, to: wholeVectors, by: 4) {
    let term =
      amounts.lanes(at: index, as: SIMD4<Double>.self)
      * factors.lanes(at: index, as: SIMD4<Double>.self)
    let next = total + term
    let part = next - total
    correction += (total - (next - part)) + (term - part)
    total = next
  }
  var sum = CompensatedSum()
  for index in wholeVectors..<amounts.count { sum.add(amounts[index] * factors[index]) }
  for lane in 0..<4 {
    sum.add(total[lane])
    sum.add(correction[lane])
  }
  return sum.value
}
