/// Every rate at which flows are worth nothing: one, several or none.
public struct RateOfReturn: Sendable, Hashable {
  /// How many rates of return there are, named as outputs print it.
  public enum Status: String, CaseIterable, Sendable {
    /// Exactly one rate brings the value to zero.
    case unique
    /// More than one rate does, so that none of them is "the" rate of return.
    case several
    /// The flows change sign, but no rate brings their value to zero.
    case none
  }

  /// The rates as fractions, effective annual or per period, ascending, above −1; each once.
  public let roots: [Double]
  /// How often the sign of the flows changes, in date order, with the flows of a day added.
  public let signChanges: Int

  init(roots: [Double], signChanges: Int) {
    self.roots = roots.sorted()
    self.signChanges = signChanges
    assert(self.roots.allSatisfy { $0 > -1 && $0.isFinite }, "each root is a rate")
    assert(roots.count <= signChanges, "no more roots than sign changes (Descartes)")
  }

  /// Whether there is one rate, more than one, or none.
  public var status: Status {
    switch roots.count {
    case 0: .none
    case 1: .unique
    default: .several
    }
  }

  /// The only rate of return, or `nil` where there is none or more than one.
  public var rate: Double? { roots.count == 1 ? roots[0] : nil }
}
