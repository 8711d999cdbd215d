/// A place where halls stand.
public struct Site: Hashable, Sendable {
  /// The id that it is recorded under.
  public let id: SiteID
  /// What it is called.
  public let name: String
  /// A town or a county.
  public let locality: String?
  /// A state or a province.
  public let region: String?
  /// Two letters of ISO 3166.
  public let country: String?
  /// Who lets the halls.
  public let landlord: PartyID?
  /// The site that this one is a part of.
  public let campus: SiteID?
  /// Where its power is bought.
  public let powerMarket: String?
  /// A remark for the reader.
  public let note: String?

  /// Takes the parts as they are.
  public init(
    id: SiteID, name: String, locality: String? = nil, region: String? = nil,
    country: String? = nil, landlord: PartyID? = nil, campus: SiteID? = nil,
    powerMarket: String? = nil, note: String? = nil
  ) {
    self.id = id
    self.name = name
    self.locality = locality
    self.region = region
    self.country = country
    self.landlord = landlord
    self.campus = campus
    self.powerMarket = powerMarket
    self.note = note
  }
}
