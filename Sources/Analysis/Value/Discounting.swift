public import FinanceBasics
public import Valuation

/// How an amount on a later day is brought to the valuation date.
public enum Discounting: Hashable, Sendable {
  /// At one effective annual rate, with time counted by a convention.
  case annual(rate: Double, PresentValueConvention)
  /// At one rate a year that is compounded otherwise, with time counted by a day count.
  case nominal(rate: Double, Compounding, DayCount)
  /// On a recorded curve, with a spread added to its effective annual zero rates.
  case curve(RecordedCurve, spread: Double)

  /// The rate as stated, a fraction a year; `nil` of a curve, which has many.
  public var rate: Double? {
    switch self {
    case .annual(let rate, _), .nominal(let rate, _, _): rate
    case .curve: nil
    }
  }

  /// What is added to a curve's rates, as a fraction; `nil` of a rate.
  public var spread: Double? {
    if case .curve(_, let spread) = self { spread } else { nil }
  }

  /// The same with another rate, or on a curve with another spread.
  public func moved(to number: Double) -> Discounting {
    switch self {
    case .annual(_, let convention): .annual(rate: number, convention)
    case .nominal(_, let compounding, let dayCount): .nominal(rate: number, compounding, dayCount)
    case .curve(let curve, _): .curve(curve, spread: number)
    }
  }

  /// The same with a rate, or a spread, that is higher by a number.
  func raised(by shift: Double) -> Discounting {
    moved(to: (rate ?? spread ?? 0) + shift)
  }

  /// The present value of flows; those before the date are past, and summed apart.
  ///
  /// - Throws: A rate of −100 % or less, or amounts beyond any sense.
  public func presentValue(
    of flows: [DatedFlow], on date: CalendarDate
  ) throws(ValuationProblem) -> PresentValue {
    switch self {
    case .annual(let rate, let convention):
      try Valuation.presentValue(of: flows, on: date, rate: rate, convention: convention)
    case .nominal(let rate, let compounding, let dayCount):
      try Valuation.presentValue(
        of: flows, on: date, rate: rate, compounding: compounding, dayCount: dayCount)
    case .curve(let curve, let spread):
      try Valuation.presentValue(
        of: flows, on: date, curve: curve.discounts.adding(spread: spread))
    }
  }

  /// The years from a day to a flow on or after it, as the discounting counts them; on a curve in
  /// years of 365 days.
  func years(from date: CalendarDate, to flow: DatedFlow) -> Double {
    switch self {
    case .annual(_, let convention): convention.years(from: date, to: flow)
    case .nominal(_, _, let dayCount) where flow.date > date:
      dayCount.yearFraction(of: AccrualPeriod(date..<flow.date))
    case .nominal: 0
    case .curve: Double(date.days(until: flow.date)) / 365
    }
  }

  /// What one unit of a flow is worth on a day.
  ///
  /// - Throws: A rate of −100 % or less.
  public func factor(
    of flow: DatedFlow, on date: CalendarDate
  ) throws(ValuationProblem) -> Double {
    let unit = DatedFlow(date: flow.date, amount: 1, accrualMonth: flow.accrualMonth)
    return try presentValue(of: [unit], on: date).amount
  }

  /// The effective annual rate that brings one unit on a later day to the same value; on the day
  /// itself, that of a year later.
  ///
  /// - Throws: A rate of −100 % or less.
  public func effectiveRate(
    from date: CalendarDate, to day: CalendarDate
  ) throws(ValuationProblem) -> Double {
    if case .annual(let rate, _) = self { return rate }
    let end = day > date ? day : date.adding(days: 365)
    let factor = try factor(of: DatedFlow(date: end, amount: 1), on: date)
    return Compounding.annual.rate(
      discountFactor: factor, years: Double(date.days(until: end)) / 365)
  }

  /// Whether flows of one day may have different factors, by the month that earned them.
  var isByAccrualMonth: Bool {
    if case .annual(_, .midPeriod) = self { true } else { false }
  }
}
