import FinanceBasics

extension LeaseStructure {
  /// What the tenant pays back of a cost that says nothing of it itself.
  ///
  /// Source: CONVENTIONS §5.
  public func recovery(of kind: CostLine.Kind) -> Recovery {
    switch self {
    case .tripleNet, .poweredShell: .all
    case .modifiedGross: Recovery(share: .one, base: .firstLeaseYear)
    case .colocation: kind == .power ? .all : .none
    case .gross, .cloud: .none
    }
  }
}
