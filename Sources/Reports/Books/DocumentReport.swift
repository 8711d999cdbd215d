public import Bookkeeping
import FinanceBasics
public import LeaseModel

/// One document of the books with its lines, what settles it or what it settles, and what is open.
public struct DocumentReport: Sendable {
  /// Who is meant by the document: by name for people, by id for programs.
  public struct Parties: Hashable, Sendable {
    let landlord: String
    let tenant: String?
    let deal: String
    let ids: Counterparties

    /// - Parameters:
    ///   - ids: Those that are meant.
    ///   - name: The name of an id.
    public init(_ ids: Counterparties, deal: DealID, name: (String) -> String) {
      self.ids = ids
      self.deal = deal.text
      landlord = name(ids.landlord.text)
      tenant = ids.tenant.map { name($0.text) }
    }
  }

  private let voucher: Voucher
  private let account: DealAccount
  private let parties: Parties
  private let remarks: [String]

  /// - Parameter account: That the document is in.
  public init(
    _ voucher: Voucher, in account: DealAccount, of parties: Parties, remarks: [String]
  ) {
    self.voucher = voucher
    self.account = account
    self.parties = parties
    self.remarks = Self.trueUps(of: voucher) + remarks
  }

  /// What a true-up brings a year to.
  private static func trueUps(of voucher: Voucher) -> [String] {
    voucher.lines.compactMap { line in
      line.actual.map { actual in
        let money = { (amount: Int64) in Money(minorUnits: amount, currency: voucher.currency) }
        return "\(money(actual)) owed for \(line.key.month.year) in all, less "
          + "\(money(actual - line.minorUnits)) billed for it before"
      }
    }
  }

