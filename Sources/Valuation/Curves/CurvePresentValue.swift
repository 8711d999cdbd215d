public import FinanceBasics

/// The present value of dated flows on a curve.
///
/// A flow on the valuation date counts in full. Flows before it are past: they are summed apart.
///
/// - Parameters:
///   - flows: In any order.
///   - date: On or after the curve's date; from there on the curve's forward rates hold.
/// - Throws: `amountNotFinite` or `curveValueNotFinite`.
public func presentValue(
  of flows: [DatedFlow], on date: CalendarDate, curve: DiscountCurve
) throws(ValuationProblem) -> PresentValue {
  let toDate = curve.logDiscountFactor(years: Double(curve.date.days(until: date)) / 365)
  var sum = CompensatedSum()
  var past = CompensatedSum()
  for (index, flow) in flows.enumerated() {
    guard flow.amount.isFinite else { throw .amountNotFinite(position: index + 1) }
    if flow.date < date {
      past.add(flow.amount)
    } else if flow.amount != 0 {
      let years = Double(curve.date.days(until: flow.date)) / 365
      sum.add(flow.amount * exponential(curve.logDiscountFactor(years: years) - toDate))
    }
  }
  guard sum.value.isFinite, past.value.isFinite else { throw .curveValueNotFinite }
  return PresentValue(amount: sum.value, pastFlows: past.value)
}

/// The present value of dated flows at one rate under any compounding.
///
/// A flow on the valuation date counts in full. Flows before it are past: they are summed apart.
///
/// - Parameters:
///   - flows: In any order.
///   - rate: As a fraction a year, compounded as `compounding` says.
///   - dayCount: How the years to a flow are counted.
/// - Throws: `rateTooLow`, `amountNotFinite` or `valueNotFinite`.
public func presentValue(
  of flows: [DatedFlow], on date: CalendarDate, rate: Double, compounding: Compounding,
  dayCount: DayCount = .actual365Fixed
) throws(ValuationProblem) -> PresentValue {
  var sum = CompensatedSum()
  var past = CompensatedSum()
  for (index, flow) in flows.enumerated() {
    guard flow.amount.isFinite else { throw .amountNotFinite(position: index + 1) }
    if flow.date < date {
      past.add(flow.amount)
    } else if flow.amount != 0 {
      let years = dayCount.yearFraction(of: AccrualPeriod(date..<flow.date))
      sum.add(flow.amount * (try compounding.discountFactor(rate, years: years)))
    }
  }
  guard sum.value.isFinite, past.value.isFinite else { throw .valueNotFinite(rate: rate) }
  return PresentValue(amount: sum.value, pastFlows: past.value)
}
