import FinanceBasics

extension FlowBook {
  /// Every rate of return of each deal, in the order of the deals, or why it has none.
  ///
  /// The results are those of `internalRateOfReturn(of:)` on the flows of each deal, to the last
  /// bit, whatever the other deals are.
  public func ratesOfReturn() -> [Result<RateOfReturn, ValuationProblem>] {
    results(RateWorker())
  }

  /// The same on several cores.
  ///
  /// - Precondition: There is at least one worker.
  public func ratesOfReturn(workers: Int) async -> [Result<RateOfReturn, ValuationProblem>] {
    await results(workers: workers) { RateWorker() }
  }
}

/// Finds rates of return with discount factors that the deals of a calendar share.
private struct RateWorker: BookWorker {
  private let discounts = SharedDiscounts()

  mutating func begin(_ calendar: FlowCalendar) {
    discounts.begin(times: calendar.times)
  }

  mutating func result(
    of amounts: UnsafeBufferPointer<Double>, in calendar: FlowCalendar,
    flows: () -> [DatedFlow]
  ) -> Result<RateOfReturn, ValuationProblem> {
    if let scale = calendar.scale, let rate = onlyRate(amounts, calendar, scale) {
      return .success(RateOfReturn(rate: rate))
    }
    // Several changes of sign, days in another order, or nothing to find a rate of.
    do throws(ValuationProblem) {
      return .success(try internalRateOfReturn(of: flows()))
    } catch {
      return .failure(error)
    }
  }

  @inline(__always)
  private func onlyRate(
    _ amounts: UnsafeBufferPointer<Double>, _ calendar: FlowCalendar, _ scale: FlowTimes
  ) -> Double? {
    calendar.times.withUnsafeBufferPointer { times -> Double? in
      guard let flows = TurningFlows(amounts: amounts, times: times),
        let force = flows.root(discounts: { discounts.factors(at: $0, times: times) })
      else { return nil }
      return scale.rate(force: force, stepsPerPeriod: daysPerYear)
    }
  }
}

/// The discount factors of one calendar at the nodes that its deals have come by.
private final class SharedDiscounts {
  /// The row of each node, from the lowest, or −1.
  private var rows = [Int](repeating: -1, count: 2 * TurningFlows.Grid.farthestNode + 1)
  private var nodes: [Int] = []
  private var columns = UnsafeMutableBufferPointer<Double>.allocate(capacity: 0)
  private var length = 0

  deinit { columns.deallocate() }

  /// Forgets the factors of the calendar before.
  func begin(times: [Double]) {
    for node in nodes { rows[node + TurningFlows.Grid.farthestNode] = -1 }
    nodes.removeAll(keepingCapacity: true)
    length = times.count
  }

  /// The factors at a node, valid until the next are asked for.
  @inline(__always)
  func factors(
    at node: Int, times: UnsafeBufferPointer<Double>
  ) -> UnsafeBufferPointer<Double> {
    let known = rows[node + TurningFlows.Grid.farthestNode]
    let row = known >= 0 ? known : added(node, times)
    return UnsafeBufferPointer(rebasing: columns[(row * length)..<((row + 1) * length)])
  }

  @inline(never)
  private func added(_ node: Int, _ times: UnsafeBufferPointer<Double>) -> Int {
    let row = nodes.count
    if (row + 1) * length > columns.count { grow(to: max(4, 2 * row) * length) }
    TurningFlows.fillDiscounts(
      UnsafeMutableBufferPointer(rebasing: columns[(row * length)..<((row + 1) * length)]),
      at: node, times: times)
    rows[node + TurningFlows.Grid.farthestNode] = row
    nodes.append(node)
    return row
  }

  private func grow(to capacity: Int) {
    let larger = UnsafeMutableBufferPointer<Double>.allocate(capacity: capacity)
    _ = larger.update(fromContentsOf: columns[..<(nodes.count * length)])
    columns.deallocate()
    columns = larger
  }
}
