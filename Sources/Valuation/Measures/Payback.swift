public import FinanceBasics

/// The first day from which the running sum of the flows is zero or more and stays so.
///
/// Flows of one day count together. `nil` where the sum is never negative (nothing is to be paid
/// back) or is negative at the end. A sum within 1e-12 of all amounts paid and received is zero.
///
/// - Parameter flows: In any order.
public func paybackDate(of flows: [DatedFlow]) -> CalendarDate? {
  let ordered = flows.sorted { $0.date < $1.date }
  let tolerance = ordered.reduce(0) { $0 + abs($1.amount) } * runningSumTolerance
  var sum = CompensatedSum()
  var payback: CalendarDate?
  var wasNegative = false
  for (index, flow) in ordered.enumerated() {
    sum.add(flow.amount)
    let isLastOfDay = index + 1 == ordered.count || ordered[index + 1].date != flow.date
    guard isLastOfDay else { continue }
    if sum.value < -tolerance {
      wasNegative = true
      payback = nil
    } else if wasNegative && payback == nil {
      payback = flow.date
    }
  }
  return payback
}

/// The payback date of the flows' values at a rate, on and after a day.
///
/// Flows before the day are past and do not count.
///
/// - Parameter rate: Effective annual, as a fraction, above −1; days ÷ 365 are the years.
/// - Throws: `rateNotAboveMinusOne`.
public func discountedPaybackDate(
  of flows: [DatedFlow], on date: CalendarDate, rate: Double
) throws(ValuationProblem) -> CalendarDate? {
  let force = try forceOfInterest(rate)
  return paybackDate(
    of: flows.filter { $0.date >= date }.map { flow in
      let years = PresentValueConvention.actual365.years(from: date, to: flow)
      return DatedFlow(date: flow.date, amount: flow.amount * exponential(-force * years))
    })
}

/// The part of all amounts below which a running sum is rounding and no debt.
private let runningSumTolerance = 1e-12
