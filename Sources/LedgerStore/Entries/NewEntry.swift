public import FinanceBasics
public import LeaseModel

/// Something to record: one entry of the ledger once it is in.
public enum NewEntry: Sendable {
  case party(PartyRecord)
  case site(SiteRecord)
  case deal(VersionRecord)

  /// What the entry is about.
  public var kind: EntryKind {
    switch self {
    case .party: .party
    case .site: .site
    case .deal: .deal
    }
  }

  /// The id of the party, site or deal.
  public var subject: String {
    switch self {
    case .party(let record): record.party.id.text
    case .site(let record): record.site.id.text
    case .deal(let record): record.deal.text
    }
  }

  var document: Document? {
    switch self {
    case .party(let record): record.document
    case .site(let record): record.document
    case .deal(let record): record.document
    }
  }

  var effective: CalendarDate {
    switch self {
    case .party(let record): record.effective
    case .site(let record): record.effective
    case .deal(let record): record.effective
    }
  }

  var known: CalendarDate {
    switch self {
    case .party(let record): record.known
    case .site(let record): record.known
    case .deal(let record): record.known
    }
  }

  var reason: String? {
    if case .deal(let record) = self { record.reason } else { nil }
  }
}

/// What an entry is about, in the order in which one recording writes them.
public enum EntryKind: String, CaseIterable, Sendable {
  case party, site, deal
}

/// A version of a party.
public struct PartyRecord: Sendable {
  /// What is known of it.
  public let party: Party
  /// From when the version holds; the earliest day where it has no beginning.
  public let effective: CalendarDate
  /// When the public knew it; the earliest day where that is not dated.
  public let known: CalendarDate
  /// The file that it was read from.
  public let document: Document?

  /// A version without dates holds since ever and was always known.
  public init(
    _ party: Party, effective: CalendarDate = .earliest, known: CalendarDate = .earliest,
    document: Document? = nil
  ) {
    self.party = party
    self.effective = effective
    self.known = known
    self.document = document
  }
}

/// A version of a site.
public struct SiteRecord: Sendable {
  /// What is known of it.
  public let site: Site
  /// From when the version holds; the earliest day where it has no beginning.
  public let effective: CalendarDate
  /// When the public knew it; the earliest day where that is not dated.
  public let known: CalendarDate
  /// The file that it was read from.
  public let document: Document?

  /// A version without dates holds since ever and was always known.
  public init(
    _ site: Site, effective: CalendarDate = .earliest, known: CalendarDate = .earliest,
    document: Document? = nil
  ) {
    self.site = site
    self.effective = effective
    self.known = known
    self.document = document
  }
}
