import Analysis
import Bookkeeping
import FinanceBasics
import LeaseModel
import LedgerStore
import Reports

/// The trial balance of a ledger: from the sums of its postings alone, or of parties from their
/// documents.
struct TrialBalanceReading {
  private let lines: [TrialBalanceReport.Line]
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
    guard selection.landlord.isEmpty, selection.tenant.isEmpty else {
      let reading = try BooksReading(options, of: selection, recordedBy: entry)
      lines = reading.accounts.flatMap { Self.postings(of: $0, on: day, by: owner) }
      last = reading.session.book.head.count
      return
    }
    let balances: [AccountBalance]
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
    lines = balances.map { balance in
      TrialBalanceReport.Line(
        owner: owner == .deal ? balance.deal?.text ?? "" : balance.landlord.text,
        account: balance.account, currency: balance.currency, debits: balance.debits,
        credits: balance.credits)
    }
  }

  /// A line a posting; the report joins them.
  private static func postings(
    of account: AccountPart, on day: CalendarDate?, by owner: TrialBalanceReport.Owner
  ) -> [TrialBalanceReport.Line] {
    account.vouchers.flatMap { voucher in
      voucher.postings.filter { $0.day <= day ?? .latest }.map { posting in
        TrialBalanceReport.Line(
          owner: owner == .deal ? voucher.deal.text : voucher.number.landlord.text,
          account: posting.account, currency: voucher.currency,
          debits: max(posting.minorUnits, 0), credits: max(-posting.minorUnits, 0))
      }
    }
  }

  var report: TrialBalanceReport {
    let posted = day.map { "posted through \($0)" } ?? "all that is posted"
    return TrialBalanceReport(
      lines, by: owner, remarks: ["\(posted), \(BookSession.asRecorded(upTo: last))"])
  }
}
