import FinanceBasics

/// A table as Markdown that a page, an issue or a chat shows as a table, ending in a line end.
///
/// Cells are padded, so that the source reads as a table too. Amounts stand in units unless the
/// style asks for another; nothing is split or wrapped.
///
/// Source: GitHub Flavored Markdown, section 4.10.
func renderMarkdown(_ table: Table, style: TextStyle) -> String {
  let table = table.forPeople
  let scale = AmountScale(
    style.unit ?? .units, largest: table.amounts.map(\.magnitude).max() ?? 0)
  let headings = table.columns.map { markdownCell($0.heading) }
  let rows = table.rows.map { row in
    cells(of: row, in: table.columns, scale: scale, isASCII: style.isASCII)
  }
  let widths = headings.indices.map { column in
    max(([headings] + rows).map { displayWidth($0[column]) }.max() ?? 0, 3)
  }
  let isNumeric = table.columns.map(\.kind.isNumeric)
  var lines = [line(headings, widths, isNumeric)]
  let rules = zip(widths, isNumeric).map { width, isNumeric in
    String(repeating: "-", count: isNumeric ? width - 1 : width) + (isNumeric ? ":" : "")
  }
  lines.append("| " + rules.joined(separator: " | ") + " |")
  lines += rows.map { line($0, widths, isNumeric) }
  var blocks = table.title.map { [markdownHeading($0)] } ?? []
  blocks.append(lines.joined(separator: "\n"))
  let unit =
    table.amounts.isEmpty
    ? nil
    : scale.statement(
      in: table.currency, isRounded: table.amounts.contains { !scale.isExact($0) })
  blocks += ([unit].compactMap(\.self) + table.footnotes).map(markdownParagraph)
  return blocks.joined(separator: "\n\n") + "\n"
}

/// What is known of one thing as Markdown: a table of its labels and values a section.
func renderMarkdown(_ report: PropertyReport, style: TextStyle) -> String {
  var blocks = report.title.map { [markdownHeading($0)] } ?? []
  for section in report.sections {
    let hasProvenance = section.entries.contains { $0.basis != nil || $0.source != nil }
    let columns =
      [Column("label", section.heading ?? "", .text), Column("value", "", .text)]
      + (hasProvenance ? [Column("basis", "Basis", .text), Column("source", "Source", .text)] : [])
    let rows = section.entries.map { entry in
      let words: [Value] = [.text(entry.label), .text(entry.text(style: style))]
      let provenance: [Value] = [.text(entry.basis ?? ""), .text(entry.source ?? "")]
      return Row(words + (hasProvenance ? provenance : []))
    }
    let text = renderMarkdown(Table(columns: columns, rows: rows), style: style)
    blocks.append(String(text.dropLast()))
  }
  return (blocks + report.footnotes.map(markdownParagraph)).joined(separator: "\n\n") + "\n"
}

private func cells(
  of row: Row, in columns: [Column], scale: AmountScale, isASCII: Bool
) -> [String] {
  let firstText = columns.firstIndex { !$0.kind.isNumeric }
  return columns.indices.map { position in
    let cell = CellText(
      row.values[position], in: columns[position].kind, scale: scale, isASCII: isASCII)
    let text = markdownCell(cell.sentence)
    guard !text.isEmpty else { return "" }
    let indent = position == firstText ? String(repeating: "&emsp;", count: row.indentation) : ""
    return indent + (row.emphasis == .plain ? text : "**\(text)**")
  }
}

private func line(_ cells: [String], _ widths: [Int], _ isNumeric: [Bool]) -> String {
  let padded = cells.indices.map { column in
    isNumeric[column]
      ? Reports.padded(cells[column], fromWidth: widths[column])
      : Reports.padded(cells[column], toWidth: widths[column])
  }
  return "| " + padded.joined(separator: " | ") + " |"
}
