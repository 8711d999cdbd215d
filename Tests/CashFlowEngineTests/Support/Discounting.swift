import FinanceBasics
import Foundation

/// A flow of a test: a day and currency units.
struct TestFlow {
  let date: CalendarDate
  let amount: Double
}

/// Present value by days ÷ 365, or by the difference of calendar months ÷ 12.
func presentValue(
  _ flows: [TestFlow], rate: Double, on date: CalendarDate, isMonthly: Bool
) -> Double {
  flows.reduce(0) { sum, flow in
    let years =
      isMonthly
      ? Double(date.yearMonth.months(until: flow.date.yearMonth)) / 12
      : Double(date.days(until: flow.date)) / 365
    return sum + flow.amount * pow(1 + rate, -years)
  }
}

/// The one rate between 0 and 1 at which flows that change their sign once are worth nothing.
func rateOfReturn(_ flows: [TestFlow]) -> Double {
  let first = flows.map(\.date).min() ?? .earliest
  var (low, high) = (0.0, 1.0)
  for _ in 0..<100 {
    let middle = (low + high) / 2
    let value = presentValue(flows, rate: middle, on: first, isMonthly: false)
    if value > 0 { low = middle } else { high = middle }
  }
  return low
}
