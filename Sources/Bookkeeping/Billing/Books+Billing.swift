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
    if let rule = deal.lateInterest,
      let draft = interest(by: rule, on: deal.id, through: through)
    {
      for part in draft.byParties(in: account(of: deal.id)) {
        vouchers.append(raise(part, of: deal.payee(of: part)))
      }
    }
    return vouchers
  }

  private func interest(
    by rule: LateInterest, on deal: DealID, through: CalendarDate
  ) -> BillingPlan.Draft? {
    let account = account(of: deal)
    var charged: [VoucherNumber: Int64] = [:]
    for line in account.vouchers.flatMap(\.lines) where line.key.item == .lateInterest {
      if let about = line.about { charged[about, default: 0] += line.minorUnits }
    }
    let key = FlowKey(
      item: .lateInterest, hall: "", month: through.yearMonth, isAllowance: false)
    let lines = account.vouchers.compactMap { invoice -> VoucherLine? in
      // Interest bears none.
      guard let due = invoice.due, !invoice.lines.contains(where: { $0.key.item == .lateInterest })
      else { return nil }
      let accrued = rule.accrued(
        on: invoice.minorUnits, due: due, settlements: account.settlements[invoice.number] ?? [],
        through: through)
      let amount = accrued - (charged[invoice.number] ?? 0)
      guard amount > 0 else { return nil }
      return VoucherLine(
        key, minorUnits: amount, clause: "payment.lateInterest.rate", about: invoice.number)
    }
    return lines.isEmpty ? nil : BillingPlan.Draft(day: through, lines: lines)
  }
}
