public import FinanceBasics
import LeaseModel

extension Books {
  /// Raises what is due through a day and was not billed, and corrects what was billed otherwise
  /// than the versions now in force have it.
  ///
  /// Credits that the tenant has are applied to what is open and to the invoices, the oldest first; a
  /// credit note is applied to the invoices that it corrects, then to the oldest. Interest on late
  /// payment comes last, through the same day: what was charged too much is taken back, what accrued
  /// since is charged.
  ///
  /// - Parameter through: Included.
  /// - Returns: What applies credits that waited, then invoices by their days, then credit notes,
  ///   then interest; in the books already.
  public mutating func bill(_ deal: BillableDeal, through: CalendarDate) -> [Voucher] {
    let before = made.count
    settleWaiting(of: deal.id)
    let plan = BillingPlan(deal, account: account(of: deal.id), through: through)
    for draft in plan.invoices { raise(draft, of: deal.payee) }
    for draft in plan.creditNotes { credit(draft, of: deal.payee) }
    if let history = deal.lateInterest { billInterest(deal.payee, history, through: through) }
    return Array(made[before...])
  }

  /// How often interest that was taken back may lower interest again.
  private static let maximumRounds = 32

  /// Takes back what interest was charged too much, then charges what accrued since.
  ///
  /// What is taken back of an interest invoice that is paid settles the oldest invoice, and what that
  /// bears on the last day is less by it: a few cents at most in a second round.
  private mutating func billInterest(
    _ payee: Payee, _ history: LateInterestHistory, through: CalendarDate
  ) {
    var plan = InterestPlan(history, account(of: payee.deal), through: through)
    for _ in 0..<Self.maximumRounds where !plan.credits.isEmpty {
      for (day, part) in plan.credits.sorted(by: { $0.key < $1.key }) {
        credit(
          BillingPlan.Draft(day: day, lines: part.lines), of: payee, correcting: part.corrected)
      }
      plan = InterestPlan(history, account(of: payee.deal), through: through)
    }
    if let draft = plan.charge { raise(draft, of: payee) }
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
    let difference = actual.minorUnits - account(of: deal.id).billedRecoveries(of: year)
    guard difference != 0 else { return nil }
    settleWaiting(of: deal.id)
    let key = FlowKey(
      item: .recoveryTrueUp, hall: "", month: YearMonth(year: year, month: 12),
      isAllowance: difference < 0)
    let draft = BillingPlan.Draft(
      day: day, lines: [VoucherLine(key, minorUnits: difference, clause: "operatingCosts")])
    return difference > 0 ? raise(draft, of: deal.payee) : credit(draft, of: deal.payee)
  }
}

extension DealAccount {
  /// What was billed of a year's operating cost, true-ups included, in minor units.
  func billedRecoveries(of year: Int) -> Int64 {
    vouchers.flatMap(\.lines).reduce(0) { sum, line in
      let isCounted = line.key.item == .recovery || line.key.item == .recoveryTrueUp
      return isCounted && line.key.month.year == year ? sum + line.minorUnits : sum
    }
  }
}
