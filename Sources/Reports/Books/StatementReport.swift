public import Bookkeeping
public import FinanceBasics
import LeaseModel

/// What a tenant was billed and what it paid, in the order of the days, with what it owes after
/// each.
public struct StatementReport: Sendable {
  private let tenant: String
  private let vouchers: [Voucher]
  private let day: CalendarDate?
  private let remarks: [String]

  /// - Parameters:
  ///   - tenant: Its name.
  ///   - vouchers: Of its deals, in the order of recording.
  ///   - day: The last day, included; `nil` for all.
  public init(of tenant: String, _ vouchers: [Voucher], on day: CalendarDate?, remarks: [String]) {
    self.tenant = tenant
    self.vouchers = vouchers.filter { $0.day <= day ?? .latest }.enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    self.day = day
    self.remarks = remarks
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    render(table, as: format, style: style)
  }

  private var table: Table {
    var balances: [Currency: Int64] = [:]
    let rows = vouchers.map { voucher -> Row in
      let owed = voucher.owed
      balances[voucher.currency, default: 0] += owed
      return Row([
        .date(voucher.day), .text(voucher.number.description), .text(voucher.words),
        .text(voucher.deal.text), .text(voucher.currency.code),
        owed > 0 ? .amount(owed) : .blank, owed < 0 ? .amount(-owed) : .blank,
        .amount(balances[voucher.currency] ?? 0),
      ])
    }
    let isPlain = balances.count <= 1
    return Table(
      title: "Statement of \(tenant)" + (day.map { ", \($0)" } ?? ""),
      columns: [
        Column("day", "Day", .date, isKey: true), Column("document", "Document", .text),
        Column("what", "What", .text),
        Column(
          "deal", "Deal", .text,
          audience: Set(vouchers.map(\.deal)).count == 1 ? .programs : .all),
        Column("currency", "Currency", .text, audience: isPlain ? .programs : .all),
        Column("billed", "Billed", .amount), Column("credited", "Credited", .amount),
        Column("balance", "Balance", .amount),
      ], rows: rows, currency: isPlain ? balances.keys.first : nil, footnotes: remarks)
  }
}

extension Voucher {
  /// What it adds to what the tenant owes, in minor units.
  fileprivate var owed: Int64 {
    switch kind {
    case .invoice, .refund: minorUnits
    case .creditNote, .receipt, .writeOff: -minorUnits
    case .reversal: reverses?.kind == .refund ? -minorUnits : minorUnits
    }
  }

  /// The kind, with what a reader knows it by.
  fileprivate var words: String {
    let items = Set(lines.map(\.key.item.rawValue)).sorted().joined(separator: ", ")
    let parts = [items, reference ?? "", reverses.map { "of \($0)" } ?? ""]
    return ([kind.words] + parts.filter { !$0.isEmpty }).joined(separator: ": ")
  }
}
