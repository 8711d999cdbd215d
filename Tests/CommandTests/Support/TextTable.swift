import Testing

/// A table of text read by its headings: each cell ends in the column where its heading ends.
struct TextTable {
  struct Row {
    let name: String
    /// By heading; blank cells are absent.
    let cells: [String: String]
  }

  let rows: [Row]

  /// The first table of a text: a line of headings, a rule, rows, a rule, and perhaps totals.
  ///
  /// - Precondition: Headings take one line, with two spaces or more between them.
  init(_ text: String) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let isRule = { (line: String) in line.hasPrefix("──") }
    let first = try #require(lines.firstIndex(where: isRule), "a table has a rule")
    let last = try #require(lines.lastIndex(where: isRule))
    let headings = Self.cells(of: lines[first - 1])
    rows = lines[first...last].filter { !isRule($0) }.map { line in
      let cells = Self.cells(of: line)
      let pairs = cells.dropFirst().compactMap { cell in
        headings.first { $0.end == cell.end }.map { ($0.text, cell.text) }
      }
      return Row(
        name: cells.first?.text ?? "", cells: Dictionary(pairs, uniquingKeysWith: { $1 }))
    }
  }

  private static func cells(of line: String) -> [(text: String, end: Int)] {
    var cells: [(String, Int)] = []
    var current = ""
    var spaces = 0
    for (index, character) in (line + "  ").enumerated() {
      if character == " " {
        spaces += 1
        if spaces == 2, !current.isEmpty {
          cells.append((current, index - 1))
          current = ""
        }
      } else {
        if spaces == 1, !current.isEmpty { current.append(" ") }
        spaces = 0
        current.append(character)
      }
    }
    return cells
  }
}
