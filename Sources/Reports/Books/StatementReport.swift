public import Bookkeeping
public import FinanceBasics
import LeaseModel

/// What a tenant was billed and what it paid, in the order of the days, with what it owes after
/// each: one statement a landlord, as it may be sent.
public struct StatementReport: TabularReport {
  /// A tenant's deals with one landlord in one currency.
  public struct Account: Sendable {
    let landlord: String
    let tenant: String
    let deals: [AccountPart]

    /// Takes the parties' names, and what their documents are; there is one in each account.
    public init(landlord: String, tenant: String, deals: [AccountPart]) {
      self.landlord = landlord
      self.tenant = tenant
      self.deals = deals
    }
  }

  private let statements: [Statement]
  private let remarks: [String]

  /// - Parameters:
  ///   - accounts: One a landlord and currency.
  ///   - first: The first day, included; what was owed before it is brought forward.
  ///   - last: The last day, included; that of the last document where it is `nil`.
  public init(
    _ accounts: [Account], from first: CalendarDate?, through last: CalendarDate?,
    remarks: [String]
  ) {
    statements = accounts.map { Statement($0, from: first, through: last) }
    self.remarks = remarks
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: renderText(parts, style: statements.isEmpty ? style : style.toTheCent)
    case .csv: renderCSV(parts)
    case .json: renderJSON(parts)
    }
  }

  /// Of each landlord the head, what moved and what is open; then a row a document.
  public var parts: [ReportPart] {
    let data = ReportPart(
      "Data", Statement.table(statements.flatMap(\.rows)), for: .programs)
    guard let last = statements.last else {
      let nothing = PropertyReport(
        title: "Nothing was billed or received yet", sections: [], footnotes: remarks)
      return [ReportPart("Statement", nothing, for: .people), data]
    }
    return statements.dropLast().flatMap { $0.parts(footnotes: []) }
      + last.parts(footnotes: remarks) + [data]
  }
}

/// The statement of one landlord.
private struct Statement {
  private let account: StatementReport.Account
  private let first: CalendarDate?
  private let day: CalendarDate
  /// In the order of their days.
  private let vouchers: [Voucher]
  /// What was owed before the first day.
  private let broughtForward: Int64
  private let currency: Currency

  init(
    _ account: StatementReport.Account, from first: CalendarDate?, through last: CalendarDate?
  ) {
    self.account = account
    let all = account.deals.flatMap(\.vouchers)
    let sorted = all.filter { $0.day <= last ?? .latest }.enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    vouchers = sorted.filter { first ?? .earliest <= $0.day }
    broughtForward = sorted.reduce(0) { sum, voucher in
      voucher.day < first ?? .earliest ? sum + voucher.owed : sum
    }
    day = last ?? sorted.last?.day ?? first ?? .earliest
    self.first = first
    currency = all.first?.currency ?? .usd
  }

  private var isOfOneDeal: Bool { account.deals.count == 1 }

  private var balance: Int64 { vouchers.reduce(broughtForward) { $0 + $1.owed } }

  // MARK: - For people

  func parts(footnotes: [String]) -> [ReportPart] {
    let open = self.open
    let movements = movements(footnotes: open.isEmpty ? footnotes : [])
    let invoices = open.isEmpty ? [] : [openInvoices(open, footnotes: footnotes)]
    return [
      ReportPart("Statement", heading, for: .people),
      ReportPart("Movements", movements, for: .people),
    ] + invoices.map { ReportPart("Open", $0, for: .people) }
  }

  private func openInvoices(_ open: [OpenInvoice], footnotes: [String]) -> Table {
    let rows = open.map { open in
      Row([
        .text(open.invoice.number.description), .date(open.invoice.payableOn),
        .count(open.daysLate), .text(open.age.heading), .amount(open.minorUnits),
      ])
    }
    let sum = open.reduce(0) { $0 + $1.minorUnits }
    let total = Row([.text("Total"), .blank, .blank, .blank, .amount(sum)], emphasis: .total)
    return Table(
      title: "Open on \(day)",
      columns: [
        Column("invoice", "Invoice", .text, isKey: true), Column("due", "Due", .date),
        Column("days_late", "Days late", .count), Column("age", "Late", .text),
        Column("balance", "Open", .amount),
      ], rows: rows + [total], currency: currency, footnotes: footnotes)
  }

  private var open: [OpenInvoice] {
    account.deals.flatMap { $0.arrears(on: day) }
      .sorted {
        ($0.invoice.payableOn, $0.invoice.number.description)
          < ($1.invoice.payableOn, $1.invoice.number.description)
      }
  }

