/// A form in which every listing can be had.
public enum OutputFormat: String, CaseIterable, Hashable, Sendable {
  /// For people; it may improve from one version to the next.
  case text
  /// For programs; a contract. See `renderCSV`.
  case csv
  /// For programs; a contract. See `renderJSON`.
  case json
}

/// A table in any format, ending in a line end; the style matters for text alone.
public func render(
  _ table: Table, as format: OutputFormat, style: TextStyle = TextStyle()
) -> String {
  switch format {
  case .text: renderText(table, style: style)
  case .csv: renderCSV(table)
  case .json: renderJSON(table)
  }
}

/// What is known of one thing, in any format; the style matters for text alone.
public func render(
  _ report: PropertyReport, as format: OutputFormat, style: TextStyle = TextStyle()
) -> String {
  switch format {
  case .text: renderText(report, style: style)
  case .csv: renderCSV(report)
  case .json: renderJSON(report)
  }
}

/// Problems that the user can act on, in any format; the style matters for text alone.
public func render(
  _ report: DiagnosticReport, as format: OutputFormat, style: TextStyle = TextStyle()
) -> String {
  switch format {
  case .text: renderText(report, style: style)
  case .csv: renderCSV(report)
  case .json: renderJSON(report)
  }
}
