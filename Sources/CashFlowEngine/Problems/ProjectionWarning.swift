public import FinanceBasics

/// What a reader of a projection must know that no amount in it shows.
public enum ProjectionWarning: Hashable, Sendable {
  /// A month of an index was never published, and the last value before it stands for it.
  case indexCarried(series: String, month: YearMonth)
  /// From a month on, an index was assumed to grow at a rate a year.
  case indexAssumed(series: String, from: YearMonth, growth: ExactDecimal)
  /// A renewal, numbered from 1, has no probability, and counts as not exercised.
  case renewalWithoutProbability(number: Int)
  /// Operating cost, and so NOI, rests on a margin rather than on costs.
  case operatingCostFromMargin(ExactDecimal)
  /// What a hall's late delivery costs is more than all its base rent: the rest is not paid.
  case lateDeliveryCreditUnused(hall: String, Money)
  /// A hall is ready only after the day from which the tenant may terminate.
  case outsideDatePassed(hall: String, outsideDate: CalendarDate, readyForService: CalendarDate)
}

extension ProjectionWarning: CustomStringConvertible {
  /// One sentence, without a full stop.
  public var description: String {
    switch self {
    case .indexCarried(let series, let month):
      "\(series) of \(month) was not published: the last value before it is used"
    case .indexAssumed(let series, let month, let growth):
      "\(series) from \(month) on is assumed to grow by \(percent(growth)) a year"
    case .renewalWithoutProbability(let number):
      "renewal \(number) has no probability: it counts as not exercised"
    case .operatingCostFromMargin(let margin):
      "NOI rests on a margin of \(percent(margin)), not on operating costs"
    case .lateDeliveryCreditUnused(let hall, let rest):
      "\(rest) of the credit for late delivery of \(hall) is left after its base term, and dropped"
    case .outsideDatePassed(let hall, let outsideDate, let ready):
      "\(hall) is ready on \(ready), after the outside date \(outsideDate): the tenant may terminate"
    }
  }

  private func percent(_ fraction: ExactDecimal) -> String {
    "\((fraction * ExactDecimal(100)).normalized) %"
  }
}
