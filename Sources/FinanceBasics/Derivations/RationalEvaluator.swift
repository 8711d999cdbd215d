/// Works out derivations as exact fractions, as far as 127 bits hold them.
///
/// What was rounded to the cent is exact again, whatever it was rounded from.
public struct RationalEvaluator<Quantity: Hashable & Sendable> {
  private var known: [ObjectIdentifier: (node: Derivation<Quantity>, value: ExactRational?)] = [:]

  private var amounts = DerivationEvaluator<Quantity>()

  /// Begins with nothing known.
  public init() {}

  /// The number of a derivation as a fraction; `nil` where it, or what it rests on, is too long.
  public mutating func value(of root: Derivation<Quantity>) -> ExactRational? {
    var pending = [root]
    // Every node is passed at most twice for each place where it is a part.
    while let node = pending.last {
      if known[ObjectIdentifier(node)] != nil {
        pending.removeLast()
        continue
      }
      let open = node.parts.filter { known[ObjectIdentifier($0)] == nil }
      if open.isEmpty {
        known[ObjectIdentifier(node)] = (node, result(of: node))
      } else {
        pending += open
      }
    }
    return known[ObjectIdentifier(root)]?.value
  }

  private mutating func result(of node: Derivation<Quantity>) -> ExactRational? {
    if case .rounded = node.formula {
      return amounts.minorUnits(of: node).flatMap { ExactRational(Int128($0), over: 100) }
    }
    var parts: [ExactRational] = []
    for part in node.parts {
      guard let value = known[ObjectIdentifier(part)]?.value else { return nil }
      parts.append(value)
    }
    switch node.formula {
    case .stated(let number): return ExactRational(number)
    case .measured: return nil
    case .sum: return folded(parts, from: ExactRational(0)) { $0.plus($1) }
    case .product: return folded(parts, from: ExactRational(1)) { $0.times($1) }
    case .difference: return parts[0].minus(parts[1])
    case .quotient: return parts[0].divided(by: parts[1])
    case .power(_, let power):
      return folded(Array(repeating: parts[0], count: power), from: ExactRational(1)) {
        $0.times($1)
      }
    case .least:
      return folded(parts, from: parts[0]) { first, second in
        second.isLess(than: first).map { $0 ? second : first }
      }
    case .greatest:
      return folded(parts, from: parts[0]) { first, second in
        first.isLess(than: second).map { $0 ? second : first }
      }
    case .chosen, .rounded: return parts[0]
    }
  }

  private func folded(
    _ parts: [ExactRational], from first: ExactRational,
    _ join: (ExactRational, ExactRational) -> ExactRational?
  ) -> ExactRational? {
    var result: ExactRational? = first
    for part in parts { result = result.flatMap { join($0, part) } }
    return result
  }
}