  /// The report in any format; programs get the lines, then what is applied.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    guard format == .text else { return render(rows, as: format, style: style) }
    let style = style.toTheCent
    var parts = [renderText(heading, style: style)]
    if !voucher.lines.isEmpty { parts.append(renderText(lines, style: style)) }
    if !settlements.isEmpty { parts.append(renderText(settled, style: style)) }
    return parts.joined(separator: "\n")
  }

  // MARK: - For people

  private var heading: PropertyReport {
    typealias Entry = PropertyReport.Entry
    let amount = { (key: String, label: String, minorUnits: Int64) in
      Entry(key, label, .amount(minorUnits), kind: .amount, unit: voucher.currency.code)
    }
    let optional = { (key: String, label: String, text: String?) -> [Entry] in
      text.map { [Entry(key, label, .text($0))] } ?? []
    }
    let entries =
      [Entry("landlord", "from", .text(parties.landlord))]
      + optional("tenant", "to", parties.tenant)
      + [
        Entry("deal", "deal", .text(parties.deal)),
        Entry("day", "day", .date(voucher.day), kind: .date),
      ]
      + (voucher.due.map { [Entry("due", "due", .date($0), kind: .date)] } ?? [])
      + optional("reference", "reference", voucher.reference)
      + optional("reason", "reason", voucher.reason)
      + optional("reverses", "undoes", voucher.reverses?.description)
      + optional("reversed", "undone by", reversal?.number.description)
      + [amount("amount", "amount", voucher.minorUnits), amount("open", openLabel, open)]
    let words = voucher.kindWords
    let title = "\(words.prefix(1).uppercased())\(words.dropFirst())"
    return PropertyReport(
      title: "\(title) \(voucher.number)", sections: [PropertyReport.Section(entries: entries)],
      footnotes: voucher.lines.isEmpty && settlements.isEmpty ? remarks : [])
  }

  private var reversal: Voucher? { account.vouchers.first { $0.reverses == voucher.number } }

  private var open: Int64 { account.rest(of: voucher.number) }

  private var openLabel: String { voucher.due == nil ? "not applied" : "open" }

  private var lines: Table {
    let isInvoice = voucher.kind == .invoice
    let left = isInvoice ? account.left(of: voucher) : []
    let columns =
      [
        Column("line", "Line", .count, isKey: true), Column("item", "For", .text),
        Column("hall", "Hall", .text), Column("month", "Month", .text),
        Column("clause", "By", .text), Column("amount", "Amount", .amount),
      ] + (isCredited ? [Column("left", "Left", .amount)] : [])
    let rows = voucher.lines.enumerated().map { place, line in
      Row(
        [
          .count(place + 1), .text(line.key.item.words), .text(line.key.hall),
          .text(line.key.month.description), .text(basis(of: line)), .amount(line.minorUnits),
        ] + (isCredited ? [.amount(left[place])] : []))
    }
    return Table(
      columns: columns, rows: rows, currency: voucher.currency,
      footnotes: settlements.isEmpty ? remarks : [])
  }

  /// Whether credit notes took anything off its lines.
  private var isCredited: Bool {
    voucher.kind == .invoice && account.left(of: voucher) != voucher.lines.map(\.minorUnits)
  }

  /// The clause of a line, or what it corrects or bears interest on.
  private func basis(of line: VoucherLine) -> String {
    let parts = [line.clause ?? "", line.about.map { "about \($0)" } ?? ""]
    let text = parts.filter { !$0.isEmpty }.joined(separator: ", ")
    return text.isEmpty && voucher.isByHand ? "by hand" : text
  }

  /// What other documents settle of it, or it of them, in the order of recording; of a document that
  /// applies credits, what it applies them to.
  private var settlements: [(other: VoucherNumber, part: Application)] {
    if voucher.isApplication { return voucher.applications.map { ($0.debit, $0) } }
    return account.vouchers.flatMap(\.applications).compactMap { part in
      if part.debit == voucher.number { return (part.credit, part) }
      return part.credit == voucher.number ? (part.debit, part) : nil
    }
  }

  private var settled: Table {
    Table(
      columns: [
        Column("day", "Day", .date, isKey: true),
        Column("document", voucher.due == nil ? "Applied to" : "Settled by", .text),
        Column(
          "credit", "From", .text, audience: voucher.isApplication ? .all : .programs),
        Column("amount", "Amount", .amount),
      ],
      rows: settlements.map { other, part in
        Row([
          .date(part.day), .text("\(other.kind.words) \(other)"),
          .text(part.credit.description), .amount(part.minorUnits),
        ])
      }, currency: voucher.lines.isEmpty ? voucher.currency : nil, footnotes: remarks)
  }

  // MARK: - For programs

  private var rows: Table {
    let left = voucher.kind == .invoice ? account.left(of: voucher) : []
    let lines = voucher.lines.enumerated().map { place, line in
      row(
        line.key.item.rawValue, line.minorUnits, line: place + 1, hall: line.key.hall,
        month: line.key.month.description, left: left.isEmpty ? nil : left[place],
        clause: line.clause, about: line.about?.description)
    }
    let applied = settlements.map { other, part in
      row("applied", part.minorUnits, day: part.day, about: other.description)
    }
    return Table(
      columns: [
        Column("document", "Document", .text), Column("kind", "Kind", .text),
        Column("landlord", "Landlord", .text), Column("tenant", "Tenant", .text),
        Column("line", "Line", .count), Column("day", "Day", .date),
        Column("due", "Due", .date), Column("item", "Item", .text),
        Column("hall", "Hall", .text), Column("month", "Month", .text),
        Column("amount", "Amount", .amount), Column("left", "Left", .amount),
        Column("currency", "Currency", .text), Column("clause", "Clause", .text),
        Column("about", "About", .text), Column("reason", "Reason", .text),
      ], rows: lines + applied)
  }

  private func row(
    _ item: String, _ minorUnits: Int64, line: Int? = nil, day: CalendarDate? = nil,
    hall: String = "", month: String = "", left: Int64? = nil, clause: String? = nil,
    about: String? = nil
  ) -> Row {
    let optional = { (text: String?) -> Value in
      text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .blank
    }
    return Row([
      .text(voucher.number.description), .text(voucher.kindWords),
      .text(parties.ids.landlord.text), optional(parties.ids.tenant?.text),
      line.map { .count($0) } ?? .blank, .date(day ?? voucher.day),
      voucher.due.map { .date($0) } ?? .blank, .text(item), optional(hall), optional(month),
      .amount(minorUnits), left.map { .amount($0) } ?? .blank, .text(voucher.currency.code),
      optional(clause), optional(about), optional(voucher.reason),
    ])
  }
}

extension LineItem {
  /// The words for people: `base-rent` is "base rent".
  var words: String { rawValue.split(separator: "-").joined(separator: " ") }
}
