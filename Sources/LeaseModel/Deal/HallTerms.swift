public import FinanceBasics

/// What a deal says of one hall.
public struct HallTerms: Sendable {
  public let name: String
  public var criticalIT: Stated<Figure>?
  public var gross: Stated<Figure>?
  public var site: Stated<SiteID>?
  public var readyForService: Stated<StatedDate>?
  public var rentCommencement: Stated<StatedDate>?
  public var term: Stated<Tenor>?
  public var expiry: Stated<StatedDate>?
  public var abatementLength: Stated<Tenor>?
  public var abatementShare: Stated<Figure>?
  public var rate: Stated<Figure>?
  /// In money, or in money per megawatt.
  public var capitalCost: Stated<Figure>?

  public init(name: String) {
    self.name = name
  }
}
