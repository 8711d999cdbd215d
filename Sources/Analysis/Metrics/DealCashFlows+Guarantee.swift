import CashFlowEngine
import FinanceBasics
import LeaseModel

extension DealCashFlows {
  /// The posted base rent that a named guarantor stands behind, up to each guarantee's cap, at the
  /// landlord's share in it; not rounded.
  ///
  /// `nil` where no source speaks of support; zero where one says that there is none.
  func guaranteedRent(at shares: OwnershipShares) -> PreciseReal? {
    let cover = GuaranteeCover(of: self)
    guard cover.isStated else { return nil }
    return cover.totals.reduce(.zero) { sum, part in
      sum.plus(
        shares.share(ofVersion: part.key).times(PreciseReal(integer: Int(part.value))))
    }
  }
}
