public import Analysis
import FinanceBasics

/// What each metric means: `compare --define`.
public struct MetricDefinitionReport: TabularReport {
  let metrics: [Metric]

  /// Takes the parts as given.
  public init(_ metrics: [Metric]) {
    self.metrics = metrics
  }

  /// One table for all readers.
  public var parts: [ReportPart] { [ReportPart("Metrics", table)] }

  var table: Table {
    Table(
      title: "Metrics",
      columns: [
        Column("id", "Id", .text, isKey: true), Column("name", "Name", .text),
        Column("formula", "Formula", .text), Column("mw_basis", "MW", .text),
        Column("period", "Period", .text),
      ],
      rows: metrics.map { metric in
        Row([
          .text(metric.id), .text(metric.name), .text(metric.formula),
          metric.megawattBasis.map { .text(Self.name(of: $0)) } ?? .blank, .text(metric.period),
        ])
      })
  }

  private static func name(of kind: MegawattKind) -> String {
    switch kind {
    case .criticalIT: "critical IT"
    case .gross: "gross"
    case .utility: "utility"
    }
  }
}
