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
