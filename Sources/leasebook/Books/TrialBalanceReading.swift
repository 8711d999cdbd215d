import Analysis
import FinanceBasics
import LeaseModel
import LedgerStore
import Reports

/// The trial balance of a ledger, from the sums of its postings alone.
struct TrialBalanceReading {
  private let balances: [AccountBalance]
  /// The last entry that counts.
  private let last: Int
  private let day: CalendarDate?
  private let owner: TrialBalanceReport.Owner

  /// - Parameters:
  ///   - day: The last day, included; `nil` for all that is posted.
  ///   - entry: The last entry that counts; `nil` for all.
  /// - Throws: `entry.unknown`, or as for the deals asked for.
  init(
    _ options: LedgerOptions, on day: CalendarDate?, recordedBy entry: Int? = nil,
    of selection: DealSelection, by owner: TrialBalanceReport.Owner
  ) throws {
    self.day = day
    self.owner = owner
    (last, balances) = try Ledger.reading(options.path) { ledger in
      try BookSession.checkEntry(entry, of: ledger)
      let last = try entry ?? ledger.head().count
      guard selection.isWhole else {
        let session = try BookSession(ledger, of: selection, recordedBy: entry)
        let wanted = Set(try session.deals(selection).map(\.deal.id))
        return (last, try ledger.dealBalances(on: day, recordedBy: last, of: wanted))
      }
      let balances =
        try owner == .deal
        ? ledger.dealBalances(on: day, recordedBy: last)
        : ledger.landlordBalances(on: day, recordedBy: last)
      return (last, balances)
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
      lines, by: owner, remarks: ["\(posted), \(BookSession.asRecorded(upTo: last))"])
  }
}
