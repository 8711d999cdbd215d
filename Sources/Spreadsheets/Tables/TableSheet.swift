import FinanceBasics
import Reports

/// A table laid out as a sheet: title, headings, typed cells, and what is said below.
struct TableSheet {
  /// The columns and rows that the readers of the sheet see.
  private let table: Table
  /// Whether the headings are keys and nothing stands above and below, as programs read it.
  private let isForPrograms: Bool
  private let name: String

  /// The widest column, in characters; longer words are wrapped.
  private static let widestColumn = 60.0
  private static let narrowestColumn = 9.0

  init(_ table: Table, named name: String, isForPrograms: Bool) {
    self.table = isForPrograms ? table.forPrograms : table.forPeople
    self.isForPrograms = isForPrograms
    self.name = name
  }

  /// - Throws: `workbook.amount-too-large`.
  func sheet() throws(WorkbookProblem) -> Worksheet {
    let widths = columnWidths
    var rows: [[SheetCell]] = []
    if !isForPrograms {
      if let title = table.title { rows.append([.text(title, .title)]) }
      if let currency = table.currencyStatement { rows.append([.text(currency, .note)]) }
      if !rows.isEmpty { rows.append([]) }
    }
    let headingRow = rows.count
    rows.append(headings)
    for row in table.rows { rows.append(try cells(of: row, at: rows.count)) }
    let last = rows.count - 1
    if !isForPrograms, !table.footnotes.isEmpty {
      rows.append([])
      let width = max(60, Int(widths.reduce(0, +) * 0.95))
      rows += table.footnotes.flatMap { wrapped(plain($0, isASCII: false), to: width) }
        .map { [.text($0, .note)] }
    }
    let hasPlainRows = table.rows.allSatisfy { $0.emphasis == .plain }
    return Worksheet(
      name: name, rows: rows, columnWidths: widths, frozenRows: headingRow + 1,
      frozenColumns: table.columns.prefix(while: \.isKey).count, headingRow: headingRow,
      filterEnd: isForPrograms || hasPlainRows && table.rows.count > Self.mostUnfiltered
        ? last : nil)
  }

  /// What keeps words from the figures before them.
  private static let wordIndent = 2

  /// Rows that the eye takes in without a filter.
  private static let mostUnfiltered = 12

  private var headings: [SheetCell] {
    table.columns.map { column in
      let text = isForPrograms ? column.key : plain(column.heading, isASCII: false)
      return .text(
        text,
        .heading.with {
          $0.alignment = column.isToTheRight ? .right : column.kind == .date ? .center : .left
          if column.kind == .text, column != table.columns.first { $0.indent = Self.wordIndent }
        })
    }
  }

  // MARK: - Cells

  private func cells(of row: Row, at place: Int) throws(WorkbookProblem) -> [SheetCell] {
    let firstText = table.columns.firstIndex { !$0.isToTheRight }
    var cells: [SheetCell] = []
    for (position, column) in table.columns.enumerated() {
      let value = row.values[position]
      guard let content = content(of: value) else {
        throw .amountTooLarge(
          sheet: name, cell: CellReference(row: place, column: position).text)
      }
      var style = row.emphasis.style
      style.numberFormat = NumberFormat(value, in: column.kind, isForPrograms: isForPrograms)?.code
      if case .date = value.content { style.alignment = column.isToTheRight ? .right : .center }
      if value.format == .year { style.alignment = .left }
      if column.kind == .text, position > 0 { style.indent = Self.wordIndent }
      if let words = value.words {
        if displayWidth(words) > Int(Self.widestColumn) || words.contains("\n") {
          style.wraps = true
        }
        if column.isToTheRight { style.alignment = .right }
      }
      if position == firstText { style.indent += row.indentation }
      cells.append(SheetCell(content, style))
    }
    return cells
  }

  /// `nil` of an amount with more digits than a spreadsheet keeps.
  private func content(of value: Value) -> SheetCell.Content? {
    switch value.content {
    case .blank: .blank
    case .text: .text(value.words ?? "")
    case .amount(let minorUnits):
      minorUnits.magnitude <= WorkbookLimits.amount ? .number(Double(minorUnits) / 100) : nil
    case .decimal(let number), .percent(let number): .number(number.doubleValue)
    case .count(let count): .number(Double(count))
    case .date(let day): .date(day)
    }
  }

  // MARK: - Widths

  private var columnWidths: [Double] {
    table.columns.indices.map { position in
      let column = table.columns[position]
      let texts = table.rows.map { row in
        row.emphasis == .heading
          ? 0 : displayWidth(row.values[position].shownText(in: column.kind)) + row.indentation
      }
      let heading = isForPrograms ? column.key : column.heading
      let words = heading.split(separator: " ").map { displayWidth(String($0)) }.max() ?? 0
      // Two lines of a heading are no trouble; the arrow of a filter takes room.
      let narrowest = max(Double(words), Double(displayWidth(heading)) / 2) + 3
      let indent = column.kind == .text && position > 0 ? 2 * Self.wordIndent : 0
      let widest = Double((texts.max() ?? 0) + indent) + 2.5
      return min(max(widest, narrowest, Self.narrowestColumn), Self.widestColumn)
    }
  }
}

extension Column {
  /// Whether figures stand in the column.
  var isToTheRight: Bool {
    switch kind {
    case .text, .date, .year: false
    case .amount, .decimal, .percent, .count, .figure: true
    }
  }
}

extension Row.Emphasis {
  fileprivate var style: CellStyle {
    CellStyle().with { style in
      switch self {
      case .plain: break
      case .heading: style.isBold = true
      case .subtotal:
        style.isBold = true
        style.fill = .subtotal
        style.top = .thin
      case .total:
        style.isBold = true
        style.fill = .total
        style.top = .thin
        style.bottom = .double
      }
    }
  }
}
