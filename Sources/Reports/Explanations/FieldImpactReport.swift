public import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import Valuation

/// What a change of one field moves, charge by charge, and the values before and after.
public struct FieldImpactReport: Sendable {
  let impact: FieldImpact
  /// Sentences that the reader must know.
  let remarks: [String]

  /// Takes the parts as given.
  public init(_ impact: FieldImpact, remarks: [String] = []) {
    self.impact = impact
    self.remarks = remarks
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: renderText(table, style: style)
    case .csv: renderCSV(table)
    case .json: json.text + "\n"
    }
  }

  /// A line a charge or a value, as CSV has them.
  public var jsonLines: String { renderJSONLines(table) }

  /// One row a charge that moves, then the values.
  private var table: Table {
    let charges = impact.charges.map { part in
      row(part.charge.rawValue, "charge", part.change)
    }
    return Table(
      title: "\(impact.deal): \(impact.path) from '\(impact.before)' to '\(impact.after)'",
      columns: [
        Column("figure", "Figure", .text, isKey: true), Column("kind", "Kind", .text),
        Column("before", "Before", .amount), Column("after", "After", .amount),
        Column("difference", "Difference", .amount),
      ], rows: charges + values, currency: impact.currency, footnotes: footnotes)
  }

  private var values: [Row] {
    [
      row("contract value", "value", impact.contractValue),
      impact.netOperatingIncome.map { row("NOI", "value", $0) },
      impact.presentValue.map { row("present value", "value", $0.change) },
    ].compactMap { $0 }
  }

  private func row(_ name: String, _ kind: String, _ change: FieldImpact.Change) -> Row {
    Row([
      .text(name), .text(kind), .amount(change.before), .amount(change.after),
      .amount(change.difference),
    ])
  }

  private var footnotes: [String] {
    let change =
      impact.taken.map { "no --to is stated, so \($0) is taken" } ?? "changed as --to states"
    let basis = impact.presentValue.map { value in
      "present value on \(value.basis.date) at \(value.basis.discounting.words)"
    }
    return [
      "\(impact.path) is \(impact.basis.rawValue); \(change); "
        + "\(impact.projectionCase.rawValue) case",
      impact.charges.isEmpty ? "no charge moves" : "charges whose amounts or days move",
      basis,
    ].compactMap { $0 } + remarks
  }

  private var json: JSONValue {
    [
      "deal": .string(impact.deal.text), "path": .string(impact.path),
      "basis": .string(impact.basis.rawValue), "before": .string(impact.before),
      "after": .string(impact.after), "taken": .optional(impact.taken),
      "case": .string(impact.projectionCase.rawValue),
      "currency": .string(impact.currency.code),
      "charges": .array(
        impact.charges.map { part in
          .object([.init("charge", .string(part.charge.rawValue))] + members(part.change))
        }),
      "contract_value": .object(members(impact.contractValue)),
      "noi": impact.netOperatingIncome.map { .object(members($0)) } ?? .null,
      "present_value": impact.presentValue.map { .object(members($0.change)) } ?? .null,
    ]
  }

  private func members(_ change: FieldImpact.Change) -> [JSONValue.Member] {
    [
      .init("before", .amount(change.before)), .init("after", .amount(change.after)),
      .init("difference", .amount(change.difference)),
    ]
  }
}
