/// Columns of a table that stand side by side: headings, rows, and the rules between them.
struct TableBlock {
  let table: Table
  let columns: [MeasuredColumn]
  let block: ColumnLayout.Block
  let style: TextStyle

  var lines: [StyledLine] {
    var lines = headingLines
    var isAfterRule = true
    var previous: Row.Emphasis?
    for (position, row) in table.rows.enumerated() {
      if !isAfterRule {
        lines += separator(before: row.emphasis, after: previous)
      }
      lines += rowLines(position)
      isAfterRule = false
      previous = row.emphasis
    }
    if table.rows.isEmpty { lines.append(StyledLine("nothing to show", .dim)) }
    return lines + [rule]
  }

  private var rule: StyledLine {
    StyledLine(String(repeating: style.ruleCharacter, count: block.width), .dim)
  }

  /// A rule under the figures alone.
  private var figureRule: StyledLine {
    let pieces = zip(block.positions, block.widths).map { position, width in
      let isFigure = columns[position].column.kind.isNumeric
      return String(repeating: isFigure ? style.ruleCharacter : " ", count: width)
    }
    return StyledLine(pieces.joined(separator: gap), .dim)
  }

  private var gap: String { String(repeating: " ", count: ColumnLayout.gap) }

  /// What stands between a row and the one before; sums in a row share one rule.
  private func separator(
    before emphasis: Row.Emphasis, after previous: Row.Emphasis?
  ) -> [StyledLine] {
    switch emphasis {
    case .plain: []
    case .heading: previous == .heading ? [] : [StyledLine()]
    case .subtotal: previous == .plain ? [figureRule] : []
    case .total: previous == .total ? [] : [rule]
    }
  }

  /// The headings, standing on the rule below them; nothing where no column has one.
  private var headingLines: [StyledLine] {
    let headings = zip(block.positions, block.widths).map { position, width in
      (lines: columns[position].headingLines(width: width), width: width)
    }
    guard headings.contains(where: { $0.lines != [padded("", toWidth: $0.width)] }) else {
      return []
    }
    let height = headings.map(\.lines.count).max() ?? 0
    let lines = (0..<height).map { line in
      let texts = headings.map { heading in
        let first = height - heading.lines.count
        return line < first ? padded("", toWidth: heading.width) : heading.lines[line - first]
      }
      return StyledLine(texts.joined(separator: gap), .bold)
    }
    return lines + [rule]
  }

  private func rowLines(_ position: Int) -> [StyledLine] {
    let row = table.rows[position]
    let weight: Ink = row.emphasis == .plain ? [] : .bold
    if let text = row.spanningText {
      return wrapped(plain(text, isASCII: style.isASCII), to: max(block.width, 20))
        .map { StyledLine($0, weight) }
    }
    let cells = zip(block.positions, block.widths).map { column, width in
      (
        lines: columns[column].lines(ofRow: position, width: width, ellipsis: style.ellipsis),
        width: width,
        ink: columns[column].cells[position].isNegative ? weight.union(.red) : weight
      )
    }
    let height = cells.map(\.lines.count).max() ?? 0
    return (0..<height).map { lineNumber in
      var line = StyledLine()
      for (index, cell) in cells.enumerated() {
        if index > 0 { line.append(gap) }
        let text =
          lineNumber < cell.lines.count
          ? cell.lines[lineNumber] : padded("", toWidth: cell.width)
        line.append(text, cell.ink)
      }
      return line
    }
  }
}
