public import FinanceBasics

/// What a deal says of one hall.
public struct HallTerms: Sendable {
  /// What it is called.
  public let name: String
  /// Critical IT load, in megawatts.
  public var criticalIT: Stated<Figure>?
  /// Critical IT load times PUE, in megawatts.
  public var gross: Stated<Figure>?
  /// Where the halls stand.
  public var site: Stated<SiteID>?
  /// When the hall is ready.
  public var readyForService: Stated<StatedDate>?
  /// When rent begins.
  public var rentCommencement: Stated<StatedDate>?
  /// The base term.
  public var term: Stated<Tenor>?
  /// The last day of the term, included.
  public var expiry: Stated<StatedDate>?
  /// The rent-free time from commencement.
  public var abatementLength: Stated<Tenor>?
  /// The share of rent that is not charged, in percent; all of it where absent.
  public var abatementShare: Stated<Figure>?
  /// The first-year rent of this hall alone, in money per kW-month or MW-year.
  public var rate: Stated<Figure>?
  /// In money, or in money per megawatt.
  public var capitalCost: Stated<Figure>?

  /// Takes the parts as they are.
  public init(name: String) {
    self.name = name
  }
}
