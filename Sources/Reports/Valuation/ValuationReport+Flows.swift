import Analysis
import CashFlowEngine
import FinanceBasics

extension ValuationReport {
  /// The flows of every subject with their discount factors.
  public var furtherParts: [ReportPart] {
    get throws { [ReportPart("Flows", try flowTable)] }
  }

  private var flowTable: Table {
    get throws {
      let isTiered = subjects.contains { !$0.valuation.tiers.isEmpty }
      let rows = try subjects.flatMap { subject in
        try FlowSchedule(of: subject.deals, basis: subject.valuation.basis).rows.map { row in
          Row(
            [
              .text(subject.name), .date(row.due), .text(row.month.description),
              .text(row.charge?.rawValue ?? "terminal-value"),
            ] + (isTiered ? [.text(row.tier.rawValue)] : []) + [
              .amount(row.minorUnits), row.factor.map { .decimal($0) } ?? .blank,
              row.factor.map { .amount(Self.worth(row.minorUnits, $0)) } ?? .blank,
            ])
        }
      }
      return Table(
        title: "Flows on their cash dates",
        columns: [
          Column("deal", "Deal", .text, isKey: true), Column("due", "Due", .date, isKey: true),
          Column("month", "Earned in", .text), Column("charge", "Charge", .text),
        ] + (isTiered ? [Column("tier", "Tier", .text)] : []) + [
          Column("amount", "Amount", .amount),
          Column("discount_factor", "Discount factor", .decimal(fractionDigits: 9)),
          Column("present_value", "Present value", .amount),
        ], rows: rows, currency: currency,
        footnotes: [
          "no factor: before the valuation date, and in no present value",
          "each present value is rounded alone; the sum that is posted is rounded once",
        ])
    }
  }

  private static func worth(_ minorUnits: Int64, _ factor: Double) -> Int64 {
    Int64((Double(minorUnits) * factor).rounded(.toNearestOrEven))
  }
}
