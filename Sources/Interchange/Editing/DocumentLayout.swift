import FinanceBasics
import LeaseModel

/// The bytes of a document with the extents of its parts.
///
/// Lines are counted from 0; offsets are of bytes, without a byte-order mark.
struct DocumentLayout {
  let source: SourceText

  var bytes: [UInt8] { source.bytes }

  /// The number of lines; the last may be empty.
  var lineCount: Int { source.lines.starts.count }

  func offset(of place: DocumentNode.Place) -> Int {
    source.lines.offset(line: place.line, column: place.column, in: bytes)
  }

  // MARK: - Lines

  func start(ofLine line: Int) -> Int {
    line < lineCount ? source.lines.starts[line] : bytes.count
  }

  /// Behind the last byte of a line, before its line end.
  func end(ofLine line: Int) -> Int {
    let next = start(ofLine: line + 1)
    return line + 1 < lineCount ? next - lineEndLength(before: next) : next
  }

  private func lineEndLength(before next: Int) -> Int {
    switch bytes[next - 1] {
    case 0x0A: next > 1 && bytes[next - 2] == 0x0D ? 2 : 1
    case 0x0D: 1
    case 0x85: 2
    default: 3
    }
  }

  /// What ends a line of this document, as the line does or else the first that ends plainly.
  func lineEnd(near line: Int) -> [UInt8] {
    let own = Array(bytes[end(ofLine: line)..<start(ofLine: line + 1)])
    if Self.plainLineEnds.contains(own) { return own }
    for other in 0..<lineCount {
      let ending = Array(bytes[end(ofLine: other)..<start(ofLine: other + 1)])
      if Self.plainLineEnds.contains(ending) { return ending }
    }
    return [0x0A]
  }

  private static let plainLineEnds: [[UInt8]] = [[0x0A], [0x0D, 0x0A], [0x0D]]

  /// The spaces at the beginning of a line.
  func indentation(ofLine line: Int) -> Int {
    bytes[start(ofLine: line)..<end(ofLine: line)].prefix { $0 == UInt8(ascii: " ") }.count
  }

  /// Whether nothing but spaces stands before an offset on its line.
  func beginsLine(_ offset: Int, _ line: Int) -> Bool {
    start(ofLine: line) + indentation(ofLine: line) == offset
  }

  func isBlank(_ line: Int) -> Bool { firstByte(ofLine: line) == nil }

  func isComment(_ line: Int) -> Bool { firstByte(ofLine: line) == UInt8(ascii: "#") }

  private func firstByte(ofLine line: Int) -> UInt8? {
    bytes[start(ofLine: line)..<end(ofLine: line)].first { $0 != UInt8(ascii: " ") && $0 != 0x09 }
  }

  /// Whether a line begins or ends a document.
  private func isDocumentMark(_ line: Int) -> Bool {
    let mark = bytes[start(ofLine: line)..<end(ofLine: line)].prefix(3)
    return mark.elementsEqual("---".utf8) || mark.elementsEqual("...".utf8)
  }

  /// The last line of what begins on a line, comments behind it left out.
  ///
  /// - Parameter end: The line on which something else begins.
  func lastContentLine(from first: Int, before end: Int) -> Int {
    var last = first
    for line in first..<max(first + 1, min(end, lineCount)) {
      if line > first, isDocumentMark(line) { break }
      if !isBlank(line), !isComment(line) { last = line }
    }
    return last
  }

  // MARK: - Groups in braces and lists in brackets

  /// Whether a group or a list is written in brackets.
  func isFlow(_ node: DocumentNode) -> Bool {
    let offset = offset(of: node.place)
    guard bytes.indices.contains(offset) else { return false }
    return bytes[offset] == UInt8(ascii: "{") || bytes[offset] == UInt8(ascii: "[")
  }

  /// The offset behind a node that stands within brackets.
  ///
  /// - Throws: `solved.layout` of what is written in an unusual way.
  func flowEnd(of node: DocumentNode) throws(SolvedEditFault) -> Int {
    let start = offset(of: node.place)
    switch node.content {
    case .scalar: return try scalarEnd(from: start)
    case .mapping(let entries):
      let inner = try entries.last.map { entry throws(SolvedEditFault) in
        try flowEnd(of: entry.value)
      }
      return try closing(UInt8(ascii: "}"), after: inner ?? start + 1, node)
    case .sequence(let elements):
      let inner = try elements.last.map { element throws(SolvedEditFault) in
        try flowEnd(of: element)
      }
      return try closing(UInt8(ascii: "]"), after: inner ?? start + 1, node)
    }
  }

  /// The offset behind the bracket that closes a node.
  private func closing(
    _ bracket: UInt8, after start: Int, _ node: DocumentNode
  ) throws(SolvedEditFault) -> Int {
    var offset = start
    var isInComment = false
    while bytes.indices.contains(offset), isFlow(node) {
      switch bytes[offset] {
      case bracket where !isInComment: return offset + 1
      case UInt8(ascii: "#"): isInComment = true
      case 0x0A, 0x0D: isInComment = false
      case UInt8(ascii: " "), 0x09, UInt8(ascii: ","): break
      default:
        if !isInComment { throw layoutFault(at: offset) }
      }
      offset += 1
    }
    throw layoutFault(at: start)
  }

  /// The offset behind a scalar within brackets, spaces behind it left out.
  private func scalarEnd(from start: Int) throws(SolvedEditFault) -> Int {
    guard bytes.indices.contains(start) else { throw layoutFault(at: start) }
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try quotedEnd(from: start)
    default: break
    }
    var offset = start
    var end = start
    while bytes.indices.contains(offset), !",[]{}".utf8.contains(bytes[offset]) {
      let isSpace = [UInt8(ascii: " "), 0x09, 0x0A, 0x0D].contains(bytes[offset])
      if bytes[offset] == UInt8(ascii: "#"), offset > end { break }
      offset += 1
      if !isSpace { end = offset }
    }
    return end
  }

  private func quotedEnd(from start: Int) throws(SolvedEditFault) -> Int {
    let quote = bytes[start]
    var offset = start + 1
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        offset += 2
      } else if bytes[offset] != quote {
        offset += 1
      } else if quote == UInt8(ascii: "'"), offset + 1 < bytes.count, bytes[offset + 1] == quote {
        offset += 2
      } else {
        return offset + 1
      }
    }
    throw layoutFault(at: start)
  }

  func layoutFault(at offset: Int) -> SolvedEditFault {
    let line = source.lines.line(ofByte: min(offset, max(bytes.count - 1, 0)))
    return .layout("line \(line) is laid out in a way that no edit by position can take")
  }
}
