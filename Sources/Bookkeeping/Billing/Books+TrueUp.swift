public import FinanceBasics
public import LeaseModel

extension Books {
  /// Corrects estimated recoveries of a year to what they came to.
  ///
  /// What was billed is counted in all, estimates and earlier true-ups: repeated with the same
  /// amount, it corrects what was billed of the year since.
  ///
  /// - Parameters:
  ///   - actual: What the tenant owes for the year in all.
  ///   - day: Of the invoice or the credit note.
  /// - Returns: `nil` where what was billed comes to the same.
  /// - Throws: `BookkeepingProblem` of another currency, of a year of which nothing is estimated,
  ///   that is not over, or of which not all estimates are billed.
  public mutating func trueUp(
    _ deal: BillableDeal, year: Int, actual: Money, on day: CalendarDate
  ) throws(BookkeepingProblem) -> Voucher? {
    guard actual.currency == deal.currency else {
      throw .otherCurrency(deal.id, of: deal.currency, given: actual.currency)
    }
    if let problem = currencyProblem(of: deal) { throw problem }
    let account = account(of: deal.id)
    try checkEstimates(of: year, deal, billedIn: account, on: day)
    guard let line = account.trueUp(of: year, to: actual.minorUnits) else { return nil }
    settleWaiting(of: deal.id)
    let draft = BillingPlan.Draft(
      day: day, lines: [line], landlord: account.history.parties(in: line.key.month)?.landlord)
    let payee = deal.payee(of: draft)
    return line.minorUnits > 0 ? raise(draft, of: payee) : credit(draft, of: payee)
  }

  /// A year is trued up once its last month with an estimate is over and all estimates are billed,
  /// for what `bill` raised afterwards would come on top.
  private func checkEstimates(
    of year: Int, _ deal: BillableDeal, billedIn account: DealAccount, on day: CalendarDate
  ) throws(BookkeepingProblem) {
    let flows = deal.joinedFlows.values.filter {
      $0.key.item == .recovery && $0.key.month.year == year
    }
    let isBilled = account.vouchers.flatMap(\.lines).contains { $0.isRecovery(of: year) }
    guard !flows.isEmpty || isBilled else { throw .noRecoveries(deal.id, year: year) }
    let last = flows.map(\.key.month).max() ?? YearMonth(year: year, month: 12)
    let end = last.adding(months: 1).firstDay.adding(days: -1)
    guard end <= day else { throw .yearNotOver(deal.id, year: year, through: end) }
    let unbilled = flows.filter { account.billed($0.key) != $0.minorUnits }
    guard let due = unbilled.map(\.due).max() else { return }
    let sum = unbilled.reduce(0) { $0 + $1.minorUnits - account.billed($1.key) }
    throw .estimatesNotBilled(
      deal.id, year: year, unbilled: Money(minorUnits: sum, currency: deal.currency), through: due)
  }

  /// The years of deals that were trued up before, and of which documents bill estimates anew.
  ///
  /// - Parameter vouchers: As billing made them.
  /// - Returns: By deal, then by year.
  public func yearsToTrueUpAgain(after vouchers: [Voucher]) -> [(deal: DealID, year: Int)] {
    let deals = Dictionary(grouping: vouchers, by: \.deal)
    return deals.keys.sorted().flatMap { deal in
      let years = Set(
        account(of: deal).vouchers.flatMap(\.lines).filter { $0.key.item == .recoveryTrueUp }
          .map(\.key.month.year))
      let billed = Set(
        (deals[deal] ?? []).flatMap(\.lines).filter { $0.key.item == .recovery }
          .map(\.key.month.year))
      return years.intersection(billed).sorted().map { (deal, $0) }
    }
  }
}

extension DealAccount {
  /// Those between whom estimates of a year's operating cost were billed, each once, in the order of
  /// their first documents.
  public func partiesBilled(recoveriesOf year: Int) -> [Counterparties] {
    var all: [Counterparties] = []
    for voucher in vouchers
    where voucher.lines.contains(where: { $0.key.item == .recovery && $0.isRecovery(of: year) }) {
      let parties = parties(of: voucher.number)
      if !all.contains(parties) { all.append(parties) }
    }
    return all
  }

  /// What was billed of a year's operating cost, true-ups included, in minor units.
  func billedRecoveries(of year: Int) -> Int64 {
    vouchers.flatMap(\.lines).reduce(0) { $1.isRecovery(of: year) ? $0 + $1.minorUnits : $0 }
  }
}

extension VoucherLine {
  /// Whether it bills a year's operating cost, as estimated or trued up.
  fileprivate func isRecovery(of year: Int) -> Bool {
    (key.item == .recovery || key.item == .recoveryTrueUp) && key.month.year == year
  }
}
