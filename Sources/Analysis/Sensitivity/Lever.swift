import FinanceBasics
public import LeaseModel

/// One quantity that a sensitivity moves: a rate, a delay, the rent, or an assumption.
public struct Lever: Hashable, Sendable {
  /// As the command line writes it: `rate`, `spread`, `tier.tenant`, `delay`, `rent`, or a path.
  public let name: String
  /// What is moved.
  public let target: Target
  let kind: LeverKind

  /// What a lever moves.
  public enum Target: Hashable, Sendable {
    /// The discount rate as stated, of all flows but those of tiers with their own.
    case rate
    /// What is added to the discount curve, of all flows but those of tiers with their own.
    case spread
    /// The rate of a tier, or the spread where it is discounted on a curve.
    case tier(CreditTier)
    /// Delivery and rent commencement of every hall.
    case delay
    /// First-year base rent a kilowatt of critical IT and month, whatever the deal states.
    case rent
    /// A field that the deals assume or leave open.
    case assumption(FieldPath)
  }

  /// The discount rate as stated.
  public static let rate = Lever("rate", .rate, .figure([.percentage]))
  /// What is added to the discount curve.
  public static let spread = Lever("spread", .spread, .figure([.percentage]))
  /// The rate of a tier, or its spread.
  public static func tier(_ tier: CreditTier) -> Lever {
    Lever("tier.\(tier.rawValue)", .tier(tier), .figure([.percentage]))
  }

  /// By how much every hall is late.
  public static let delay = Lever("delay", .delay, .time(isDelay: true))
  /// First-year base rent, in money a kilowatt of critical IT and month.
  public static let rent = Lever("rent", .rent, .figure([.moneyPerPowerTime]))

  private static let own =
    [rate, spread, delay, rent]
    + CreditTier.allCases.map(tier)

  /// The names of the levers that are no field of a deal.
  public static let ownNames = own.map(\.name)

  /// Whether the lever moves how flows are discounted, and no deal.
  var isOfDiscounting: Bool {
    switch target {
    case .rate, .spread, .tier: true
    case .delay, .rent, .assumption: false
    }
  }

  private init(_ name: String, _ target: Target, _ kind: LeverKind) {
    self.name = name
    self.target = target
    self.kind = kind
  }

  /// Takes a name of the command line.
  ///
  /// - Throws: `sensitivity.lever-unknown` with the nearest name; `sensitivity.not-assumed` and
  ///   `sensitivity.not-numeric` for fields that cannot be moved.
  public init(named name: String) throws(SensitivityFault) {
    if let own = Self.own.first(where: { $0.name == name }) {
      self = own
      return
    }
    guard let path = FieldPath(parsing: name) else {
      throw .leverUnknown(name, nearest: Self.nearest(to: name))
    }
    let pattern = path.catalogPattern
    guard let definition = FieldCatalog.definition(pattern, in: .terms) else {
      let isHead = FieldCatalog.definition(pattern, in: .head) != nil
      throw isHead ? .notAssumed(name) : .leverUnknown(name, nearest: Self.nearest(to: pattern))
    }
    guard definition.blocks.contains(.assumptions) else { throw .notAssumed(name) }
    guard let kind = LeverKind(definition.kind) else {
      throw .notNumeric(name, takes: definition.kind.summary)
    }
    self.init(name, .assumption(path), kind)
  }

  private static func nearest(to name: String) -> String? {
    let known = FieldCatalog.all.filter { definition in
      definition.section == .terms && definition.blocks.contains(.assumptions)
        && LeverKind(definition.kind) != nil
    }.map(\.pattern)
    return FieldCatalog.place(of: name, in: .terms)
      ?? nearestName(to: name, among: ownNames + known)
  }
}
