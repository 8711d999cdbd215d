public import Bookkeeping
import FinanceBasics
import LeaseModel

/// The postings of one account in the order of their days, with what stands in it after each.
public struct RegisterReport: TabularReport {
  private let account: Account
  private let entries: [JournalEntry]
  private let remarks: [String]

  /// - Parameter entries: In the order of the journal; postings of other accounts are passed over.
  public init(of account: Account, _ entries: [JournalEntry], remarks: [String]) {
    self.account = account
    self.entries = entries
    self.remarks = remarks
  }

  /// One table for all readers.
  public var parts: [ReportPart] { [ReportPart("Register", table)] }

  private var table: Table {
    var balances: [Currency: Int64] = [:]
    var rows: [Row] = []
    for entry in entries {
      for posting in entry.postings where posting.account == account {
        let currency = entry.voucher.currency
        balances[currency, default: 0] += posting.minorUnits
        rows.append(
          Row([
            .date(entry.day), .text(entry.voucher.number.description),
            .text(entry.voucher.kindWords), .text(entry.voucher.deal.text),
            .text(currency.code), .amount(posting.minorUnits), .amount(balances[currency] ?? 0),
          ]))
      }
    }
    let isPlain = balances.count <= 1
    return Table(
      title: account.rawValue,
      columns: [
        Column("day", "Day", .date, isKey: true), Column("document", "Document", .text),
        Column("kind", "Kind", .text), Column("deal", "Deal", .text),
        Column("currency", "Currency", .text, audience: isPlain ? .programs : .all),
        Column("amount", "Amount", .amount), Column("balance", "Balance", .amount),
      ], rows: rows, currency: isPlain ? balances.keys.first : nil,
      footnotes: [account.meaning] + remarks)
  }
}
