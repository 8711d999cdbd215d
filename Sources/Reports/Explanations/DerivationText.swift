import Analysis
import FinanceBasics
import LeaseModel

/// Numbers and formulas of a derivation as people read them.
struct DerivationText {
  typealias Node = Derivation<ExplainedInput>

  private(set) var evaluator = DerivationEvaluator<ExplainedInput>()
  private(set) var rationals = RationalEvaluator<ExplainedInput>()
  /// A node is kept with its answer, so that no other can come to have its identity.
  private var posted: [ObjectIdentifier: (node: Node, isPosted: Bool)] = [:]

  /// A number with all digits that it has: as written; an amount in cents as it is posted; else
  /// exact where it is, or 38 significant ones.
  mutating func value(of node: Node) -> String { Self.grouped(plainValue(of: node)) }

  /// The number without groups, for programs.
  mutating func plainValue(of node: Node) -> String {
    if case .stated(let number) = node.formula { return number.description }
    return postedAmount(of: node) ?? exactDecimal(of: node)
      ?? evaluator.value(of: node).digitsWithoutNoise
  }

  /// A short form for a formula: twelve significant digits, or as written or posted.
  mutating func shortValue(of node: Node) -> String {
    if case .stated = node.formula { return value(of: node) }
    return Self.grouped(
      postedAmount(of: node) ?? evaluator.value(of: node).digits(significant: 12))
  }

  /// A posted amount, or what posted amounts come to, with its cents; `nil` of any other number.
  private mutating func postedAmount(of node: Node) -> String? {
    guard isPosted(node) else { return nil }
    return evaluator.minorUnits(of: node).map(Self.amount)
  }

  /// Whether a number is of whole cents because all that it is made of is.
  private mutating func isPosted(_ node: Node) -> Bool {
    if let known = posted[ObjectIdentifier(node)] { return known.isPosted }
    let isPosted =
      switch node.formula {
      case .rounded: true
      case .stated, .measured, .quotient, .power: false
      case .sum, .difference, .least, .greatest, .chosen: areAllPosted(node.parts)
      case .product(let factors): isPostedMultiple(factors)
      }
    posted[ObjectIdentifier(node)] = (node, isPosted)
    return isPosted
  }

  private mutating func areAllPosted(_ parts: [Node]) -> Bool {
    for part in parts where !isPosted(part) { return false }
    return !parts.isEmpty
  }

  /// Whether factors are one posted amount with whole numbers, such as one that turns its sign.
  private mutating func isPostedMultiple(_ factors: [Node]) -> Bool {
    let amounts = factors.filter { !$0.isWhole }
    return amounts.count == 1 && areAllPosted(amounts)
  }

  /// The fraction that a number is exactly, where no decimal is; `nil` else.
  mutating func fraction(of node: Node) -> String? {
    guard !node.isLeaf, let rational = rationals.value(of: node), rational.decimal == nil,
      rational.description.utf8.count <= 60
    else { return nil }
    return rational.description
  }

  /// The decimal that a number is exactly; `nil` where it is none of at most 30 digits.
  private mutating func exactDecimal(of node: Node) -> String? {
    rationals.value(of: node)?.decimal?.normalized.description
  }

  static func amount(_ minorUnits: Int64) -> String {
    ExactDecimal(digits: Int128(minorUnits), fractionDigits: 2).description
  }

  static func groupedAmount(_ minorUnits: Int64) -> String { grouped(amount(minorUnits)) }

  private static func grouped(_ number: String) -> String {
    let parts = number.split(separator: ".", maxSplits: 1)
    let whole = Reports.grouped(String(parts[0]))
    return parts.count == 2 ? "\(whole).\(parts[1])" : whole
  }
}

extension Derivation {
  /// Whether the node is a leaf without a fraction.
  fileprivate var isWhole: Bool {
    guard case .stated(let number) = formula else { return false }
    return number.normalized.fractionDigits == 0
  }
}

extension PreciseReal {
  /// The significant digits that roundings of thousands of operations leave alone.
  private static let certainDigits = 35
  /// The most significant digits of a decimal that is taken for the number itself.
  private static let shortDigits = 28

  /// All digits of the number; but a short decimal where no more than noise tells the two apart.
  ///
  /// Of 3 MW-months that were added up from thirds, binary sums may leave 2.99…97.
  fileprivate var digitsWithoutNoise: String {
    let certain = digits(significant: Self.certainDigits)
    let count = certain.drop { "-0.".contains($0) }.count { $0 != "." }
    return count <= Self.shortDigits ? certain : allDigits
  }
}

extension ExactRational {
  /// The decimal that the number is; `nil` where its digits do not end, or are more than 30.
  var decimal: ExactDecimal? {
    var (rest, places) = (denominator, 0)
    while rest % 10 == 0 { (rest, places) = (rest / 10, places + 1) }
    var factor: Int128 = 1
    while rest % 2 == 0 { (rest, places, factor) = (rest / 2, places + 1, factor * 5) }
    while rest % 5 == 0 { (rest, places, factor) = (rest / 5, places + 1, factor * 2) }
    let (digits, isOverflow) = numerator.multipliedReportingOverflow(by: factor)
    guard rest == 1, !isOverflow, places <= ExactDecimal.maximumDigits else { return nil }
    return ExactDecimal(digits: digits, fractionDigits: places)
  }
}

extension DerivationText {
  /// How a number follows from its parts, in words with the numbers; `nil` of a leaf.
  mutating func formula(of node: Node) -> String? {
    switch node.formula {
    case .stated, .measured: return nil
    case .sum(let parts): return parts.isEmpty ? "nothing" : joined(parts, " + ", whole: "sum")
    case .product(let parts): return joined(parts, " × ", whole: "product")
    case .difference(let first, let second): return "\(words(first)) − \(words(second))"
    case .quotient(let first, let second): return "\(words(first)) ÷ \(words(second))"
    case .power(let base, let power): return "(\(words(base))) to the power of \(power)"
    case .least(let parts): return "the least of " + list(parts)
    case .greatest(let parts): return "the greatest of " + list(parts)
    case .rounded(let part): return "rounded to the cent, half to even, of \(words(part))"
    case .chosen(let part): return words(part)
    }
  }

  /// The parts that a formula names; of more, their number.
  private static let mostNames = 4

  private mutating func joined(_ parts: [Node], _ sign: String, whole: String) -> String {
    guard parts.count <= Self.mostNames else { return "the \(whole) of \(parts.count) parts" }
    return parts.map { words($0) }.joined(separator: sign)
  }

  private mutating func list(_ parts: [Node]) -> String {
    parts.map { words($0) }.joined(separator: " and ")
  }

  private mutating func words(_ node: Node) -> String {
    let number = shortValue(of: node)
    return node.label == number ? number : "\(node.label) (\(number))"
  }
}

extension Derivation {
  /// The name of what a node does, for programs.
  var operation: String {
    switch formula {
    case .stated: "stated"
    case .measured: "measured"
    case .sum: "sum"
    case .product: "product"
    case .difference: "difference"
    case .quotient: "quotient"
    case .power: "power"
    case .least: "least"
    case .greatest: "greatest"
    case .rounded: "rounded"
    case .chosen: "chosen"
    }
  }
}
