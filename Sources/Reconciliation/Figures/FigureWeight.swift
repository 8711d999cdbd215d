import FinanceBasics
import LeaseModel

extension AnnouncedQuantity {
  /// Whether the figure is one amount over another, so that of several deals it is a mean.
  var isRatio: Bool {
    switch kind {
    case .noiMargin, .yieldOnCost, .loanToCost, .capitalCostPerMegawatt: return true
    case .rate:
      switch unit {
      case .moneyPerKilowattMonth, .moneyPerMegawattYear: return true
      default: return false
      }
    default: return false
    }
  }
}

extension CheckedLease {
  /// What a ratio is over, by which it counts among those of several deals; `nil` where it is not
  /// known.
  func weight(of figure: AnnouncedQuantity) -> PreciseReal? {
    switch figure.kind {
    case .noiMargin: projected.contractValue
    case .yieldOnCost, .loanToCost: projected.capitalCost
    case .rate: lease.criticalIT.real
    case .capitalCostPerMegawatt:
      switch figure.unit?.megawattKind {
      case .criticalIT, nil: lease.criticalIT.real
      case .gross: gross
      case .utility: deal.terms.utility?.value.point.real
      }
    default: nil
    }
  }
}
