public import FinanceBasics
public import LeaseModel

/// A version of a party to record.
public struct PartyRecord: Sendable {
  /// What is known of it.
  public let party: Party
  /// From when the version holds; the earliest day where it has no beginning.
  public let effective: CalendarDate
  /// When the public knew it; the earliest day where that is not dated.
  public let known: CalendarDate
  /// Why there is the version.
  public let reason: String?
  /// Where it was read, the main source first.
  public let sources: [Source]
  /// The file that it was read from.
  public let document: Document?

  /// A version without an announcement holds since ever and was always known.
  public init(
    _ party: Party, _ announcement: Announcement? = nil, document: Document? = nil
  ) {
    self.party = party
    effective = announcement?.effective ?? .earliest
    known = announcement?.known ?? .earliest
    reason = announcement?.reason
    sources = announcement?.sources ?? []
    self.document = document
  }
}
