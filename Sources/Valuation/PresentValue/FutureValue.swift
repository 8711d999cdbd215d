public import FinanceBasics

/// What dated flows have grown to on a day, each by (1 + rate)^(days ÷ 365) from its own.
///
/// On the last flow's day this is the spreadsheet-like XNFV. Flows after the day are discounted.
///
/// - Parameters:
///   - flows: In any order.
///   - rate: Effective annual, as a fraction, above −1.
/// - Throws: `rateNotAboveMinusOne`, `amountNotFinite` or `valueNotFinite`.
public func futureValue(
  of flows: [DatedFlow], on date: CalendarDate, rate: Double
) throws(ValuationProblem) -> Double {
  let force = try forceOfInterest(rate)
  var sum = CompensatedSum()
  for (index, flow) in flows.enumerated() where flow.amount != 0 {
    guard flow.amount.isFinite else { throw .amountNotFinite(position: index + 1) }
    sum.add(flow.amount * exponential(force * Double(flow.date.days(until: date)) / 365))
  }
  guard sum.value.isFinite else { throw .valueNotFinite(rate: rate) }
  return sum.value
}

/// The value, one a period, of amounts at the end of a number of periods.
///
///     try netFutureValue(rate: 0.03, periods: 6, amounts: [1050, 1350, 1350, 1450])  // 5,750.16
///
/// - Parameters:
///   - rate: Per period, as a fraction, above −1.
///   - periods: How many periods after the start of the first the value is wanted.
///   - amounts: One a period, in order.
/// - Throws: `rateNotAboveMinusOne`, `amountNotFinite` or `valueNotFinite`.
public func netFutureValue(
  rate: Double, periods: Int, amounts: [Double], timing: PaymentTiming = .arrears
) throws(ValuationProblem) -> Double {
  let value = try netPresentValue(rate: rate, amounts: amounts, timing: timing)
  let growth = exponential(try forceOfInterest(rate) * Double(periods))
  guard (value * growth).isFinite else { throw .valueNotFinite(rate: rate) }
  return value * growth
}

/// The value on a later day of one flow, from the zero rates to its day and to that day.
///
/// Amount × (1 + rate to the end)^t ÷ (1 + rate to the flow)^u, with the years t and u from `start`
/// as days ÷ 365: the flow is carried forward at the forward rate. Known as XFV.
///
/// - Parameters:
///   - start: The day from which both zero rates run.
///   - rateToFlow: Effective annual, from the start to the flow.
///   - rateToEnd: Effective annual, from the start to the end.
/// - Throws: `rateNotAboveMinusOne`, `amountNotFinite` or `valueNotFinite`.
public func forwardValue(
  of flow: DatedFlow, from start: CalendarDate, rateToFlow: Double, on end: CalendarDate,
  rateToEnd: Double
) throws(ValuationProblem) -> Double {
  guard flow.amount.isFinite else { throw .amountNotFinite(position: 1) }
  let growth = try forceOfInterest(rateToEnd) * Double(start.days(until: end)) / 365
  let discount = try forceOfInterest(rateToFlow) * Double(start.days(until: flow.date)) / 365
  let value = flow.amount * exponential(growth - discount)
  guard value.isFinite else { throw .valueNotFinite(rate: rateToEnd) }
  return value
}
