/// A landlord, tenant, guarantor or end user, with the names that it goes by.
public struct Party: Hashable, Sendable {
  /// The id that it is recorded under.
  public let id: PartyID
  /// What it is called.
  public let name: String
  /// Other names that it goes by.
  public let aliases: [String]
  /// The exchange's symbol, where it is listed.
  public let ticker: String?
  /// Shares outstanding, where they are given.
  public let shares: Int?
  /// Who owns it.
  public let parent: PartyID?
  /// What it does here.
  public let role: String?
  /// A remark for the reader.
  public let note: String?

  /// Takes the parts as they are.
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
