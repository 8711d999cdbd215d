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
  /// - Returns: Nothing where the deal is in another currency than its documents: see
  ///   `currencyProblem(of:)`. What applies credits that waited, then invoices by their days, then credit notes,
  ///   then interest; in the books already.
  public mutating func bill(_ deal: BillableDeal, through: CalendarDate) -> [Voucher] {
    guard currencyProblem(of: deal) == nil else { return [] }
    let before = made.count
    settleWaiting(of: deal.id)
    let plan = BillingPlan(deal, account: account(of: deal.id), through: through)
    for draft in plan.invoices { raise(draft, of: deal.payee(of: draft)) }
    for draft in plan.creditNotes { credit(draft, of: deal.payee(of: draft)) }
    if let history = deal.lateInterest { billInterest(deal, history, through: through) }
    return Array(made[before...])
  }

  /// How often interest is taken back in one billing: once a day of credit notes and for each tenant
  /// and landlord, and again where that lowers interest.
  private static let maximumRounds = 1_000

  /// Takes back what interest was charged too much, then charges what accrued since, by and to those
  /// of the invoices that bear it.
  ///
  /// What is taken back of an interest invoice that is paid settles the oldest invoice, and what that
  /// bears on the last day is less by it: a few cents at most in a second round. Each credit note is
  /// thus made from the account as the one before left it.
  private mutating func billInterest(
    _ deal: BillableDeal, _ history: LateInterestHistory, through: CalendarDate
  ) {
    var plan = InterestPlan(history, account(of: deal.id), through: through)
    for _ in 0..<Self.maximumRounds {
      guard let draft = plan.credits.first?.byParties(in: account(of: deal.id)).first else { break }
      credit(draft, of: deal.payee(of: draft))
      plan = InterestPlan(history, account(of: deal.id), through: through)
    }
    for draft in plan.charge?.byParties(in: account(of: deal.id)) ?? [] {
      raise(draft, of: deal.payee(of: draft))
    }
  }
}
