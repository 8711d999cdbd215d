import Valuation
public import Analysis
public import FinanceBasics
import LeaseModel

/// A comparison as a listing: measures down and subjects across for people, a row a subject for
/// programs.
public struct ComparisonReport: TabularReport {
  let comparison: Comparison
  let currency: Currency
  /// The name to print for a subject's id.
  let name: @Sendable (String) -> String
  let remarks: [String]
  /// The scenarios behind the figures; `nil` as recorded.
  let scenarios: ScenarioStatement?

  /// Takes the parts as given.
  public init(
    _ comparison: Comparison, currency: Currency, remarks: [String],
    scenarios: ScenarioStatement? = nil, name: @escaping @Sendable (String) -> String
  ) {
    self.comparison = comparison
    self.currency = currency
    self.remarks = remarks
    self.scenarios = scenarios
    self.name = name
  }

  /// The measures by subject, what is kept apart, a row a subject, and what each metric means.
  public var parts: [ReportPart] {
    let definitions = MetricDefinitionReport(comparison.metrics).table
    return shownParts + [
      ReportPart("Definitions", definitions, for: .workbooks),
      ReportPart("Data", machineTable, for: .programs),
    ]
  }

  private var shownParts: [ReportPart] {
    let apart = comparison.keptApart.isEmpty ? [] : [keptApartTable]
    let main = peopleTable.transposed(heading: "Measure")
    return [ReportPart("Comparison", main, for: .people)]
      + apart.map { ReportPart("Kept apart", $0, for: .people) }
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text:
      var inMillions = style
      inMillions.unit = style.unit ?? .millions
      return renderText(shownParts, style: inMillions)
    case .csv: return renderCSV(parts)
    case .json: return json.text + "\n"
    }
  }

  // MARK: - For people

  /// The subjects and their total, with the deals behind each cell where they are not all.
  var peopleTable: Table {
    let named = comparison.rows.map { row in (row, label: row.id.map(name) ?? "(none named)") }
    let rows = named.sorted { $0.label.lowercased() < $1.label.lowercased() }.map { row, label in
      peopleRow(row, label: label)
    }
    let total = peopleRow(comparison.total, label: "All")
    return Table(
      title: "Comparison by \(comparison.subject.rawValue)",
      columns: [Column("subject", "Subject", .text, isKey: true)] + metricColumns + countColumns,
      rows: rows + (rows.count > 1 ? [total] : []), currency: currency, footnotes: conventions)
  }

  private func peopleRow(_ row: Comparison.Row, label: String) -> Row {
    let cells = zip(comparison.metrics, row.values).map { metric, result in
      let value = peopleValue(of: result, as: metric)
      return value.backed(byDeals: value.isBlank || result.deals == row.deals ? nil : result.deals)
    }
    return Row([.text(label)] + cells + counts(of: row))
  }

  private var metricColumns: [Column] {
    comparison.metrics.map { metric in
      metric.kind == .amountPerMegawatt
        ? Column(metric.id, "\(metric.name), millions", .decimal(fractionDigits: 2))
        : Column(metric.id, metric.name, columnKind(of: metric))
    }
  }

  /// A party by its name, and an amount for each megawatt in millions, which no unit hides.
  private func peopleValue(of result: MetricValue, as metric: Metric) -> Value {
    switch (metric.kind, result.value) {
    case (.party, .text(let id)?): .text(Self.cut(name(id)))
    case (.amountPerMegawatt, .amount(let minorUnits)?):
      .decimal(ExactDecimal(digits: Int128(minorUnits), fractionDigits: 8))
    default: value(of: result, as: metric)
    }
  }

  /// A name that would make its column wider than any figure, cut.
  private static func cut(_ name: String) -> String {
    name.count <= widestName ? name : "\(name.prefix(widestName - 1))…"
  }

  private static let widestName = 16

  /// How many deals have no projection, and on how many inputs of each basis the others rest.
  var countColumns: [Column] {
    [
      Column("unprojected_deals", "Deals not projected", .count),
      Column("assumed_inputs", "Assumed inputs", .count),
      Column("solved_inputs", "Solved inputs", .count),
    ] + (scenarios == nil ? [] : [Column("scenario_inputs", "Scenario inputs", .count)])
  }

  func counts(of row: Comparison.Row) -> [Value] {
    [.count(row.unprojected), .count(row.assumedInputs), .count(row.solvedInputs)]
      + (scenarios == nil ? [] : [.count(row.scenarioInputs)])
  }

  /// How the measures are taken, then what is said of the deals.
  public var conventions: [String] {
    var notes: [String] = []
    if let basis = comparison.basis {
      notes.append(
        "present value on \(basis.date) at \(basis.discounting.words)")
    } else {
      notes.append("no present value: give --on DATE and --rate R")
    }
    notes.append(
      comparison.date.map { "WALT from \($0), or commencement if later" }
        ?? "WALT from commencement: no --on DATE was given")
    notes.append(
      comparison.view == .net
        ? "amounts and megawatts are the landlord's share" : "whole deals, gross of ownership")
    notes.append(
      "(n): the figure is of so many deals alone, where not of all; blank is unknown, never zero")
    notes.append("all measures are before debt and tax")
    notes.append("each measure's formula: leasebook compare --define")
    return notes + comparison.remarks + remarks
  }

  /// What stays out of contracted totals, and why.
  var keptApartTable: Table {
    Table(
      title: "Kept apart: in no contracted total",
      columns: [
        Column("deal", "Deal", .text, isKey: true), Column("landlord", "Landlord", .text),
        Column("reason", "Why", .text), Column("value", "Stated value", .amount),
      ],
      rows: comparison.keptApart.map { apart in
        let terms = apart.deal.terms
        return Row([
          .text(apart.deal.id.text), .text(terms.landlord.map { name($0.value.text) } ?? ""),
          .text(apart.reason.rawValue),
          terms.statedContractValue.map { .amount($0) } ?? .blank,
        ])
      }, currency: currency)
  }
}
