public import FinanceBasics

/// A rate or a discount factor on a day of a curve.
public struct CurvePoint: Hashable, Sendable {
  /// The day that the value is for.
  public let date: CalendarDate
  /// A rate as a fraction, or a discount factor.
  public let value: Double

  /// A rate or a discount factor on a day.
  public init(_ date: CalendarDate, _ value: Double) {
    self.date = date
    self.value = value
  }
}

/// Why points do not make a curve.
public enum CurveProblem: Error, Hashable, Sendable {
  /// There is no point after the curve's date.
  case noNodes
  /// A point that is not after the one before it, or is before the curve's date.
  case notAscending(CurvePoint)
  /// A rate or factor that discounts by no number above zero.
  case valueOutOfRange(CurvePoint)
  /// Zero rates, which are not what a curve of linear forward rates goes through.
  case forwardsNeedForwards
  /// A par yield that no discount factor above zero explains.
  case parYieldUnattainable(months: Int)
}

extension CurveProblem: Diagnostic {
  /// A stable name, such as `curve.not-ascending`.
  public var code: String {
    switch self {
    case .noNodes: "curve.no-nodes"
    case .notAscending: "curve.not-ascending"
    case .valueOutOfRange: "curve.value-out-of-range"
    case .forwardsNeedForwards: "curve.forwards-needed"
    case .parYieldUnattainable: "curve.par-yield-unattainable"
    }
  }

  /// One sentence that says what is wrong, with the point in it.
  public var problem: String {
    switch self {
    case .noNodes: "the curve has no point after its date"
    case .notAscending(let point): "the point on \(point.date) is not after the one before it"
    case .valueOutOfRange(let point): "\(point.value) on \(point.date) gives no discount factor"
    case .forwardsNeedForwards: "zero rates do not make a curve of linear forward rates"
    case .parYieldUnattainable(let months): "no discount factor explains the yield of \(months)M"
    }
  }

  /// The field; the caller knows the file.
  public var location: DiagnosticLocation { DiagnosticLocation(field: "curve") }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .noNodes: "give at least one point after the curve's date"
    case .notAscending: "put the points in order of their days, from the curve's date on"
    case .valueOutOfRange: "give rates as fractions, such as 0.04 for 4 %, and factors above zero"
    case .forwardsNeedForwards:
      "interpolate linear zero or log-linear factor, or give forward rates"
    case .parYieldUnattainable: "check the yields of this and of shorter maturities"
    }
  }
}

/// Checks that points are finite, and ascend from a date.
func requireAscending(_ points: [CurvePoint], from date: CalendarDate) throws(CurveProblem) {
  guard !points.isEmpty else { throw .noNodes }
  var previous = date.adding(days: -1)
  for point in points {
    guard point.date > previous else { throw .notAscending(point) }
    guard point.value.isFinite else { throw .valueOutOfRange(point) }
    previous = point.date
  }
}
