/// A column with its cells as people read them, and the widths that it can take.
struct MeasuredColumn {
  let column: Column
  let heading: String
  /// One a row, blank for a row that runs over its columns.
  let cells: [CellText]
  /// The spaces before the text of each row; empty for a column that is not indented.
  let indents: [Int]

  /// The widest part of a number behind its whole part.
  let fractionWidth: Int
  /// The widest value without mark and count.
  let bodyWidth: Int
  /// The widest mark.
  let markWidth: Int
  /// The widest number of deals.
  let countWidth: Int

  /// Everything on one line.
  let spacious: Int
  /// The heading on up to three lines, words in a narrow but readable column.
  let compact: Int
  /// As narrow as it gets: no number and no word of a heading is broken.
  let least: Int

  init(_ column: Column, heading: String, cells: [CellText], indents: [Int]) {
    self.column = column
    self.heading = heading
    self.cells = cells
    self.indents = indents
    let extent = Extent(of: cells, indents: indents)
    fractionWidth = extent.fraction
    bodyWidth = max(extent.whole + extent.fraction, extent.flush)
    markWidth = extent.mark
    countWidth = extent.count
    let words = heading.split(separator: " ").map { displayWidth($0) }
    let data = column.kind.isNumeric ? bodyWidth + markWidth + countWidth : extent.flow
    spacious = max(data, displayWidth(heading), 2)
    let narrowest =
      column.kind.isNumeric
      ? data
      : min(extent.flow, max(Self.readableWidth, min(extent.longestWord, Self.widestWord)))
    compact = Self.width(
      of: heading, inLines: Self.maximumHeadingLines, from: max(narrowest, words.max() ?? 0, 2))
    least =
      column.kind.isNumeric
      ? compact : min(compact, max(Self.leastWidth, extent.longestNumber, words.max() ?? 0))
  }

  /// The narrowest column of words that is pleasant to read.
  private static let readableWidth = 14
  /// The widest word, such as the name of a deal, that a narrow column still keeps whole.
  private static let widestWord = 28
  private static let leastWidth = 8
  private static let maximumHeadingLines = 3
  /// The lines that one cell may take; the rest is cut with an ellipsis.
  private static let maximumCellLines = 4

  private var suffixWidth: Int { markWidth + countWidth }

  /// The least width, from one on that fits every word, at which the heading takes so few lines.
  private static func width(of heading: String, inLines count: Int, from least: Int) -> Int {
    let most = max(least, displayWidth(heading))
    return (least...most).first { wrapped(heading, to: $0).count <= count } ?? most
  }

  /// The lines that the heading takes at a width.
  func headingHeight(width: Int) -> Int { wrapped(heading, to: width).count }

  /// The least width, from one on that fits every word, at which the heading takes so few lines.
  func headingWidth(lines: Int, from least: Int) -> Int {
    Self.width(of: heading, inLines: lines, from: least)
  }

  /// The heading at a width, padded to the side that its cells are on.
  func headingLines(width: Int) -> [String] {
    wrapped(heading, to: width).map {
      column.kind.isNumeric ? padded($0, fromWidth: width) : padded($0, toWidth: width)
    }
  }

  /// One cell at a width, every line as wide as that.
  func lines(ofRow row: Int, width: Int, ellipsis: String) -> [String] {
    let cell = cells[row]
    switch cell.body {
    case .blank: return [padded("", toWidth: width)]
    case .flow(let text):
      return textLines(text, row: row, width: width, ellipsis: ellipsis)
    case .flush(let text):
      return [padded(text, fromWidth: width - suffixWidth) + suffix(of: cell)]
    case .aligned(let whole, let fraction):
      return [
        padded(whole, fromWidth: width - suffixWidth - fractionWidth)
          + padded(fraction, toWidth: fractionWidth) + suffix(of: cell)
      ]
    }
  }

  private func suffix(of cell: CellText) -> String {
    padded(cell.mark, toWidth: markWidth) + padded(cell.dealCount, fromWidth: countWidth)
  }

  private func textLines(_ text: String, row: Int, width: Int, ellipsis: String) -> [String] {
    let asked = indents.isEmpty ? 0 : indents[row]
    let isFitting = asked + displayWidth(text) <= width
    let indent = isFitting ? asked : min(asked, max(0, width - Self.leastWidth))
    let room = width - indent
    let hanging = column.isKey && room > Self.leastWidth ? 2 : 0
    let lines = clipped(
      wrapped(text, to: room, hanging: hanging), to: Self.maximumCellLines, width: room,
      ellipsis: ellipsis)
    return lines.map { padded(String(repeating: " ", count: indent) + $0, toWidth: width) }
  }
}

/// The greatest width of each part of a column's cells.
private struct Extent {
  var whole = 0
  var fraction = 0
  var flush = 0
  var flow = 0
  var mark = 0
  var count = 0
  var longestWord = 0
  var longestNumber = 0

  init(of cells: [CellText], indents: [Int]) {
    for (row, cell) in cells.enumerated() {
      mark = max(mark, displayWidth(cell.mark))
      count = max(count, displayWidth(cell.dealCount))
      switch cell.body {
      case .blank: break
      case .flow(let text): addWords(of: text, indent: indents.isEmpty ? 0 : indents[row])
      case .flush(let text): flush = max(flush, displayWidth(text))
      case .aligned(let whole, let fraction):
        self.whole = max(self.whole, displayWidth(whole))
        self.fraction = max(self.fraction, displayWidth(fraction))
      }
    }
  }

  private mutating func addWords(of text: String, indent: Int) {
    flow = max(flow, displayWidth(text) + indent)
    for word in text.split(separator: " ") {
      let width = displayWidth(word) + indent
      longestWord = max(longestWord, width)
      let isNumber = word.first?.isNumber == true && !word.contains(where: \.isLetter)
      if isNumber { longestNumber = max(longestNumber, width) }
    }
  }
}
