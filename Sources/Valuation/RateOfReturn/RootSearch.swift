/// Finds every zero of an exponential sum, or shows that there is none.
///
/// From a start near zero it goes outwards both ways, interval by interval. On each, the lowest
/// derivative that certainly has no zero there is found; then the one below it is monotone, which
/// gives its zeros and so the pieces on which the one below that is monotone, down to the sum
/// itself. It ends as soon as the sign changes of partial sums show that no root is left.
struct RootSearch {
  /// The forces of interest per step between which roots are looked for.
  struct Limits {
    /// log(1 + rate) = −36.7: a rate nearer to −1 than 1.1e-16 cannot be written in 64 bits.
    let lowest: Double
    /// log(1 + rate) = 36: rates above 4.3e15 come from flows a few days apart, and mean nothing.
    let highest: Double
    /// log(1 + rate) = 709.7: the largest rate in 64 bits, for a root that is the only one.
    let highestOfOnlyRoot: Double
    /// An uncertainty of log(1 + rate) of 5e-14.
    let resolution: Double

    init(stepsPerPeriod: Double) {
      lowest = -36.7 / stepsPerPeriod
      highest = 36 / stepsPerPeriod
      highestOfOnlyRoot = 709.7 / stepsPerPeriod
      resolution = 5e-14 / stepsPerPeriod
    }
  }

  /// The intervals after which the search gives up; the hardest of 1,000 flows needs about 100.
  private static let maximumIntervals = 4000
  /// The width × span below which an interval is not split.
  private static let leastWidth = 1e-9
  /// Where the search starts, as y × span: off zero, because a rate of zero is common.
  private static let start = 0.0123
  private static let firstWidth = 4.0

  private let sum: ExponentialSum
  private let limit: Double
  /// The uncertainty of y below which a rate has its digits.
  private let resolution: Double

  /// All roots, each once, in no order.
  ///
  /// - Throws: `rootsNotSeparated`, or `rateBeyondRange` where only such rates exist.
  static func allRoots(
    of sum: ExponentialSum, within limits: Limits
  ) throws(ValuationProblem) -> [Double] {
    var start = -Self.start / sum.span
    for _ in 0..<16 where sum.value(order: 0, at: start).sign == 0 { start *= 1.37 }
    let above = try RootSearch(sum: sum, limit: limits.highest, resolution: limits.resolution)
      .roots(from: start)
    let below = try RootSearch(
      sum: sum.reversed, limit: -limits.lowest, resolution: limits.resolution
    ).roots(from: -start)
    let roots = above + below.map { -$0 }
    if roots.isEmpty, sum.signChanges % 2 == 1 { throw .rateBeyondRange }
    return roots
  }

  /// The roots from a point, which is none itself, to the limit.
  private func roots(from start: Double) throws(ValuationProblem) -> [Double] {
    var found: [Double] = []
    var left = start
    var width = Self.firstWidth / sum.span
    for _ in 0..<Self.maximumIntervals {
      guard left < limit else { return found }
      switch sum.certainRoots(above: left) {
      case 0: return found
      case 1: return found + roots(order: 0, between: [left, limit])
      default: break
      }
      let right = rightEnd(from: left, width: width)
      if let roots = roots(in: left...right) {
        found += roots
        left = right
        width *= 2
      } else {
        width = (right - left) / 2
      }
      guard width * sum.span > Self.leastWidth else { break }
    }
    throw .rootsNotSeparated(near: exponentialMinusOne(left))
  }

  /// The end of an interval, moved inwards a little where it may be a root.
  private func rightEnd(from left: Double, width: Double) -> Double {
    var right = min(left + width, limit)
    for _ in 0..<16 where sum.value(order: 0, at: right).sign == 0 {
      right = left + (right - left) * 0.93
    }
    return right
  }

  /// The roots in an interval, or `nil` if it is too wide to tell.
  private func roots(in interval: ClosedRange<Double>) -> [Double]? {
    let panel = TaylorPanel(of: sum, on: interval)
    let definite = (0...TaylorPanel.highestOrder).first { panel.isCertainlyNonzero(order: $0) }
    guard let definite else { return nil }
    var points: [Double] = []
    for order in (0..<definite).reversed() {
      points = roots(order: order, between: [interval.lowerBound] + points + [interval.upperBound])
    }
    return points
  }

  /// The zeros of a derivative between ascending points, with no turn from each to the next.
  ///
  /// A point inside at which it may be zero is a zero: there it touches zero, or crosses it flat.
  private func roots(order: Int, between points: [Double]) -> [Double] {
    let signs = points.map { sum.value(order: order, at: $0).sign }
    var found: [Double] = []
    for index in points.indices.dropFirst() {
      if signs[index - 1] * signs[index] < 0 {
        found.append(
          crossing(
            order: order, from: points[index - 1], to: points[index], rising: signs[index] > 0))
      }
      if signs[index] == 0, index < points.count - 1 { found.append(points[index]) }
    }
    return found
  }

  /// The only zero between two points of certain and different sign.
  private func crossing(
    order: Int, from left: Double, to right: Double, rising: Bool
  ) -> Double {
    var (low, high) = (left, right)
    // Far out the value hardly changes; the end nearer to zero is the better start.
    let isWide = (high - low) * sum.span > Self.widestWithoutDecay
    var y = isWide ? low : low + (high - low) / 2
    for _ in 0..<Self.maximumSteps {
      let here = sum.value(order: order, at: y)
      if (here.value < 0) == rising { low = y } else { high = y }
      let step = order == 0 ? here.logarithmicStep : here.newtonStep
      let next = y + step / sum.span
      let isInside = next > low && next < high
      if here.sign == 0 || abs(next - y) <= Self.stepTolerance * abs(y) {
        return finished(isInside ? next : y, order: order, here)
      }
      y = isInside ? next : low + (high - low) / 2
    }
    return y
  }

  /// A zero as found, or with more digits if it is a root and rounding leaves it too few.
  private func finished(_ y: Double, order: Int, _ value: BoundedValue) -> Double {
    let uncertainty = abs(value.error / (value.slope * sum.span))
    guard order == 0, uncertainty > resolution else { return y }
    return sum.polished(y, reach: Self.reachOfPolish * uncertainty)
  }

  /// Newton's last step starts within the uncertainty, and the root is within it from there.
  private static let reachOfPolish = 4.0
  /// A relative step below this is rounding.
  private static let stepTolerance = 1e-15
  private static let maximumSteps = 120
  /// A width × span over which most terms do not vanish.
  private static let widestWithoutDecay = 8.0
}
