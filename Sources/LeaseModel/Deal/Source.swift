public import FinanceBasics

/// Where a term was read.
public struct Source: Hashable, Sendable {
  /// How far a source is to be trusted, the best first.
  public enum Tier: String, CaseIterable, Sendable {
    case filing, release, press, aggregator
  }

  public let id: SourceID
  public let tier: Tier
  public let date: StatedDate?
  public let title: String?
  public let url: String?
  /// Through what the source was read, such as a copy or a summary.
  public let via: String?

  public init(
    id: SourceID, tier: Tier, date: StatedDate? = nil, title: String? = nil, url: String? = nil,
    via: String? = nil
  ) {
    self.id = id
    self.tier = tier
    self.date = date
    self.title = title
    self.url = url
    self.via = via
  }
}
