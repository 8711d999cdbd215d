import FinanceBasics

/// An amount some years from now, however the years were counted.
public struct TimedFlow: Hashable, Sendable {
  /// From the valuation date; zero or more.
  public let years: Double
  /// Received is positive, paid is negative.
  public let amount: Double

  /// An amount some years from now.
  public init(years: Double, amount: Double) {
    self.years = years
    self.amount = amount
  }
}

extension TimedFlow {
  /// The flows on and after a day, with the years to each by a day count.
  ///
  /// - Throws: `amountNotFinite`.
  static func flows(
    of flows: [DatedFlow], on date: CalendarDate, dayCount: DayCount
  ) throws(ValuationProblem) -> [TimedFlow] {
    if let index = flows.firstIndex(where: { !$0.amount.isFinite }) {
      throw .amountNotFinite(position: index + 1)
    }
    return flows.filter { $0.date >= date }.map {
      TimedFlow(
        years: dayCount.yearFraction(of: AccrualPeriod(date..<$0.date)), amount: $0.amount)
    }
  }
}
