import FinanceBasics

/// A table as text for people, ending in a line end.
///
/// Figures are aligned on their points; a table wider than the style allows takes a coarser unit,
/// then is split into blocks of columns with the key columns in each. No number is ever broken.
public func renderText(_ table: Table, style: TextStyle = TextStyle()) -> String {
  style.isMarkdown
    ? renderMarkdown(table, style: style) : TableText(table.forPeople, style: style).rendered
}

/// A table measured in the unit that it is shown in.
struct TableText {
  let table: Table
  let style: TextStyle
  let scale: AmountScale
  let columns: [MeasuredColumn]
  let blocks: [ColumnLayout.Block]

  init(_ table: Table, style: TextStyle) {
    self.table = table
    self.style = style
    let largest = table.amounts.map(\.magnitude).max() ?? 0
    let units = style.unit.map { [$0] } ?? AmountScale.candidates(largest: largest)
    let trials = units.map { AmountScale($0, largest: largest) }
    let limit = style.width.map { max($0, 1) }
    var best = Trial(table, scale: trials[0], style: style, limit: limit ?? TextStyle.pageWidth)
    for scale in trials.dropFirst() where best.blocks.count > 1 {
      let trial = Trial(table, scale: scale, style: style, limit: limit ?? TextStyle.pageWidth)
      if trial.blocks.count < best.blocks.count { best = trial }
    }
    if limit == nil, best.blocks.count > 1 {
      best = Trial(table, scale: trials[0], style: style, limit: nil)
    }
    scale = best.scale
    columns = best.columns
    blocks = best.blocks
  }

  /// The table in one unit, laid out.
  private struct Trial {
    let scale: AmountScale
    let columns: [MeasuredColumn]
    let blocks: [ColumnLayout.Block]

    init(_ table: Table, scale: AmountScale, style: TextStyle, limit: Int?) {
      self.scale = scale
      columns = measuredColumns(of: table, scale: scale, isASCII: style.isASCII)
      blocks = ColumnLayout(columns: columns, limit: limit).blocks()
    }
  }

  var rendered: String {
    var lines: [StyledLine] = []
    if let title = table.title {
      lines += paragraph(title, .bold) + [StyledLine()]
    }
    for (position, block) in blocks.enumerated() {
      if position > 0 { lines.append(StyledLine()) }
      lines += TableBlock(table: table, columns: columns, block: block, style: style).lines
    }
    lines += footer
    return joined(lines, isColored: style.isColored)
  }

  private var footer: [StyledLine] {
    let amounts = table.amounts
    let isRounded = amounts.contains { !scale.isExact($0) }
    let unit = amounts.isEmpty ? nil : scale.statement(in: table.currency, isRounded: isRounded)
    return ([unit].compactMap(\.self) + table.footnotes).flatMap { paragraph($0, .dim) }
  }

  private func paragraph(_ text: String, _ ink: Ink) -> [StyledLine] {
    wrapped(plain(text, isASCII: style.isASCII), to: style.textWidth).map { StyledLine($0, ink) }
  }
}

extension Table {
  /// Every amount in the table, in minor units.
  var amounts: [Int64] {
    rows.flatMap { row in
      row.values.compactMap { value in
        if case .amount(let minorUnits) = value.content { minorUnits } else { nil }
      }
    }
  }
}

extension Row {
  /// The words of a row that names the group below it and has no figures.
  var spanningText: String? {
    guard emphasis == .heading else { return nil }
    let texts = values.filter { !$0.isBlank }
    return texts.count == 1 ? texts[0].plainText : nil
  }
}

extension AmountScale {
  /// The line of the footer that states the unit of all amounts, if there is anything to state.
  func statement(in currency: Currency?, isRounded: Bool) -> String? {
    let unitName = unit == .units ? "" : unit.rawValue
    let name = [currency?.code ?? "", unitName].filter { !$0.isEmpty }.joined(separator: " ")
    guard !name.isEmpty else { return nil }
    let note = isRounded ? "; each is rounded alone, totals are sums of posted cents" : ""
    return "Amounts in " + name + note + "."
  }
}

/// The columns of a table for people, with their cells in one unit.
private func measuredColumns(
  of table: Table, scale: AmountScale, isASCII: Bool
) -> [MeasuredColumn] {
  let firstText = table.columns.firstIndex { !$0.kind.isNumeric }
  return table.columns.indices.map { position in
    let column = table.columns[position]
    let cells = table.rows.map { row in
      row.spanningText == nil
        ? CellText(row.values[position], in: column.kind, scale: scale, isASCII: isASCII)
        : .blank
    }
    let indents = position == firstText ? table.rows.map { $0.indentation * 2 } : []
    return MeasuredColumn(
      column, heading: plain(column.heading, isASCII: isASCII), cells: cells, indents: indents)
  }
}
