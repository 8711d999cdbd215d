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
    for draft in plan.invoices { vouchers.append(raise(draft, of: deal.payee(of: draft))) }
    for draft in plan.creditNotes {
      vouchers.append(credit(draft, of: deal.payee(of: draft)))
    }
    if let rule = deal.lateInterest {
      let account = account(of: deal.id)
      let draft = BillingPlan.Draft(
        day: through, lines: account.lateInterest(by: rule, through: through))
      for part in draft.byParties(in: account) {
        vouchers.append(raise(part, of: deal.payee(of: part)))
      }
    }
    return vouchers
  }
}
