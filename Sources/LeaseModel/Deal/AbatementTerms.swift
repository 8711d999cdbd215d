public import FinanceBasics

/// Free rent as written, of the lease or of one hall; what a hall leaves open, the lease says.
public struct AbatementTerms: Sendable {
  /// The rent-free time from commencement.
  public var length: Stated<Tenor>?
  /// The share that is not charged, in percent; all of it where absent.
  public var share: Stated<Figure>?
  /// What is not charged, in the order of the file; base rent where empty.
  public var covers: [Stated<Abatement.Charge>] = []
  /// Whether the term ends later by the rent-free time; it does not where absent.
  public var extendsTerm: Stated<Bool>?

  /// Begins with nothing known.
  public init() {}

  /// What this hall says, and where it says nothing, what the lease says.
  func refining(_ lease: AbatementTerms) -> AbatementTerms {
    var terms = self
    terms.length = length ?? lease.length
    terms.share = share ?? lease.share
    terms.covers = covers.isEmpty ? lease.covers : covers
    terms.extendsTerm = extendsTerm ?? lease.extendsTerm
    return terms
  }
}

extension AbatementTerms {
  /// - Parameter path: Of the group, such as `rent.abatement`.
  init(reading table: FieldTable, at path: String) {
    self.init()
    length = table.length("\(path).length")
    share = table.figure("\(path).share")
    covers = table.elementPaths(of: "\(path).covers").compactMap { table.choice($0) }
    extendsTerm = table.flag("\(path).extendsTerm")
  }
}
