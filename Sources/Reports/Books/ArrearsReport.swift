public import Bookkeeping
public import FinanceBasics
import LeaseModel

/// The open invoices of deals on a day, by how long they have been due.
public struct ArrearsReport: TabularReport {
  private let invoices: [OpenInvoice]
  private let day: CalendarDate
  private let remarks: [String]

  /// - Parameters:
  ///   - invoices: In the order in which they are listed.
  ///   - day: Of their ages.
  public init(_ invoices: [OpenInvoice], on day: CalendarDate, remarks: [String]) {
    self.invoices = invoices
    self.day = day
    self.remarks = remarks
  }

  /// One table for all readers.
  public var parts: [ReportPart] { [ReportPart("Arrears", table)] }

  private var table: Table {
    let currencies = Set(invoices.map(\.invoice.currency))
    let isPlain = currencies.count <= 1
    let rows = invoices.map { open in
      row(
        [
          .text(open.invoice.number.description), .text(open.invoice.deal.text),
          open.invoice.due.map { .date($0) } ?? .blank, .count(open.daysLate),
          .text(open.age.rawValue), .text(open.invoice.currency.code),
        ], [open])
    }
    let totals = currencies.sorted { $0.code < $1.code }.map { currency in
      row(
        [.text("Total"), .blank, .blank, .blank, .blank, .text(currency.code)],
        invoices.filter { $0.invoice.currency == currency }, emphasis: .total)
    }
    return Table(
      title: "Open invoices on \(day)",
      columns: [
        Column("invoice", "Invoice", .text, isKey: true),
        Column("deal", "Deal", .text, audience: isOfOneDeal ? .programs : .all),
        Column("due", "Due", .date), Column("days_late", "Days late", .count),
        Column("age", "Age", .text, audience: .programs),
        Column("currency", "Currency", .text, audience: isPlain ? .programs : .all),
        Column("balance", "Open", .amount),
      ]
        + ArrearsAge.allCases.map { age in
          Column(age.key, age.heading, .amount, audience: .people)
        }, rows: rows + totals, currency: isPlain ? currencies.first : nil, footnotes: remarks)
  }

  private var isOfOneDeal: Bool { Set(invoices.map(\.invoice.deal)).count == 1 }

  private func row(
    _ values: [Value], _ invoices: [OpenInvoice], emphasis: Row.Emphasis = .plain
  ) -> Row {
    let sum = { (age: ArrearsAge?) -> Int64 in
      invoices.reduce(0) { $0 + (age == nil || $1.age == age ? $1.minorUnits : 0) }
    }
    let ages = ArrearsAge.allCases.map { age -> Value in
      sum(age) == 0 ? .blank : .amount(sum(age))
    }
    return Row(values + [.amount(sum(nil))] + ages, emphasis: emphasis)
  }
}

extension ArrearsAge {
  /// The key of its column.
  var key: String {
    switch self {
    case .notDue: "not_due"
    case .upTo30: "days_1_30"
    case .upTo60: "days_31_60"
    case .upTo90: "days_61_90"
    case .over90: "days_over_90"
    }
  }

  var heading: String { self == .notDue ? "Not due" : "\(rawValue) days" }
}
