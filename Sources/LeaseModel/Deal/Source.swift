public import FinanceBasics

/// Where a term was read.
public struct Source: Hashable, Sendable {
  /// How far a source is to be trusted, the best first.
  public enum Tier: String, CaseIterable, Sendable {
    case filing, release, press, aggregator
  }

  /// The id that it is recorded under.
  public let id: SourceID
  /// How far it is to be trusted.
  public let tier: Tier
  /// When it was paid, made or published.
  public let date: StatedDate?
  /// What it is called.
  public let title: String?
  /// Where it is.
  public let url: String?
  /// Through what the source was read, such as a copy or a summary.
  public let via: String?

  /// Takes the parts as they are.
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
