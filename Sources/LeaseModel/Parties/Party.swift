/// A landlord, tenant, guarantor or end user, with the names that it goes by.
public struct Party: Hashable, Sendable {
  public let id: PartyID
  public let name: String
  public let aliases: [String]
  /// The exchange's symbol, where it is listed.
  public let ticker: String?
  /// Shares outstanding, where they are given.
  public let shares: Int?
  public let parent: PartyID?
  public let role: String?
  public let note: String?

  public init(
    id: PartyID, name: String, aliases: [String] = [], ticker: String? = nil, shares: Int? = nil,
    parent: PartyID? = nil, role: String? = nil, note: String? = nil
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.ticker = ticker
    self.shares = shares
    self.parent = parent
    self.role = role
    self.note = note
  }
}
