public import FinanceBasics

/// What a unit on any later day is worth on the curve's date.
///
/// Time is days ÷ 365. Between nodes and beyond them the curve runs as its interpolation says.
///
///     let curve = try DiscountCurve(
///       zeroRates: [CurvePoint(yearLater, 0.04)], compounding: .annual, on: today)
///     curve.discountFactor(on: yearLater)  // 1 ÷ 1.04
public struct DiscountCurve: Hashable, Sendable {
  /// The day on which the discount factor is one.
  public let date: CalendarDate
  let nodes: CurveNodes
  /// What was added to the zero rates, in order.
  let spreads: [Spread]

  struct Spread: Hashable, Sendable {
    let amount: Double
    let compounding: Compounding
  }

  init(date: CalendarDate, nodes: CurveNodes, spreads: [Spread] = []) {
    self.date = date
    self.nodes = nodes
    self.spreads = spreads
  }

  /// A curve through zero rates, which are made continuous at the nodes and interpolated there.
  ///
  /// - Parameters:
  ///   - zeroRates: On days on or after the curve's date, ascending.
  ///   - compounding: How the rates are quoted; `simple` ones over the time to their node.
  /// - Throws: `CurveProblem`.
  /// Source: as QuantLib's ZeroCurve does; interpolating annual rates would give other values.
  public init(
    zeroRates: [CurvePoint], compounding: Compounding, on date: CalendarDate,
    interpolation: CurveInterpolation = .linearZero
  ) throws(CurveProblem) {
    try requireAscending(zeroRates, from: date)
    var times: [Double] = []
    var rates: [Double] = []
    for point in zeroRates {
      let years = Double(date.days(until: point.date)) / 365
      guard
        let log = try? compounding.logDiscountFactor(point.value, years: years == 0 ? 1 : years)
      else { throw .valueOutOfRange(point) }
      times.append(years)
      rates.append(-log / (years == 0 ? 1 : years))
    }
    switch interpolation {
    case .linearZero:
      nodes = CurveNodes(.linearZero, times: times, values: rates)
    case .logLinearFactor:
      nodes = CurveNodes(.logLinearFactor, times: times, values: zip(rates, times).map { -$0 * $1 })
    case .linearForward:
      throw .forwardsNeedForwards
    }
    self.date = date
    spreads = []
  }

  /// A curve through discount factors, log-linear between them.
  ///
  /// - Parameter discountFactors: Above zero, on days after the curve's date, ascending; a factor
  ///   on the date itself must be one.
  /// - Throws: `CurveProblem`.
  public init(discountFactors: [CurvePoint], on date: CalendarDate) throws(CurveProblem) {
    try requireAscending(discountFactors, from: date)
    for point in discountFactors where point.value <= 0 || (point.date == date && point.value != 1)
    {
      throw .valueOutOfRange(point)
    }
    let later = discountFactors.filter { $0.date > date }
    guard !later.isEmpty else { throw .noNodes }
    self.date = date
    nodes = CurveNodes(
      .logLinearFactor, times: [0] + later.map { Double(date.days(until: $0.date)) / 365 },
      values: [0] + later.map { logarithm($0.value) })
    spreads = []
  }

  /// A curve through instantaneous continuous forward rates, linear between them.
  ///
  /// - Parameter forwardRates: On days on or after the curve's date, ascending.
  /// - Throws: `CurveProblem`.
  public init(forwardRates: [CurvePoint], on date: CalendarDate) throws(CurveProblem) {
    try requireAscending(forwardRates, from: date)
    self.date = date
    nodes = CurveNodes(
      .linearForward, times: forwardRates.map { Double(date.days(until: $0.date)) / 365 },
      values: forwardRates.map(\.value))
    spreads = []
  }

  /// One rate for all times.
  ///
  /// - Throws: `CurveProblem.valueOutOfRange` where a period's growth is not above zero.
  public init(
    flatRate rate: Double, compounding: Compounding, on date: CalendarDate
  ) throws(CurveProblem) {
    try self.init(
      zeroRates: [CurvePoint(date, rate)], compounding: compounding, on: date)
  }

  /// The logarithm of the discount factor after some years of 365 days.
  func logDiscountFactor(years: Double) -> Double {
    var log = nodes.logFactor(years)
    guard years != 0 else { return log }
    for spread in spreads {
      let rate = spread.compounding.rate(logDiscountFactor: log, years: years) + spread.amount
      // A spread that leaves no growth at all discounts to nothing rather than to no number.
      log = (try? spread.compounding.logDiscountFactor(rate, years: years)) ?? .infinity
    }
    return log
  }

  /// What a unit on a day is worth on the curve's date; above one before that date.
  public func discountFactor(on day: CalendarDate) -> Double {
    exponential(logDiscountFactor(years: Double(date.days(until: day)) / 365))
  }

  /// The zero rate from the curve's date to a day after it.
  ///
  /// - Precondition: The day is after the curve's date.
  public func zeroRate(to day: CalendarDate, compounding: Compounding) -> Double {
    precondition(day > date, "a zero rate is over some time")
    let years = Double(date.days(until: day)) / 365
    return compounding.rate(logDiscountFactor: logDiscountFactor(years: years), years: years)
  }
}
