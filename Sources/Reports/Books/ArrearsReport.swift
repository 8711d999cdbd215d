public import Bookkeeping
public import FinanceBasics
import LeaseModel

/// The open invoices of deals on a day, by how long they have been due, and the credits that wait.
public struct ArrearsReport: TabularReport {
  private let invoices: [OpenInvoice]
  private let waiting: [WaitingCredit]
  private let day: CalendarDate
  private let remarks: [String]

  /// - Parameters:
  ///   - invoices: In the order in which they are listed.
  ///   - waiting: Credits that are applied to nothing on the day; they are listed after the invoices,
  ///     and taken off what is open.
  ///   - day: Of their ages.
  public init(
    _ invoices: [OpenInvoice], waiting: [WaitingCredit] = [], on day: CalendarDate,
    remarks: [String]
  ) {
    self.invoices = invoices
    self.waiting = waiting
    self.day = day
    self.remarks = remarks
  }

  /// One table for all readers.
  public var parts: [ReportPart] { [ReportPart("Arrears", table)] }

  private var table: Table {
    let currencies = Set(
      invoices.map(\.invoice.currency) + waiting.map(\.credit.currency))
    let isPlain = currencies.count <= 1
    let rows = invoices.map { open in
      row(
        [
          .text(open.invoice.number.description), .text(open.invoice.deal.text),
          .date(open.invoice.payableOn), .count(open.daysLate),
          .text(open.age.rawValue), .text(open.invoice.currency.code),
        ], [open])
    }
    let credits = waiting.map { waiting in
      row(
        [
          .text(waiting.credit.number.description), .text(waiting.credit.deal.text), .blank,
          .blank, .text("credit"), .text(waiting.credit.currency.code),
        ], [], less: waiting.minorUnits)
    }
    let totals = currencies.sorted { $0.code < $1.code }.map { currency in
      row(
        [.text("Total"), .blank, .blank, .blank, .blank, .text(currency.code)],
        invoices.filter { $0.invoice.currency == currency },
        less: waiting.reduce(0) {
          $1.credit.currency == currency ? $0 + $1.minorUnits : $0
        }, emphasis: .total)
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
        }, rows: rows + credits + totals, currency: isPlain ? currencies.first : nil,
      footnotes: (waiting.isEmpty ? [] : [Self.waitingRemark]) + remarks)
  }

  private static let waitingRemark =
    "below zero: credits of the tenants that are applied to nothing on that day"

  private var isOfOneDeal: Bool {
    Set(invoices.map(\.invoice.deal) + waiting.map(\.credit.deal)).count == 1
  }

  private func row(
    _ values: [Value], _ invoices: [OpenInvoice], less credit: Int64 = 0,
    emphasis: Row.Emphasis = .plain
  ) -> Row {
    let sum = { (age: ArrearsAge?) -> Int64 in
      invoices.reduce(0) { $0 + (age == nil || $1.age == age ? $1.minorUnits : 0) }
    }
    let ages = ArrearsAge.allCases.map { age -> Value in
      sum(age) == 0 ? .blank : .amount(sum(age))
    }
    return Row(values + [.amount(sum(nil) - credit)] + ages, emphasis: emphasis)
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
