/// A place where halls stand.
public struct Site: Hashable, Sendable {
  public let id: SiteID
  public let name: String
  /// A town or a county.
  public let locality: String?
  /// A state or a province.
  public let region: String?
  /// Two letters of ISO 3166.
  public let country: String?
  public let landlord: PartyID?
  /// The site that this one is a part of.
  public let campus: SiteID?
  public let powerMarket: String?
  public let note: String?

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
