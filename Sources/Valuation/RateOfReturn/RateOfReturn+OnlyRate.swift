extension RateOfReturn {
  /// The only rate of flows in ascending order whose sign changes once.
  ///
  /// - Parameter fill: Fills two columns, one a flow: the amounts, and the steps from any origin.
  /// - Returns: `nil` for other flows, and for rates and amounts out of proportion, which the
  ///   search for all roots takes.
  @inline(__always)
  init?(
    count: Int, stepsPerPeriod: Double,
    fill: (UnsafeMutableBufferPointer<Double>, UnsafeMutableBufferPointer<Double>) -> Void
  ) {
    let length = FlowTimes.columnLength(of: count)
    let rate = withUnsafeTemporaryAllocation(of: Double.self, capacity: 3 * length) {
      columns -> Double? in
      let amounts = UnsafeMutableBufferPointer(rebasing: columns[..<count])
      let times = UnsafeMutableBufferPointer(rebasing: columns[length..<(2 * length)])
      let factors = UnsafeMutableBufferPointer(rebasing: columns[(2 * length)...])
      fill(amounts, times)
      guard let scale = FlowTimes(scaling: times, count: count),
        let flows = TurningFlows(
          amounts: UnsafeBufferPointer(amounts), times: UnsafeBufferPointer(times))
      else { return nil }
      let force = flows.root { node in
        TurningFlows.fillDiscounts(factors, at: node, times: UnsafeBufferPointer(times))
        return UnsafeBufferPointer(factors)
      }
      return force.flatMap { scale.rate(force: $0, stepsPerPeriod: stepsPerPeriod) }
    }
    guard let rate else { return nil }
    self.init(rate: rate)
  }
}
