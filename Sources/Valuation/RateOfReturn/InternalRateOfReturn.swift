public import FinanceBasics

/// Every effective annual rate at which dated flows are worth nothing, or the fact that none is.
///
/// Time is days ÷ 365 from the first flow. Flows of one day are added first. A rate at which the
/// value touches zero without crossing it counts too. Rates are looked for from −1 + 1.1e-16, the
/// least that a 64-bit number can hold, to 1.8e308. The scale of the amounts does not matter.
///
///     let flows = [DatedFlow(date: signed, amount: -100), DatedFlow(date: yearLater, amount: 110)]
///     try internalRateOfReturn(of: flows).rate  // 0.1
///
/// - Parameter flows: In any order.
/// - Throws: `noFlows`, `amountNotFinite`, `nothingPaid`, `nothingReceived`, `allOnOneDay`,
///   `rateBeyondRange` or `rootsNotSeparated`.
/// - Complexity: O(n) where the flows change sign once; the method page of this module has the rest.
/// Source: CONVENTIONS §9.
public func internalRateOfReturn(
  of flows: [DatedFlow]
) throws(ValuationProblem) -> RateOfReturn {
  try requireFinite(flows.lazy.map(\.amount))
  let isSorted = zip(flows, flows.dropFirst()).allSatisfy { $0.date <= $1.date }
  let ordered = isSorted ? flows : flows.sorted { $0.date < $1.date }
  var sum = ExponentialSum(capacity: ordered.count)
  for flow in ordered {
    sum.append(flow.amount, at: Double(flow.date.dayNumber))
  }
  let days = Set(flows.lazy.filter { $0.amount != 0 }.map(\.date).prefix(while: { _ in true }))
  try requireBothSigns(flows.lazy.map(\.amount), sum: sum, onlyDay: days.count == 1 ? days.first : nil)
  return try RateOfReturn(of: sum, stepsPerPeriod: 365)
}

/// Every rate per period at which periodic amounts are worth nothing, or the fact that none is.
///
///     try internalRateOfReturn(ofPeriodic: [-50, -100, 600, 300, -100]).roots  // −0.7689, 1.8544
///
/// - Parameter amounts: One a period, in order.
/// - Throws: As the rate of return of dated flows does.
public func internalRateOfReturn(
  ofPeriodic amounts: [Double]
) throws(ValuationProblem) -> RateOfReturn {
  try requireFinite(amounts)
  var sum = ExponentialSum(capacity: amounts.count)
  for (period, amount) in amounts.enumerated() {
    sum.append(amount, at: Double(period))
  }
  try requireBothSigns(amounts, sum: sum, onlyDay: nil)
  return try RateOfReturn(of: sum, stepsPerPeriod: 1)
}
