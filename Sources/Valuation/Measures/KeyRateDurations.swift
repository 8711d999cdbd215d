public import FinanceBasics

/// How the value of flows moves with single parts of a curve.
///
/// A key rate is the continuous zero rate at a maturity; moving it moves the rates around it too,
/// in proportion, down to none at the neighbouring keys; the first and the last move all beyond.
/// The durations of all keys therefore add up to that of a move of the whole curve.
public struct KeyRateDurations: Hashable, Sendable {
  /// The maturities in years, ascending.
  public let years: [Double]
  /// The relative fall of the present value for a rise of each key rate, in years.
  public let durations: [Double]
  /// The value on the curve, in the unit of the flows.
  public let presentValue: Double

  /// The duration for a move of the whole curve.
  public var total: Double { durations.reduce(0, +) }

  /// The key-rate durations of the flows after the curve's date.
  ///
  /// - Parameter years: The maturities of the keys, strictly ascending, at least one.
  /// - Precondition: The maturities ascend.
  /// - Throws: `amountNotFinite`, `curveValueNotFinite` or `worthNothing`.
  /// Source: T. Ho, "Key rate durations" (1992).
  public init(
    of flows: [DatedFlow], curve: DiscountCurve, years: [Double]
  ) throws(ValuationProblem) {
    precondition(!years.isEmpty, "at least one key rate")
    precondition(zip(years, years.dropFirst()).allSatisfy { $0 < $1 }, "ascending key rates")
    var moments = [Double](repeating: 0, count: years.count)
    var value = CompensatedSum()
    for (index, flow) in flows.enumerated() where flow.date >= curve.date {
      guard flow.amount.isFinite else { throw .amountNotFinite(position: index + 1) }
      let time = Double(curve.date.days(until: flow.date)) / 365
      let discounted = flow.amount * exponential(curve.logDiscountFactor(years: time))
      value.add(discounted)
      let upper = years.firstIndex { $0 >= time } ?? years.count
      guard upper > 0, upper < years.count else {
        moments[min(upper, years.count - 1)] += discounted * time
        continue
      }
      let weight = (time - years[upper - 1]) / (years[upper] - years[upper - 1])
      moments[upper] += discounted * time * weight
      moments[upper - 1] += discounted * time * (1 - weight)
    }
    let total = value.value
    guard total.isFinite else { throw .curveValueNotFinite }
    guard total != 0 else { throw .worthNothing }
    self.years = years
    durations = moments.map { $0 / total }
    presentValue = total
  }
}
