public import FinanceBasics

/// One measure of a deal or a group of deals, on one stated basis.
public struct Metric: Sendable {
  /// Stable, snake_case: the column of the CSV.
  public let id: String
  /// The heading in text.
  public let name: String
  /// How the value is written.
  public let kind: Kind
  /// How it is worked out, in a sentence.
  public let formula: String
  /// Which megawatt it counts or divides by; `nil` where it divides by none.
  public let megawattBasis: MegawattKind?
  /// The stretch of time that it covers, such as `base term`.
  public let period: String
  /// Works it out over deals; those that lack what it needs are left out.
  let compute: @Sendable ([DealMeasures]) -> MetricValue

  /// How a value is written.
  public enum Kind: Hashable, Sendable {
    /// Minor units.
    case amount
    /// Minor units for each megawatt.
    case amountPerMegawatt
    case decimal(fractionDigits: Int)
    /// A fraction of one.
    case percent
    case count
    case date
    case text
    /// The id of a party.
    case party
  }
}

/// The value of a metric for one subject, and how many deals it rests on.
public struct MetricValue: Hashable, Sendable {
  /// A value by its kind.
  public enum Value: Hashable, Sendable {
    case amount(Int64)
    case number(Double)
    case count(Int)
    case date(CalendarDate)
    case text(String)
  }

  /// `nil` where no deal of the subject has what the metric needs.
  public let value: Value?
  /// The deals that have all that it needs.
  public let deals: Int

  static let unknown = MetricValue(value: nil, deals: 0)

  init(value: Value?, deals: Int) {
    self.value = value
    self.deals = value == nil ? 0 : deals
  }
}
