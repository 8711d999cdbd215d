public import FinanceBasics

/// Every effective annual rate at which dated flows are worth nothing, or the fact that none is.
///
/// Time is days ÷ 365 from the first flow. Flows of one day are added first. A rate at which the
/// value touches zero without crossing it counts too. The scale of the amounts does not matter.
/// Rates are looked for from −1 + 1.1e-16, the least that a 64-bit number can hold, to 4.3e15
/// (e³⁶), or to 1.7e308 where the flows change sign once and so have one rate at most. Rates so
/// close together that a rounding of the amounts in their sixteenth digit would join them count as
/// one.
///
///     let flows = [DatedFlow(date: signed, amount: -100), DatedFlow(date: yearLater, amount: 110)]
///     try internalRateOfReturn(of: flows).rate  // 0.1
///
/// - Parameter flows: In any order.
/// - Throws: `noFlows`, `amountNotFinite`, `nothingPaid`, `nothingReceived`, `allOnOneDay`,
///   `rateBeyondRange` or `rootsNotSeparated`.
/// - Complexity: O(n) where the flows are in date order and change sign once.
/// Source: CONVENTIONS §9.
public func internalRateOfReturn(
  of flows: [DatedFlow]
) throws(ValuationProblem) -> RateOfReturn {
  let only = RateOfReturn(count: flows.count, stepsPerPeriod: daysPerYear) { amounts, steps in
    for index in flows.indices {
      amounts[index] = flows[index].amount
      steps[index] = Double(flows[index].date.dayNumber)
    }
  }
  if let only { return only }
  let isOrdered = zip(flows, flows.dropFirst()).allSatisfy { $0.date <= $1.date }
  let ordered = isOrdered ? flows : flows.sorted { $0.date < $1.date }
  let sum = ExponentialSum(
    amounts: ordered.map(\.amount), offsets: ordered.map { Double($0.date.dayNumber) })
  guard sum.signChanges > 0 else { throw reasonForNoRate(of: flows) }
  return try RateOfReturn(of: sum, stepsPerPeriod: daysPerYear)
}

/// Every effective annual rate at which dated flows are worth nothing, with the years to each flow
/// from the first by a day count.
///
/// - Throws: As the rate of return of dated flows does.
public func internalRateOfReturn(
  of flows: [DatedFlow], dayCount: DayCount
) throws(ValuationProblem) -> RateOfReturn {
  let ordered = flows.sorted { $0.date < $1.date }
  guard let first = ordered.first?.date else { throw .noFlows }
  let years = ordered.map { dayCount.yearFraction(of: AccrualPeriod(first..<$0.date)) }
  let sum = ExponentialSum(amounts: ordered.map(\.amount), offsets: years)
  guard sum.signChanges > 0 else { throw reasonForNoRate(of: flows) }
  return try RateOfReturn(of: sum, stepsPerPeriod: 1)
}

/// Every rate per period at which periodic amounts are worth nothing, or the fact that none is.
///
///     try internalRateOfReturn(ofPeriodic: [-50, -100, 600, 300, -100]).roots  // −0.7689, 1.8544
///
/// - Parameter amounts: One a period, in order.
/// - Throws: `noFlows`, `amountNotFinite`, `nothingPaid`, `nothingReceived`, `rateBeyondRange`
///   or `rootsNotSeparated`.
public func internalRateOfReturn(
  ofPeriodic amounts: [Double]
) throws(ValuationProblem) -> RateOfReturn {
  try RateOfReturn(ofAmounts: amounts, stepsPerPeriod: 1)
}

/// What is wrong with dated flows whose sign does not change from day to day.
private func reasonForNoRate(of flows: [DatedFlow]) -> ValuationProblem {
  let days = Set(flows.lazy.filter { $0.amount != 0 }.map(\.date))
  return reasonForNoRate(of: flows.map(\.amount), onlyDay: days.count == 1 ? days.first : nil)
}

/// What is wrong with amounts whose sign does not change.
private func reasonForNoRate(
  of amounts: [Double], onlyDay: CalendarDate?
) -> ValuationProblem {
  if let index = amounts.firstIndex(where: { !$0.isFinite }) {
    return .amountNotFinite(position: index + 1)
  }
  guard amounts.contains(where: { $0 != 0 }) else { return .noFlows }
  guard amounts.contains(where: { $0 < 0 }) else { return .nothingPaid }
  guard amounts.contains(where: { $0 > 0 }) else { return .nothingReceived }
  if let onlyDay { return .allOnOneDay(onlyDay) }
  var total = CompensatedSum()
  for amount in amounts { total.add(amount) }
  return total.value > 0 ? .nothingPaid : .nothingReceived
}

extension RateOfReturn {
  /// The rates of amounts at equal steps, of which a number make one period of the rate.
  init(ofAmounts amounts: [Double], stepsPerPeriod: Double) throws(ValuationProblem) {
    let only = RateOfReturn(count: amounts.count, stepsPerPeriod: stepsPerPeriod) { column, steps in
      for index in amounts.indices {
        (column[index], steps[index]) = (amounts[index], Double(index))
      }
    }
    if let only {
      self = only
      return
    }
    let sum = ExponentialSum(amounts: amounts, offsets: amounts.indices.map(Double.init))
    guard sum.signChanges > 0 else { throw reasonForNoRate(of: amounts, onlyDay: nil) }
    try self.init(of: sum, stepsPerPeriod: stepsPerPeriod)
  }

  /// The rates at which an exponential sum is zero.
  ///
  /// - Parameter stepsPerPeriod: How many units of the sum's offsets make one period of the rate.
  init(of sum: ExponentialSum, stepsPerPeriod: Double) throws(ValuationProblem) {
    let count = sum.amounts.count
    let only = RateOfReturn(count: count, stepsPerPeriod: stepsPerPeriod) { amounts, steps in
      for index in 0..<count {
        amounts[index] = sum.amounts[index]
        steps[index] = sum.offsets[index]
      }
    }
    if let only {
      self = only
      return
    }
    let limits = RootSearch.Limits(stepsPerPeriod: stepsPerPeriod)
    let forces =
      if let ratio = LogRatio(sum) {
        [try ratio.root(within: limits)]
      } else {
        try RootSearch.allRoots(of: sum, within: limits)
      }
    self.init(
      roots: forces.map { exponentialMinusOne($0 * stepsPerPeriod) }, signChanges: sum.signChanges)
  }
}

/// The days of a year of the rate of return of dated flows.
let daysPerYear = 365.0
