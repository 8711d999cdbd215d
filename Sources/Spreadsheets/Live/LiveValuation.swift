public import FinanceBasics

/// At what rate, from which day, and with what result flows were discounted.
public struct LiveValuation: Hashable, Sendable {
  /// Effective annual, as a fraction.
  public let rate: Double
  /// The valuation date; a flow on it counts in full.
  public let date: CalendarDate
  /// Of all flows from the date on, in minor units, as posted.
  public let presentValue: Int64
  /// The sum of the flows before the date, in minor units.
  public let pastFlows: Int64

  /// Takes the parts as given.
  public init(rate: Double, date: CalendarDate, presentValue: Int64, pastFlows: Int64) {
    self.rate = rate
    self.date = date
    self.presentValue = presentValue
    self.pastFlows = pastFlows
  }
}
