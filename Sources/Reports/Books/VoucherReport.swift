public import Bookkeeping
import FinanceBasics
import LeaseModel

/// Documents of the books: for people a line each, for programs a line for each of their lines.
public struct VoucherReport: Sendable {
  private let title: String
  private let vouchers: [Voucher]
  private let remarks: [String]

  /// - Parameters:
  ///   - vouchers: In the order in which they are listed.
  ///   - remarks: What a reader must know of all.
  public init(title: String, _ vouchers: [Voucher], remarks: [String]) {
    self.title = title
    self.vouchers = vouchers
    self.remarks = remarks
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    format == .text
      ? render(listing, as: format, style: style) : render(details, as: format, style: style)
  }

  private var listing: Table {
    Table(
      title: title,
      columns: [
        Column("document", "Document", .text, isKey: true),
        Column("kind", "Kind", .text),
        Column("deal", "Deal", .text, audience: isOfOneDeal ? .programs : .all),
        Column("day", "Day", .date),
        Column("amount", "Amount", .amount),
        Column("settled", "Settled", .amount),
        Column("currency", "Currency", .text, audience: currency == nil ? .all : .programs),
      ],
      rows: vouchers.map { voucher in
        Row([
          .text(voucher.number.description), .text(voucher.kindWords), .text(voucher.deal.text),
          .date(voucher.day), .amount(voucher.minorUnits),
          .amount(voucher.ownApplications), .text(voucher.currency.code),
        ])
      }, currency: currency, footnotes: remarks)
  }

  private var isOfOneDeal: Bool { Set(vouchers.map(\.deal)).count == 1 }

  private var currency: Currency? {
    let all = Set(vouchers.map(\.currency))
    return all.count == 1 ? all.first : nil
  }

  private var details: Table {
    Table(
      columns: [
        Column("document", "Document", .text), Column("kind", "Kind", .text),
        Column("landlord", "Landlord", .text), Column("deal", "Deal", .text),
        Column("day", "Day", .date), Column("due", "Due", .date),
        Column("item", "Item", .text), Column("hall", "Hall", .text),
        Column("month", "Month", .text), Column("amount", "Amount", .amount),
        Column("currency", "Currency", .text), Column("clause", "Clause", .text),
        Column("about", "About", .text),
      ], rows: vouchers.flatMap(rows))
  }

  private func rows(of voucher: Voucher) -> [Row] {
    let lines = voucher.lines.map { line in
      row(
        voucher, line.key.item.rawValue, line.minorUnits, hall: line.key.hall,
        month: line.key.month.description, clause: line.clause, about: line.about?.description)
    }
    let applied = voucher.applications.map { application in
      row(
        voucher, "applied", application.minorUnits,
        about: (application.debit == voucher.number ? application.credit : application.debit)
          .description)
    }
    guard voucher.lines.isEmpty else { return lines + applied }
    let rest = voucher.isApplication ? 0 : voucher.minorUnits - voucher.ownApplications
    return applied + (rest == 0 ? [] : [row(voucher, "unapplied", rest)])
  }

  private func row(
    _ voucher: Voucher, _ item: String, _ minorUnits: Int64, hall: String = "",
    month: String = "", clause: String? = nil, about: String? = nil
  ) -> Row {
    let optional = { (text: String) -> Value in text.isEmpty ? .blank : .text(text) }
    return Row([
      .text(voucher.number.description), .text(voucher.kindWords),
      .text(voucher.number.landlord.text), .text(voucher.deal.text), .date(voucher.day),
      voucher.due.map { .date($0) } ?? .blank, .text(item), optional(hall), optional(month),
      .amount(minorUnits), .text(voucher.currency.code), optional(clause ?? ""),
      optional(about ?? ""),
    ])
  }
}

extension Voucher {
  /// What its own credit settles, or what of an invoice others settle at once, in minor units.
  fileprivate var ownApplications: Int64 {
    applications.reduce(0) { $0 + abs($1.minorUnits) }
  }
}
