/// Works out the numbers of derivations; it knows arithmetic and rounding, and nothing else.
///
/// What was worked out is kept, so that shared parts are worked out once.
public struct DerivationEvaluator<Quantity: Hashable & Sendable> {
  /// A node is kept with its number, so that no other can come to have its identity.
  private var known: [ObjectIdentifier: (node: Derivation<Quantity>, value: PreciseReal)] = [:]

  /// Begins with nothing known.
  public init() {}

  /// The number of a derivation, to 38 digits.
  ///
  /// - Precondition: No divisor is zero.
  /// - Complexity: O(n) in the nodes below that are not known yet.
  public mutating func value(of root: Derivation<Quantity>) -> PreciseReal {
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
    return known(root)
  }

  /// An amount in cents, as it is posted; `nil` beyond 63 bits.
  public mutating func minorUnits(of root: Derivation<Quantity>) -> Int64? {
    value(of: root).times(100).roundedHalfEven()
  }

  private func known(_ node: Derivation<Quantity>) -> PreciseReal {
    guard let entry = known[ObjectIdentifier(node)] else {
      preconditionFailure("the parts of a node are worked out before it")
    }
    return entry.value
  }

  private func result(of node: Derivation<Quantity>) -> PreciseReal {
    switch node.formula {
    case .stated(let number): number.real
    case .measured(let number): number
    case .sum(let parts): parts.reduce(.zero) { $0.plus(known($1)) }
    case .product(let parts): parts.reduce(.one) { $0.times(known($1)) }
    case .difference(let first, let second): known(first).minus(known(second))
    case .quotient(let first, let second): known(first).divided(by: known(second))
    case .power(let base, let power): known(base).raised(to: power)
    case .least(let parts): parts.dropFirst().reduce(known(parts[0])) { min($0, known($1)) }
    case .greatest(let parts): parts.dropFirst().reduce(known(parts[0])) { max($0, known($1)) }
    case .rounded(let part): roundedToCents(known(part))
    case .chosen(let part): known(part)
    }
  }

  private func roundedToCents(_ amount: PreciseReal) -> PreciseReal {
    guard let cents = amount.times(100).roundedHalfEven() else { return amount }
    return PreciseReal(integer: Int(cents)).divided(by: PreciseReal(integer: 100))
  }
}
