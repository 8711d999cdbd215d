/// How a curve runs between its nodes.
public enum CurveInterpolation: String, CaseIterable, Sendable {
  /// The continuous zero rate is linear in time, and flat beyond the ends.
  case linearZero = "linear zero"
  /// The logarithm of the discount factor is linear in time; beyond the ends the zero rate is flat.
  case logLinearFactor = "log-linear factor"
  /// The instantaneous forward rate is linear in time, and flat beyond the ends.
  case linearForward = "linear forward"
}

/// Nodes of a curve: years from its date, strictly ascending, and what is interpolated there.
struct CurveNodes: Hashable, Sendable {
  let interpolation: CurveInterpolation
  /// In years from the curve's date, strictly ascending.
  let times: [Double]
  /// Continuous zero rates, logarithms of discount factors, or forward rates.
  let values: [Double]
  /// Where forward rates are interpolated, their integral from the date to each node.
  private let integrals: [Double]

  init(_ interpolation: CurveInterpolation, times: [Double], values: [Double]) {
    assert(!times.isEmpty && times.count == values.count, "a value for each node")
    assert(zip(times, times.dropFirst()).allSatisfy { $0 < $1 }, "ascending nodes")
    self.interpolation = interpolation
    self.times = times
    self.values = values
    var integrals: [Double] = []
    for index in times.indices {
      integrals.append(
        index == 0
          ? values[0] * times[0]
          : integrals[index - 1]
            + (values[index] + values[index - 1]) / 2 * (times[index] - times[index - 1]))
    }
    self.integrals = integrals
  }

  /// The logarithm of the discount factor after some years.
  func logFactor(_ years: Double) -> Double {
    // The index of the node at or after the time; the end where there is none.
    let upper = firstNode(notBefore: years)
    switch interpolation {
    case .linearZero:
      return -interpolated(years, below: upper) * years
    case .logLinearFactor:
      guard upper > 0, upper < times.count else {
        let end = upper == 0 ? 0 : times.count - 1
        return times[end] == 0 ? 0 : values[end] * (years / times[end])
      }
      return interpolated(years, below: upper)
    case .linearForward:
      let start = max(0, upper - 1)
      let forward = (values[start] + interpolated(years, below: upper)) / 2
      return -(integrals[start] + forward * (years - times[start]))
    }
  }

  /// The value at a time, linear between nodes and flat beyond them.
  private func interpolated(_ years: Double, below upper: Int) -> Double {
    guard upper > 0 else { return values[0] }
    guard upper < times.count else { return values[times.count - 1] }
    let (left, right) = (times[upper - 1], times[upper])
    let weight = (years - left) / (right - left)
    return values[upper - 1] + (values[upper] - values[upper - 1]) * weight
  }

  private func firstNode(notBefore years: Double) -> Int {
    var (low, high) = (0, times.count)
    while low < high {
      let middle = (low + high) / 2
      if times[middle] < years { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
