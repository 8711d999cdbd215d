public import FinanceBasics
import LeaseModel

extension Books {
  /// Raises what is due through a day and was not billed, and corrects what was billed otherwise
  /// than the versions now in force have it.
  ///
  /// Credits that the tenant has are applied to the invoices, the oldest first; a credit note is
  /// applied to the invoices that it corrects, then to the oldest. Interest on late payment comes
  /// last, through the same day.
  ///
  /// - Parameter through: Included.
  /// - Returns: Invoices by their days, then credit notes, then interest; in the books already.
  public mutating func bill(_ deal: BillableDeal, through: CalendarDate) -> [Voucher] {
    let plan = BillingPlan(deal, account: account(of: deal.id), through: through)
    var vouchers: [Voucher] = []
    for draft in plan.invoices { vouchers.append(raise(draft, of: deal.payee)) }
    for draft in plan.creditNotes { vouchers.append(credit(draft, of: deal.payee)) }
    if let rule = deal.lateInterest {
      let lines = account(of: deal.id).lateInterest(by: rule, through: through)
      if !lines.isEmpty {
        vouchers.append(raise(BillingPlan.Draft(day: through, lines: lines), of: deal.payee))
      }
    }
    return vouchers
  }

  /// Corrects estimated recoveries of a year to what they came to.
  ///
  /// - Parameters:
  ///   - actual: What the tenant owes for the year in all.
  ///   - day: Of the invoice or the credit note.
  /// - Returns: `nil` where the estimates that were billed come to the same.
  /// - Throws: `BookkeepingProblem.otherCurrency`.
  public mutating func trueUp(
    _ deal: BillableDeal, year: Int, actual: Money, on day: CalendarDate
  ) throws(BookkeepingProblem) -> Voucher? {
    guard actual.currency == deal.currency else {
      throw .otherCurrency(deal.id, of: deal.currency, given: actual.currency)
    }
    guard let line = account(of: deal.id).trueUp(of: year, to: actual.minorUnits) else {
      return nil
    }
    let draft = BillingPlan.Draft(day: day, lines: [line])
    return line.minorUnits > 0 ? raise(draft, of: deal.payee) : credit(draft, of: deal.payee)
  }
}
