import CashFlowEngine
import FinanceBasics
import LeaseModel

extension DealCashFlows {
  /// The posted base rent that a named guarantor stands behind, up to each guarantee's cap.
  ///
  /// `nil` where no source speaks of support; zero where one says that there is none.
  var guaranteedRent: Int64? {
    let cover = GuaranteeCover(of: self)
    return cover.isStated ? cover.total : nil
  }
}
