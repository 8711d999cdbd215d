import Analysis
import FinanceBasics
import LeaseModel
import LedgerStore
import Reports

/// The trial balance of a ledger, from the sums of its postings alone.
struct TrialBalanceReading {
  private let balances: [AccountBalance]
  private let head: ChainHead
  private let day: CalendarDate?
  private let owner: TrialBalanceReport.Owner

  /// - Parameter day: The last day, included; `nil` for all that is posted.
  init(
    _ options: LedgerOptions, on day: CalendarDate?, of selection: DealSelection,
    by owner: TrialBalanceReport.Owner
  ) throws {
    self.day = day
    self.owner = owner
    (head, balances) = try Ledger.reading(options.path) { ledger in
      let head = try ledger.head()
      guard selection.isWhole else {
        let session = try BookSession(ledger, of: selection)
        let wanted = Set(try session.deals(selection).map(\.deal.id))
        return (head, try ledger.dealBalances(on: day, of: wanted))
      }
      let balances =
        try owner == .deal ? ledger.dealBalances(on: day) : ledger.landlordBalances(on: day)
      return (head, balances)
    }
  }

  var report: TrialBalanceReport {
    let lines = balances.map { balance in
      TrialBalanceReport.Line(
        owner: owner == .deal ? balance.deal?.text ?? "" : balance.landlord.text,
        account: balance.account, currency: balance.currency, debits: balance.debits,
        credits: balance.credits)
    }
    let posted = day.map { "posted through \($0)" } ?? "all that is posted"
    return TrialBalanceReport(
      lines, by: owner, remarks: ["\(posted), as recorded up to entry \(head.count)"])
  }
}