  private var heading: PropertyReport {
    typealias Entry = PropertyReport.Entry
    let amount = { (key: String, label: String, minorUnits: Int64) in
      Entry(key, label, .amount(minorUnits), kind: .amount, unit: currency.code)
    }
    let waiting = account.deals.flatMap { $0.waiting(on: day) }.reduce(0) { $0 + $1.minorUnits }
    let late = open.filter { $0.daysLate > 0 }.reduce(0) { $0 + $1.minorUnits }
    // What waits would pay the oldest first.
    let lateOfBalance = max(0, late - waiting)
    let credit = waiting > 0 ? [amount("waiting", "credit that waits", waiting)] : []
    let period = first.map { "\($0) to \(day)" } ?? "through \(day)"
    let deals = account.deals.map(\.deal.text).joined(separator: ", ")
    return PropertyReport(
      title: "Statement of account",
      sections: [
        PropertyReport.Section(
          entries: [
            Entry("landlord", "from", .text(account.landlord)),
            Entry("tenant", "to", .text(account.tenant)),
            Entry("deal", isOfOneDeal ? "deal" : "deals", .text(deals)),
            Entry("period", "period", .text(period)),
            amount("balance", balance < 0 ? "in your favour" : "balance", abs(balance)),
            amount("late", "of it late", lateOfBalance),
          ] + credit)
      ])
  }

  private func movements(footnotes: [String]) -> Table {
    var rows: [Row] = []
    if let first {
      rows.append(
        Row([
          .date(first), .blank, .text("brought forward"), .blank, .blank,
          .amount(broughtForward),
        ]))
    }
    var balance = broughtForward
    for voucher in vouchers {
      balance += voucher.owed
      rows.append(
        Row([
          .date(voucher.day), .text(voucher.number.description), .text(voucher.words),
          .text(voucher.deal.text), .amount(voucher.owed), .amount(balance),
        ]))
    }
    return Table(
      columns: [
        Column("day", "Day", .date, isKey: true), Column("document", "Document", .text),
        Column("what", "For", .text),
        Column("deal", "Deal", .text, audience: isOfOneDeal ? .programs : .all),
        Column("amount", "Amount", .amount), Column("balance", "Balance", .amount),
      ], rows: rows, currency: currency, footnotes: footnotes)
  }

  // MARK: - For programs

  var rows: [Row] {
    var balance = broughtForward
    var rows: [Row] = []
    if let first {
      rows.append(
        Row([
          .text(account.landlord), .date(first), .blank, .text("brought forward"), .blank, .blank,
          .text(currency.code), .blank, .blank, .amount(balance),
        ]))
    }
    for voucher in vouchers {
      let owed = voucher.owed
      balance += owed
      rows.append(
        Row([
          .text(account.landlord), .date(voucher.day), .text(voucher.number.description),
          .text(voucher.words), voucher.due.map { .date($0) } ?? .blank,
          .text(voucher.deal.text), .text(voucher.currency.code),
          owed > 0 ? .amount(owed) : .blank, owed < 0 ? .amount(-owed) : .blank,
          .amount(balance),
        ]))
    }
    return rows
  }

  static func table(_ rows: [Row]) -> Table {
    Table(
      columns: [
        Column("landlord", "Landlord", .text), Column("day", "Day", .date),
        Column("document", "Document", .text), Column("what", "What", .text),
        Column("due", "Due", .date), Column("deal", "Deal", .text),
        Column("currency", "Currency", .text), Column("billed", "Billed", .amount),
        Column("credited", "Credited", .amount), Column("balance", "Balance", .amount),
      ], rows: rows)
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

  /// What a tenant knows it by.
  fileprivate var words: String {
    let parts: [String?] =
      switch kind {
      case .invoice: [subject, reason, due.flatMap { $0 == day ? nil : "due \($0)" }]
      case .creditNote: ["credit", subject, reason]
      case .receipt: [isApplication ? "credit applied" : "payment received", reference]
      case .refund: ["paid back", reference]
      case .writeOff: ["written off"]
      case .reversal: ["\(reverses?.kind.words ?? "") undone", reason]
      }
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  /// What the lines are for: the items of the same months together.
  private var subject: String? {
    guard !isByHand else { return nil }
    var months: [(items: [String], months: String)] = []
    for item in LineItem.allCases {
      let all = lines.filter { $0.key.item == item }.map(\.key.month)
      guard let first = all.min(), let last = all.max() else { continue }
      let span = first == last ? "\(first)" : "\(first) to \(last)"
      if let place = months.firstIndex(where: { $0.months == span }) {
        months[place].items.append(item.words)
      } else {
        months.append(([item.words], span))
      }
    }
    return months.map { "\($0.items.joined(separator: ", ")) \($0.months)" }
      .joined(separator: ", ")
  }
}
