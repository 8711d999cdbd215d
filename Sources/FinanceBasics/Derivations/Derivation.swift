/// How a number follows from others: a tree of arithmetic whose leaves are stated.
///
/// Nodes are shared: a rate that a thousand amounts rest on is one object, so that it is evaluated
/// once. A derivation holds no results; `DerivationEvaluator` finds them.
///
///     let rate = Derivation<String>("rate", unit: "USD/MW", stated: ExactDecimal(100))
///     let size = Derivation<String>("critical IT", unit: "MW", stated: ExactDecimal(49))
///     Derivation("rent", unit: "USD", .product([size, rate]))
public final class Derivation<Quantity: Hashable & Sendable>: Sendable {
  /// Where the number of a node comes from.
  public enum Formula: Sendable {
    /// A leaf: a number as it was written, or counted.
    case stated(ExactDecimal)
    /// A leaf that no decimal holds, such as a discount factor.
    case measured(PreciseReal)
    /// Of no terms: zero.
    case sum([Derivation])
    /// Of no factors: one.
    case product([Derivation])
    /// The first less the second.
    case difference(Derivation, Derivation)
    /// The first over the second, which is not zero.
    case quotient(Derivation, Derivation)
    /// To a power that is not negative.
    case power(Derivation, Int)
    /// Of at least one.
    case least([Derivation])
    /// Of at least one.
    case greatest([Derivation])
    /// To the cent, a half going to the even one.
    case rounded(Derivation)
    /// The one of several ways that applies; the node's note says why.
    case chosen(Derivation)
  }

  /// What the number is, in words: `critical IT of hall 1`.
  public let label: String
  /// What it is counted in, such as `USD/MW-month`; empty of a plain number.
  public let unit: String
  /// Where the number comes from.
  public let formula: Formula
  /// The stated quantity that a leaf is, or that a count of days follows from.
  public let quantity: Quantity?
  /// Which rule applies and why, where that is not plain; empty else.
  public let note: String

  /// Takes the parts as given.
  public init(
    _ label: String, unit: String = "", _ formula: Formula, quantity: Quantity? = nil,
    note: String = ""
  ) {
    self.label = label
    self.unit = unit
    self.formula = formula
    self.quantity = quantity
    self.note = note
  }

  /// A leaf: a number as it was written.
  public convenience init(
    _ label: String, unit: String = "", stated number: ExactDecimal, quantity: Quantity? = nil,
    note: String = ""
  ) {
    self.init(label, unit: unit, .stated(number), quantity: quantity, note: note)
  }

  /// A leaf: a whole number that is counted, or that is the same everywhere.
  public convenience init(
    _ label: String, unit: String = "", count: Int, quantity: Quantity? = nil, note: String = ""
  ) {
    self.init(label, unit: unit, .stated(ExactDecimal(count)), quantity: quantity, note: note)
  }

  /// What the number is made of, in order; empty of a leaf.
  public var parts: [Derivation] {
    switch formula {
    case .stated, .measured: []
    case .sum(let parts), .product(let parts), .least(let parts), .greatest(let parts): parts
    case .difference(let first, let second), .quotient(let first, let second): [first, second]
    case .power(let base, _), .rounded(let base), .chosen(let base): [base]
    }
  }

  /// Whether the number is stated or counted rather than worked out.
  public var isLeaf: Bool {
    switch formula {
    case .stated, .measured: true
    default: false
    }
  }
}
