/// The logarithm of the value of the first sign's flows over that of the second's, near one force.
///
/// The value of a group at a force δ beyond the node is its value there × Σ pₖ δᵏ, with
/// pₖ = (−1)ᵏ Σ vᵢ xᵢᵏ ÷ (k! Σ vᵢ); its logarithm has the coefficients cₙ ÷ n with
/// cₙ = n pₙ − Σ cₖ pₙ₋ₖ. The ratio rises with δ, since the first sign's flows come first.
///
/// Source: D. Knuth, "The Art of Computer Programming", volume 2, §4.7 on series.
struct RatioSeries {
  /// The first group in the first lane, the second in the second.
  private typealias Pair = SIMD2<Double>

  private let valueRatio: Double
  private let logarithmAtNode: Double
  /// pₖ of each group; the first is one.
  private let first: PowerSums
  private let second: PowerSums
  /// The coefficients of the ratio's derivative, the last of them zero.
  private let slopes: PowerSums

  /// `nil` if a sum is zero, no number, or out of all proportion.
  @inline(__always)
  init?(_ first: PowerSums, _ second: PowerSums) {
    valueRatio = -first[0] / second[0]
    guard valueRatio >= Self.leastRatio, valueRatio <= 1 / Self.leastRatio,
      abs(first[0]) >= Self.leastSum, abs(first[0]) <= 1 / Self.leastSum
    else { return nil }
    logarithmAtNode = logarithm(valueRatio)
    self.first = first * (Self.inverseFactorials / first[0])
    self.second = second * (Self.inverseFactorials / second[0])
    slopes = Self.slopes(self.first, self.second)
  }

  /// Sums outside are out of all proportion; their products could leave the range of numbers.
  private static let leastSum = 1e-150
  private static let leastRatio = 1e-100

  /// (−1)ᵏ ÷ k!
  private static var inverseFactorials: PowerSums {
    PowerSums(1, -1, 1 / 2, -1 / 6, 1 / 24, -1 / 120, 1 / 720, -1 / 5_040)
  }

  @inline(__always)
  private static func slopes(_ first: PowerSums, _ second: PowerSums) -> PowerSums {
    let (p1, p2) = (Pair(first[1], second[1]), Pair(first[2], second[2]))
    let (p3, p4) = (Pair(first[3], second[3]), Pair(first[4], second[4]))
    let (p5, p6) = (Pair(first[5], second[5]), Pair(first[6], second[6]))
    let p7 = Pair(first[7], second[7])
    let c1 = p1
    let c2 = 2 * p2 - c1 * p1
    let c3 = 3 * p3 - c1 * p2 - c2 * p1
    let c4 = 4 * p4 - c1 * p3 - c2 * p2 - c3 * p1
    let c5 = 5 * p5 - c1 * p4 - c2 * p3 - (c3 * p2 + c4 * p1)
    let c6 = 6 * p6 - c1 * p5 - c2 * p4 - (c3 * p3 + c4 * p2) - c5 * p1
    let c7 = 7 * p7 - c1 * p6 - c2 * p5 - (c3 * p4 + c4 * p3) - (c5 * p2 + c6 * p1)
    return PowerSums(
      c1[0] - c1[1], c2[0] - c2[1], c3[0] - c3[1], c4[0] - c4[1], c5[0] - c5[1], c6[0] - c6[1],
      c7[0] - c7[1], 0)
  }

  /// The slope of the ratio at a force from the node.
  @inline(__always)
  private func slope(at force: Double) -> Double {
    var sum = slopes[6]
    for order in (0...5).reversed() { sum = sum * force + slopes[order] }
    return sum
  }

  /// The ratio at a force from the node.
  @inline(__always)
  private func value(at force: Double) -> Double {
    var sum = slopes[6] * (1 / 7)
    for order in (0...5).reversed() { sum = sum * force + slopes[order] / Double(order + 1) }
    return sum * force + logarithmAtNode
  }

  /// Where the ratio's series is zero, or a step towards there if that is too far for the series.
  ///
  /// Within the reach of the grid it is right to about 1e-8, otherwise a place to look next.
  @inline(__always)
  var zero: Double {
    var force = 0.0
    var step = -logarithmAtNode / slopes[0]
    for _ in 0..<Self.maximumSteps {
      force += step
      guard abs(force) <= Self.trusted else { break }
      let isNear = abs(force) <= TurningFlows.Grid.reach
      if abs(step) <= (isNear ? Self.stepTolerance : Self.coarseTolerance) { return force }
      let slope = slope(at: force)
      guard slope > 0 else { break }
      step = -value(at: force) / slope
    }
    return max(-Self.trusted, min(Self.trusted, -logarithmAtNode / slopes[0]))
  }

  /// Beyond this the series does not converge well: the nearest zero of a value is π away.
  private static let trusted = 4.0
  private static let maximumSteps = 8
  /// A step below this leaves an error of its square.
  private static let stepTolerance = 1e-4
  /// For a zero that is only a place to look next.
  private static let coarseTolerance = 0.03

  /// A zero near the node with all its digits, by a step from the values of both groups.
  ///
  /// - Returns: `nil` if the zero was not near.
  @inline(__always)
  func refined(_ zero: Double) -> Double? {
    var values = Pair(first[7], second[7])
    for order in (0...6).reversed() {
      values = values * zero + Pair(first[order], second[order])
    }
    // The logarithm of a ratio this close to one is the ratio less one.
    let excess = valueRatio * values[0] / values[1] - 1
    guard abs(excess) <= Self.largestExcess else { return nil }
    return zero - excess / slope(at: zero)
  }

  /// The square of this is below the last digit.
  private static let largestExcess = 1e-8
}
