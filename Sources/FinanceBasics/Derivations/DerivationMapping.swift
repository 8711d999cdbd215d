/// Gives the leaves of derivations other quantities; parts that were shared stay shared.
public struct DerivationMapping<From: Hashable & Sendable, To: Hashable & Sendable> {
  private var known: [ObjectIdentifier: (from: Derivation<From>, to: Derivation<To>)] = [:]

  /// Begins with nothing mapped.
  public init() {}

  /// The same derivation with each quantity that there is put into other words.
  public mutating func mapped(
    _ root: Derivation<From>, _ quantity: (From) -> To?
  ) -> Derivation<To> {
    var pending = [root]
    // Every node is passed at most twice for each place where it is a part.
    while let node = pending.last {
      if known[ObjectIdentifier(node)] != nil {
        pending.removeLast()
        continue
      }
      let open = node.parts.filter { known[ObjectIdentifier($0)] == nil }
      if open.isEmpty {
        let copy = Derivation<To>(
          node.label, unit: node.unit, formula(of: node),
          quantity: node.quantity.flatMap(quantity), note: node.note)
        known[ObjectIdentifier(node)] = (node, copy)
      } else {
        pending += open
      }
    }
    return known(root)
  }

  private func known(_ node: Derivation<From>) -> Derivation<To> {
    guard let entry = known[ObjectIdentifier(node)] else {
      preconditionFailure("the parts of a node are mapped before it")
    }
    return entry.to
  }

  private func formula(of node: Derivation<From>) -> Derivation<To>.Formula {
    switch node.formula {
    case .stated(let number): .stated(number)
    case .measured(let number): .measured(number)
    case .sum(let parts): .sum(parts.map(known))
    case .product(let parts): .product(parts.map(known))
    case .difference(let first, let second): .difference(known(first), known(second))
    case .quotient(let first, let second): .quotient(known(first), known(second))
    case .power(let base, let power): .power(known(base), power)
    case .least(let parts): .least(parts.map(known))
    case .greatest(let parts): .greatest(parts.map(known))
    case .rounded(let part): .rounded(known(part))
    case .chosen(let part): .chosen(known(part))
    }
  }
}
