import Reports

/// One sheet of a workbook: rows of cells, and how they are looked at and printed.
public struct Worksheet: Hashable, Sendable {
  /// On the tab; a workbook makes it one that it may hold.
  public internal(set) var name: String
  /// From the top; a row may be shorter than others.
  public var rows: [[SheetCell]]
  /// In characters, from the first column on; columns beyond have the usual width.
  public var columnWidths: [Double]
  /// Rows that stay in sight at the top.
  public var frozenRows: Int
  /// Columns that stay in sight at the left.
  public var frozenColumns: Int
  /// The row of headings, from 0, which is printed on each page; `nil` where there is none.
  public var headingRow: Int?
  /// The last row that a filter on the headings covers, from 0; `nil` for no filter.
  public var filterEnd: Int?
  /// Cells whose colour follows from what they say.
  public var verdicts: [CellRange]
  /// The colour of the tab; `nil` for the usual one.
  public var tab: CellStyle.Fill?

  /// A sheet with nothing frozen, but for what is given.
  public init(
    name: String, rows: [[SheetCell]], columnWidths: [Double] = [], frozenRows: Int = 0,
    frozenColumns: Int = 0, headingRow: Int? = nil, filterEnd: Int? = nil,
    verdicts: [CellRange] = [], tab: CellStyle.Fill? = nil
  ) {
    self.name = name
    self.rows = rows
    self.columnWidths = columnWidths
    self.frozenRows = frozenRows
    self.frozenColumns = frozenColumns
    self.headingRow = headingRow
    self.filterEnd = filterEnd
    self.verdicts = verdicts
    self.tab = tab
  }

  /// The points that a row takes, with its tallest letters and its longest words in lines.
  func height(ofRow row: Int) -> Double {
    var lines = 1
    var size = CellStyle().size
    for (column, cell) in rows[row].enumerated() {
      size = max(size, cell.style.size)
      guard cell.style.wraps, case .text(let text) = cell.content else { continue }
      let width = column < columnWidths.count ? columnWidths[column] : Self.usualWidth
      // Heavy letters are wider than the digits that widths are counted in.
      let room = Int(width * (cell.style.isBold ? 0.85 : 0.95)) - cell.style.indent
      lines = max(lines, wrapped(text, to: max(room, 4)).count)
    }
    return Double(lines) * (size * 1.35).rounded(.up) + 1
  }

  private static let usualWidth = 8.43

  /// Words that verdicts are coloured by: the first green, the second red.
  public static let verdictWords = (good: "equal", bad: "differs")
}

/// A rectangle of cells, both ends included, rows and columns from 0.
public struct CellRange: Hashable, Sendable {
  /// From 0, both ends included.
  public let rows: ClosedRange<Int>
  /// From 0, both ends included.
  public let columns: ClosedRange<Int>

  /// Takes the ends as given.
  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }
}
