import FinanceBasics

/// Problems as text for people: where and code, what is wrong, how to put it right.
///
///     samples/errors/unit.missing.yaml:14:5: error[unit.missing]:
///       the rent 128.5 has no unit
///       fix: write 128.5 USD/kW-month
public func renderText(_ report: DiagnosticReport, style: TextStyle = TextStyle()) -> String {
  let lines = report.diagnostics.flatMap { diagnostic in
    var first = StyledLine()
    let place = plain(diagnostic.location.rendered, isASCII: style.isASCII)
    first.append(place.isEmpty ? "" : place + ": ", .bold)
    first.append("error[\(diagnostic.code)]", [.bold, .red])
    first.append(":", .bold)
    return [
      first, StyledLine("  " + plain(diagnostic.problem, isASCII: style.isASCII)),
      StyledLine("  fix: " + plain(diagnostic.remedy, isASCII: style.isASCII)),
    ]
  }
  return joined(lines, isColored: style.isColored)
}

/// Problems as a JSON array, ending in a line end; see `DiagnosticReport.json`.
public func renderJSON(_ report: DiagnosticReport) -> String { report.json.text + "\n" }

/// Problems as CSV with the columns of the JSON objects.
public func renderCSV(_ report: DiagnosticReport) -> String {
  var output = csvLine(["code", "problem", "file", "line", "column", "field", "remedy"])
  for diagnostic in report.diagnostics {
    let location = diagnostic.location
    output += csvLine([
      diagnostic.code, diagnostic.problem, location.file ?? "",
      location.line.map { String($0) } ?? "", location.column.map { String($0) } ?? "",
      location.field ?? "", diagnostic.remedy,
    ])
  }
  return output
}
