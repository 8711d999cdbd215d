public import FinanceBasics

/// What flows are worth on a day, with what had been paid before it kept apart.
public struct PresentValue: Sendable, Hashable {
  /// The value of the flows on and after the valuation date, in the unit of the flows.
  public let amount: Double
  /// The plain sum of the flows before the valuation date, which `amount` leaves out.
  public let pastFlows: Double

  /// A value and the past flows beside it, both in the unit of the flows.
  public init(amount: Double, pastFlows: Double) {
    self.amount = amount
    self.pastFlows = pastFlows
  }
}

/// The present value of dated flows at one rate.
///
/// A flow on the valuation date counts in full. Flows before it are past: they are summed apart.
///
///     let flows = [DatedFlow(date: signed, amount: -100), DatedFlow(date: yearLater, amount: 110)]
///     try presentValue(of: flows, on: signed, rate: 0.1, convention: .actual365).amount  // 0.0
///
/// - Parameters:
///   - flows: In any order.
///   - rate: Effective annual, as a fraction, above −1.
/// - Throws: `rateNotAboveMinusOne`, `amountNotFinite` or `valueNotFinite`.
/// Source: CONVENTIONS §8.
public func presentValue(
  of flows: [DatedFlow], on date: CalendarDate, rate: Double, convention: PresentValueConvention
) throws(ValuationProblem) -> PresentValue {
  let force = try forceOfInterest(rate)
  let month = date.yearMonth
  var sum = CompensatedSum()
  var past = CompensatedSum()
  for (index, flow) in flows.enumerated() {
    guard flow.amount.isFinite else { throw .amountNotFinite(position: index + 1) }
    if flow.date < date {
      past.add(flow.amount)
    } else if flow.amount != 0 {
      let years = convention.years(from: date, in: month, to: flow)
      sum.add(flow.amount * exponential(-force * years))
    }
  }
  guard sum.value.isFinite, past.value.isFinite else { throw .valueNotFinite(rate: rate) }
  return PresentValue(amount: sum.value, pastFlows: past.value)
}

/// The continuous rate that equals an effective annual one.
///
/// - Throws: `rateNotAboveMinusOne`.
func forceOfInterest(_ rate: Double) throws(ValuationProblem) -> Double {
  guard rate > -1, rate.isFinite else { throw .rateNotAboveMinusOne(rate) }
  return logarithmOfOnePlus(rate)
}
