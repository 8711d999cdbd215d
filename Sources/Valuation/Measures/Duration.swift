public import FinanceBasics

/// How far away the value of flows lies, and how it moves with the rate.
///
///     let duration = try Duration(of: flows, on: today, rate: 0.08)
///     duration.modified  // the loss in percent for a rise of the rate by one percentage point
public struct Duration: Sendable, Hashable {
  /// The present value itself, in the unit of the flows.
  public let presentValue: Double
  /// The mean time to the flows, weighted by their present values, in years.
  public let macaulay: Double
  /// The relative fall of the present value for a rise of the rate, in years: −P′ ÷ P.
  ///
  /// The Macaulay duration ÷ (1 + rate ÷ periods a year).
  public let modified: Double
  /// The curvature of the present value, in years²: P″ ÷ P.
  public let convexity: Double

  /// The fall of the present value for a rise of the rate by one basis point (DV01).
  public var basisPointValue: Double { presentValue * modified / 10_000 }

  /// The duration of the flows on and after a day; those before it do not count.
  ///
  /// - Parameters:
  ///   - flows: In any order.
  ///   - rate: As a fraction a year, effective annual unless `compounding` says otherwise.
  ///   - dayCount: How the years to a flow are counted.
  /// - Throws: `rateTooLow`, `amountNotFinite`, `valueNotFinite` or `worthNothing`.
  public init(
    of flows: [DatedFlow], on date: CalendarDate, rate: Double,
    compounding: Compounding = .annual, dayCount: DayCount = .actual365Fixed
  ) throws(ValuationProblem) {
    try self.init(
      of: try TimedFlow.flows(of: flows, on: date, dayCount: dayCount), rate: rate,
      compounding: compounding)
  }

  /// The duration of flows whose years are counted already.
  ///
  /// - Throws: `rateTooLow`, `valueNotFinite` or `worthNothing`.
  public init(
    of flows: [TimedFlow], rate: Double, compounding: Compounding = .annual
  ) throws(ValuationProblem) {
    var value = CompensatedSum()
    var time = CompensatedSum()
    var slope = CompensatedSum()
    var curvature = CompensatedSum()
    for flow in flows {
      let factor = try compounding.discountFactor(rate, years: flow.years)
      let discounted = flow.amount * factor
      let derivatives = compounding.relativeDerivatives(rate, years: flow.years, factor: factor)
      value.add(discounted)
      time.add(discounted * flow.years)
      slope.add(discounted * derivatives.first)
      curvature.add(discounted * derivatives.second)
    }
    guard value.value.isFinite, curvature.value.isFinite else { throw .valueNotFinite(rate: rate) }
    guard value.value != 0 else { throw .worthNothing }
    presentValue = value.value
    macaulay = time.value / value.value
    modified = -slope.value / value.value
    convexity = curvature.value / value.value
  }
}

extension Compounding {
  /// The first and second derivative of the discount factor by the rate, ÷ the factor.
  fileprivate func relativeDerivatives(
    _ rate: Double, years: Double, factor: Double
  ) -> (first: Double, second: Double) {
    switch self {
    case .continuous: return (-years, years * years)
    case .simple: return (-years * factor, 2 * years * years * factor * factor)
    case .annual, .semiannual, .quarterly, .monthly:
      let periods = periodsPerYear ?? 1
      let growth = 1 + rate / periods
      return (-years / growth, years * (years + 1 / periods) / (growth * growth))
    }
  }
}
