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

  /// How often interest is taken back in one billing: once a day of credit notes, and again where
  /// that lowers interest.
  private static let maximumRounds = 1_000

  /// Takes back what interest was charged too much, then charges what accrued since.
  ///
  /// What is taken back of an interest invoice that is paid settles the oldest invoice, and what that
  /// bears on the last day is less by it: a few cents at most in a second round. Each credit note is
  /// thus made from the account as the one before left it.
  private mutating func billInterest(
    _ payee: Payee, _ history: LateInterestHistory, through: CalendarDate
  ) {
    var plan = InterestPlan(history, account(of: payee.deal), through: through)
    for _ in 0..<Self.maximumRounds {
      guard let draft = plan.credits.first else { break }
      credit(draft, of: payee)
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
    guard let line = account(of: deal.id).trueUp(of: year, to: actual.minorUnits) else {
      return nil
    }
    settleWaiting(of: deal.id)
    let draft = BillingPlan.Draft(day: day, lines: [line])
    return line.minorUnits > 0 ? raise(draft, of: deal.payee) : credit(draft, of: deal.payee)
  }
}
