public import FinanceBasics

/// A month or a day that a value is of.
public enum SeriesPeriod: Hashable, Comparable, Sendable, CustomStringConvertible {
  case month(YearMonth)
  case day(CalendarDate)

  /// Reads `YYYY-MM` of a monthly series, and `YYYY-MM-DD` of a dated one.
  public init?(_ text: String, of frequency: SeriesFrequency) {
    switch frequency {
    case .monthly:
      guard let month = YearMonth(text) else { return nil }
      self = .month(month)
    case .dated:
      guard let day = CalendarDate(text) else { return nil }
      self = .day(day)
    }
  }

  /// The month, or the month that the day is in.
  public var month: YearMonth {
    switch self {
    case .month(let month): month
    case .day(let day): day.yearMonth
    }
  }

  /// The period as ISO 8601 writes it: `2026-05` or `2026-05-29`.
  public var description: String {
    switch self {
    case .month(let month): month.description
    case .day(let day): day.description
    }
  }
}

/// One value of a series, or the statement that there is none.
public struct SeriesRow: Hashable, Sendable {
  /// What the value is of.
  public let period: SeriesPeriod
  /// Of a curve, how far ahead the value looks.
  public let tenor: Tenor?
  /// In the unit of the series, with the digits that were written; `nil`: never published.
  public let value: ExactDecimal?
  /// The line of the table, from 1.
  public let line: Int

  /// Takes the parts as they are.
  public init(period: SeriesPeriod, tenor: Tenor? = nil, value: ExactDecimal?, line: Int) {
    self.period = period
    self.tenor = tenor
    self.value = value
    self.line = line
  }

  /// The period, and of a curve its tenor: `2026-05`, `2026-05-29 10Y`.
  public var name: String {
    tenor.map { "\(period) \($0.marketName)" } ?? period.description
  }
}
