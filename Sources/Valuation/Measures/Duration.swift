public import FinanceBasics

/// How far away the value of flows lies, and how it moves with the rate.
public struct Duration: Sendable, Hashable {
  /// The mean time to the flows, weighted by their present values, in years of 365 days.
  public let macaulay: Double
  /// The relative fall of the present value for a rise of the effective annual rate, in years.
  ///
  /// The Macaulay duration ÷ (1 + rate).
  public let modified: Double

  /// The duration of the flows on and after a day; those before it do not count.
  ///
  /// - Parameters:
  ///   - flows: In any order.
  ///   - rate: Effective annual, as a fraction, above −1.
  /// - Throws: `rateNotAboveMinusOne`, `amountNotFinite`, `valueNotFinite`, or `worthNothing`.
  public init(
    of flows: [DatedFlow], on date: CalendarDate, rate: Double
  ) throws(ValuationProblem) {
    let force = try forceOfInterest(rate)
    var value = CompensatedSum()
    var moment = CompensatedSum()
    for (index, flow) in flows.enumerated() where flow.date >= date {
      guard flow.amount.isFinite else { throw .amountNotFinite(position: index + 1) }
      let years = PresentValueConvention.actual365.years(from: date, to: flow)
      let discounted = flow.amount * exponential(-force * years)
      value.add(discounted)
      moment.add(discounted * years)
    }
    guard value.value.isFinite, moment.value.isFinite else { throw .valueNotFinite(rate: rate) }
    guard value.value != 0 else { throw .worthNothing }
    macaulay = moment.value / value.value
    modified = macaulay / (1 + rate)
  }
}
