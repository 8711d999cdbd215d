public import FinanceBasics
public import LeaseModel

/// A version of a deal that stands, with the days on which the public knew of it.
public struct KnownVersion: Sendable {
  /// The version.
  public let deal: Deal
  /// When the public knew what it is, or what it corrects: its place among the versions of its deal.
  public let since: CalendarDate
  /// When the public knew it as it is; later than `since` where it was put right on a later day.
  public let corrected: CalendarDate

  /// Takes the parts as given; by default both days are that on which it was announced.
  public init(_ deal: Deal, since: CalendarDate? = nil, corrected: CalendarDate? = nil) {
    self.deal = deal
    self.since = since ?? deal.announced.last
    self.corrected = max(self.since, corrected ?? self.since)
  }
}
