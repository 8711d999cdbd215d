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

  /// The measures by subject, what is kept apart, then a row a subject.
  public var parts: [ReportPart] {
    shownParts(cutsNames: false) + [ReportPart("Data", machineTable, for: .programs)]
  }

  /// Where each deal stands, and what each metric means.
  public var furtherParts: [ReportPart] {
    [
      ReportPart("Deals", standings, for: .people),
      ReportPart("Definitions", MetricDefinitionReport(comparison.metrics).table, for: .people),
    ]
  }

  private func shownParts(cutsNames: Bool) -> [ReportPart] {
    let apart = comparison.keptApart.isEmpty ? [] : [keptApartTable]
    let main = peopleTable(cutsNames: cutsNames).transposed(heading: "Measure")
    return [ReportPart("Comparison", main, for: .people)]
      + apart.map { ReportPart("Kept apart", $0, for: .people) }
  }

  /// The report in any format; text cuts names that are wider than any figure.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text:
      var inMillions = style
      inMillions.unit = style.unit ?? .millions
      return renderText(shownParts(cutsNames: !style.isMarkdown), style: inMillions)
    case .csv: return renderCSV(parts)
    case .json: return json.text + "\n"
    }
  }

  // MARK: - For people

  /// The subjects and their total, with the deals behind each cell where they are not all.
  func peopleTable(cutsNames: Bool) -> Table {
    let named = comparison.rows.map { row in (row, label: row.id.map(name) ?? "(none named)") }
    let rows = named.sorted { $0.label.lowercased() < $1.label.lowercased() }.map { row, label in
      peopleRow(row, label: label, cutsNames: cutsNames)
    }
    let total = peopleRow(comparison.total, label: "All", cutsNames: cutsNames)
    return Table(
      title: "Comparison by \(comparison.subject.rawValue)",
      columns: [Column("subject", "Subject", .text, isKey: true)] + metricColumns + countColumns,
      rows: rows + (rows.count > 1 ? [total] : []), currency: currency, footnotes: conventions)
  }

  private func peopleRow(_ row: Comparison.Row, label: String, cutsNames: Bool) -> Row {
    let cells = zip(comparison.metrics, row.values).map { metric, result in
      let value = peopleValue(of: result, as: metric, cutsNames: cutsNames)
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
  private func peopleValue(
    of result: MetricValue, as metric: Metric, cutsNames: Bool
  ) -> Value {
    switch (metric.kind, result.value) {
    case (.party, .text(let id)?): .text(cutsNames ? Self.cut(name(id)) : name(id))
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

  /// A row a deal: under which subject it counts, or why it does not.
  private var standings: Table {
    let counted = comparison.contracted.map { deal in
      standing(of: deal.deal, deal.isProjected ? "counted" : "counted, but cannot be projected")
    }
    let apart = comparison.keptApart.map {
      standing(of: $0.deal, "kept apart: \($0.reason.rawValue)")
    }
    return Table(
      title: "Deals behind the comparison",
      columns: [
        Column("deal", "Deal", .text, isKey: true),
        Column("subject", CashFlowKeys.sentence(comparison.subject.rawValue), .text),
        Column("kind", "Kind", .text), Column("status", "Status", .text),
        Column("critical_it_mw", "IT MW", .decimal(fractionDigits: 1)),
        Column("stated_contract_value", "Stated contract value", .amount),
        Column("standing", "Standing", .text),
      ], rows: counted + apart, currency: currency)
  }

  private func standing(of deal: Deal, _ standing: String) -> Row {
    let terms = deal.terms
    return Row([
      .text(deal.id.text), comparison.subject.key(of: deal).map { .text(name($0)) } ?? .blank,
      terms.kind.map { .text($0.value.rawValue) } ?? .blank,
      terms.status.map { .text($0.value.rawValue) } ?? .blank,
      (terms.criticalIT?.value.point).map { .decimal($0) } ?? .blank,
      terms.statedContractValue.map { .amount($0) } ?? .blank, .text(standing),
    ])
  }
}
