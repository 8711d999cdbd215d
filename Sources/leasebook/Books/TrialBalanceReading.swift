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

  /// - Parameter day: The last day, included; `nil` for all that is posted.
  init(_ options: LedgerOptions, on day: CalendarDate?, of selection: DealSelection) throws {
    self.day = day
    (head, balances) = try Ledger.reading(options.path) { ledger in
      let (head, all) = (try ledger.head(), try ledger.accountBalances(on: day))
      guard !selection.isWhole else { return (head, all) }
      let session = try BookSession(try ledger.snapshot())
      let wanted = Set(try session.deals(selection).map(\.deal.id))
      return (head, all.filter { wanted.contains($0.deal) })
    }
  }

  func report(by owner: TrialBalanceReport.Owner) -> TrialBalanceReport {
    let lines = balances.map { balance in
      TrialBalanceReport.Line(
        owner: owner == .deal ? balance.deal.text : balance.landlord.text,
        account: balance.account, currency: balance.currency, debits: balance.debits,
        credits: balance.credits)
    }
    let posted = day.map { "posted through \($0)" } ?? "all that is posted"
    return TrialBalanceReport(
      lines, by: owner, remarks: ["\(posted), as recorded up to entry \(head.count)"])
  }
}
