/// The steps between flows as parts of the span from the first flow to the last.
struct FlowTimes {
  /// One divided by the steps from the first flow to the last.
  let inverseSpan: Double

  /// How many numbers a column of some flows has, so that it fills whole vectors.
  static func columnLength(of count: Int) -> Int {
    (count + Lanes.scalarCount - 1) / Lanes.scalarCount * Lanes.scalarCount
  }

  /// Turns the steps from any origin into times from 0 to 1, with zeros after the last.
  ///
  /// - Parameter column: The steps to each flow, then uninitialised to its end.
  /// - Returns: `nil` if the steps do not ascend, each above the one before.
  @inline(__always)
  init?(scaling column: UnsafeMutableBufferPointer<Double>, count: Int) {
    precondition(count <= column.count, "the column is long enough")
    guard count > 1 else { return nil }
    let first = column[0]
    let inverseSpan = 1 / (column[count - 1] - first)
    var (isAscending, previous) = (true, -1.0)
    for index in 0..<count {
      let elapsed = column[index] - first
      isAscending = isAscending && elapsed > previous
      column[index] = elapsed * inverseSpan
      previous = elapsed
    }
    for index in count..<column.count { column[index] = 0 }
    guard isAscending else { return nil }
    self.inverseSpan = inverseSpan
  }

  /// The rate per period at a force of interest over the whole span, or `nil` beyond 64 bits.
  ///
  /// - Parameter stepsPerPeriod: How many steps make one period of the rate.
  @inline(__always)
  func rate(force: Double, stepsPerPeriod: Double) -> Double? {
    let periodForce = force * inverseSpan * stepsPerPeriod
    let limits = RootSearch.Limits(stepsPerPeriod: 1)
    guard periodForce >= limits.lowest, periodForce <= limits.highestOfOnlyRoot else { return nil }
    return exponentialMinusOne(periodForce)
  }
}
