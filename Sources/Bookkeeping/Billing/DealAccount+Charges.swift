import FinanceBasics
import LeaseModel

extension DealAccount {
  /// Interest on what is late of each invoice through a day, that day included, less what was charged
  /// on it before: one line an invoice, in the order of recording. Interest bears none.
  func lateInterest(by rule: LateInterest, through day: CalendarDate) -> [VoucherLine] {
    let key = FlowKey(item: .lateInterest, hall: "", month: day.yearMonth, isAllowance: false)
    return vouchers.compactMap { invoice in
      guard let due = invoice.due, !invoice.isInterest
      else { return nil }
      let accrued = rule.accrued(
        on: invoice.minorUnits, due: due, settlements: settlements[invoice.number] ?? [],
        through: day)
      let amount = accrued - (interestCharged[invoice.number] ?? 0)
      guard amount > 0 else { return nil }
      return VoucherLine(
        key, minorUnits: amount, clause: "payment.lateInterest.rate", about: invoice.number)
    }
  }

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
