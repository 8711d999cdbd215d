import LeaseModel

/// The blocks of a deal file, each with its lines.
struct TopLevelBlocks {
  let layout: DocumentLayout
  private let entries: [DocumentNode.Entry]

  /// The column that no line of the block goes beyond, where words can be broken.
  private static let width = 100
  /// Behind which of these blocks the solved values stand: the first that the file has.
  private static let anchors: [FieldBlock] = [.assumptions, .announcedFigures, .terms]

  /// - Precondition: The root is written without braces, so that each entry begins a line.
  init(_ root: DocumentNode, in layout: DocumentLayout) {
    self.layout = layout
    entries = root.entries
  }

  private func index(of block: FieldBlock) -> Int? {
    entries.firstIndex { $0.key == block.rawValue }
  }

  /// The line on which the entry behind one begins.
  private func end(ofEntry index: Int) -> Int {
    index + 1 < entries.count ? entries[index + 1].keyPlace.line - 1 : layout.lineCount
  }

  /// The lines of an entry, comments behind it left out.
  private func lines(ofEntry index: Int) -> ClosedRange<Int> {
    let first = entries[index].keyPlace.line - 1
    return first...layout.lastContentLine(from: first, before: end(ofEntry: index))
  }

  /// What takes fields out of the assumptions; `nil` where there are none to take.
  func withdrawal(of fields: [DealField]) throws(SolvedEditFault) -> FieldWithdrawal? {
    guard !fields.isEmpty, let index = index(of: .assumptions) else { return nil }
    let places = fields.map { DocumentNode.Place(line: $0.line, column: $0.column) }
    return try FieldWithdrawal(
      Set(places), from: entries[index], before: end(ofEntry: index), in: layout)
  }

  /// What puts the solved block in place of the one there, or behind the assumptions.
  func edit(settingSolved fields: [DealField], remark: String?) -> TextEdit {
    let text = Self.lines(of: fields, remark: remark)
    if let index = index(of: .solved) {
      let lines = lines(ofEntry: index)
      let range = layout.start(ofLine: lines.lowerBound)..<layout.end(ofLine: lines.upperBound)
      let lineEnd = layout.lineEnd(near: lines.lowerBound)
      return TextEdit(range: range, replacement: Self.joined(text, lineEnd))
    }
    let anchor = Self.anchors.lazy.compactMap(index).first ?? entries.count - 1
    let line = lineBehind(anchor)
    let lineEnd = layout.lineEnd(near: line)
    let offset = layout.start(ofLine: line + 1)
    let isEnded = layout.end(ofLine: line) < offset
    let block = Self.joined((isSpaced ? [""] : []) + text, lineEnd)
    return TextEdit(
      range: offset..<offset, replacement: isEnded ? block + lineEnd : lineEnd + block)
  }

  /// Whether the file has a blank line between two blocks.
  private var isSpaced: Bool {
    entries.indices.dropFirst().contains { index in
      let above = lines(ofEntry: index - 1).upperBound + 1
      return (above..<max(above, entries[index].keyPlace.line - 1)).contains(where: layout.isBlank)
    }
  }

  /// The last line of an entry, with the comments that are indented under it.
  private func lineBehind(_ index: Int) -> Int {
    var line = lines(ofEntry: index).upperBound
    while line + 1 < end(ofEntry: index), layout.isComment(line + 1),
      layout.indentation(ofLine: line + 1) > 0
    {
      line += 1
    }
    return line
  }

  private static func joined(_ lines: [String], _ lineEnd: [UInt8]) -> [UInt8] {
    Array(lines.map { Array($0.utf8) }.joined(separator: lineEnd))
  }

  /// The block as lines, with a remark on top.
  static func lines(of fields: [DealField], remark: String?) -> [String] {
    var tree = FieldTree()
    for field in fields { tree.insert(field) }
    var writing = FieldWriting(isBrief: true)
    for child in tree.children {
      writing.write(child, indent: 1, inherited: FieldTree.Standing(sources: [], note: nil))
    }
    let comments = remark.map { commentLines(of: $0) } ?? []
    return ["\(FieldBlock.solved.rawValue):"] + comments + writing.lines
  }

  /// Words as comments, each line short enough to be read.
  private static func commentLines(of text: String) -> [String] {
    var lines: [String] = []
    var line = "  #"
    for word in text.split(whereSeparator: \.isWhitespace) {
      if line.count + 1 + word.count > width, line.count > 3 {
        lines.append(line)
        line = "  #"
      }
      line += " \(word)"
    }
    return lines + [line]
  }
}
