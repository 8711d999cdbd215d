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

  private let found: Found
  /// How often the sign of the flows changes, in date order, with the flows of a day added.
  public let signChanges: Int

  /// One rate is kept without a list, so that a book of rates is one piece of memory.
  private enum Found: Hashable {
    case one(Double)
    /// None, or more than one.
    case list([Double])
  }

  init(roots: [Double], signChanges: Int) {
    found = roots.count == 1 ? .one(roots[0]) : .list(roots.sorted())
    self.signChanges = signChanges
    assert(roots.allSatisfy { $0 > -1 && $0.isFinite }, "each root is a rate")
    assert(roots.count <= signChanges, "no more roots than sign changes (Descartes)")
  }

  /// The only rate of flows whose sign changes once.
  init(rate: Double) {
    found = .one(rate)
    signChanges = 1
    assert(rate > -1 && rate.isFinite, "the root is a rate")
  }

  /// The rates as fractions, effective annual or per period, ascending, above −1; each once.
  public var roots: [Double] {
    switch found {
    case .one(let rate): [rate]
    case .list(let rates): rates
    }
  }

  /// Whether there is one rate, more than one, or none.
  public var status: Status {
    switch found {
    case .one: .unique
    case .list(let rates): rates.isEmpty ? .none : .several
    }
  }

  /// The only rate of return, or `nil` where there is none or more than one.
  public var rate: Double? {
    switch found {
    case .one(let rate): rate
    case .list: nil
    }
  }
}
