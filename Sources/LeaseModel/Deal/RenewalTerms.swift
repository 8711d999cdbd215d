public import FinanceBasics

/// The renewal options of a deal as written: so many alike, or each by itself.
public struct RenewalTerms: Sendable {
  /// How often the tenant may renew.
  public var count: Stated<Int>?
  /// How long each renewal is.
  public var each: Stated<Tenor>?
  /// What is said of rent.
  public var rent: Stated<RenewalRentTerms>?
  /// In percent, of each, given that the ones before were exercised.
  public var probability: Stated<Figure>?
  /// How long before the end of the term the tenant must say so.
  public var notice: Stated<Tenor>?
  /// How many of them, from the first on, the tenant has exercised.
  public var exercised: Stated<Int>?
  /// Options that differ, in order; what one leaves open, the group says.
  public var options: [RenewalOptionTerms] = []

  /// Begins with nothing known.
  public init() {}

  /// Whether nothing is said of renewals.
  var isEmpty: Bool {
    count == nil && each == nil && rent == nil && probability == nil && notice == nil
      && exercised == nil && options.isEmpty
  }
}

/// One renewal of several that differ, as written.
public struct RenewalOptionTerms: Sendable {
  /// How long the renewal is.
  public var length: Stated<Tenor>
  /// What is said of its rent.
  public var rent: Stated<RenewalRentTerms>?
  /// In percent, given that the ones before were exercised.
  public var probability: Stated<Figure>?
  /// How long before the end of the term the tenant must say so.
  public var notice: Stated<Tenor>?

  /// A renewal of a length, of which nothing else is known.
  public init(length: Stated<Tenor>) {
    self.length = length
  }
}

/// The rent of a renewal as written.
public enum RenewalRentTerms: Hashable, Sendable {
  case continued
  case flat
  case fixed(Figure)
  case market(MarketRentTerms)
}

/// A rent that follows the market, as written; its curve is still a name.
public struct MarketRentTerms: Hashable, Sendable {
  /// The name of the series of rents per kW-month.
  public let curve: Stated<String>
  /// In percent of the curve; all of it where absent.
  public var share: Stated<Figure>?
  /// The least change from the rent before, in percent.
  public var floor: Stated<Figure>?
  /// The most change from the rent before, in percent.
  public var cap: Stated<Figure>?
  /// Assumed growth beyond the curve, in percent a year.
  public var afterLast: Stated<Figure>?

  /// The keys of the group in a deal file.
  static let keys = ["curve", "share", "floor", "cap", "afterLast"]

  /// All of the curve, without bounds.
  public init(curve: Stated<String>) {
    self.curve = curve
  }
}

extension RenewalTerms {
  init(reading table: FieldTable) {
    self.init()
    count = table.count("renewals.count")
    each = table.length("renewals.each")
    rent = RenewalRentTerms.reading(table, at: "renewals.rent")
    probability = table.figure("renewals.probability")
    notice = table.length("renewals.notice")
    exercised = table.count("renewals.exercised")
    options = table.elementPaths(of: "renewals.options").compactMap { path in
      guard let length = table.length("\(path).length") else { return nil }
      var option = RenewalOptionTerms(length: length)
      option.rent = RenewalRentTerms.reading(table, at: "\(path).rent")
      option.probability = table.figure("\(path).probability")
      option.notice = table.length("\(path).notice")
      return option
    }
  }
}

extension RenewalRentTerms {
  static func reading(_ table: FieldTable, at path: String) -> Stated<RenewalRentTerms>? {
    if let word = table.text(path) { return word.map { $0 == "flat" ? .flat : .continued } }
    if let fixed = table.figure("\(path).fixed") { return fixed.map { .fixed($0) } }
    guard let curve = table.text("\(path).market.curve") else { return nil }
    var market = MarketRentTerms(curve: curve)
    market.share = table.figure("\(path).market.share")
    market.floor = table.figure("\(path).market.floor")
    market.cap = table.figure("\(path).market.cap")
    market.afterLast = table.figure("\(path).market.afterLast")
    return curve.map { _ in .market(market) }
  }
}
