import FinanceBasics
import LeaseModel

extension DealAccount {
  /// What brings the recoveries that were billed for a year to what they came to.
  ///
  /// - Parameter actual: What the tenant owes for the year in all, in minor units.
  /// - Returns: `nil` where the same was billed.
  func trueUp(of year: Int, to actual: Int64) -> VoucherLine? {
    let difference = actual - billedRecoveries(of: year)
    guard difference != 0 else { return nil }
    let key = FlowKey(
      item: .recoveryTrueUp, hall: "", month: YearMonth(year: year, month: 12),
      isAllowance: difference < 0)
    return VoucherLine(key, minorUnits: difference, clause: "operatingCosts", actual: actual)
  }
}
