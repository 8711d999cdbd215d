import FinanceBasics

/// A cell of a table, with where it begins.
struct CSVCell {
  let text: String
  /// From 1.
  let line: Int
  /// In characters, from 1.
  let column: Int
}

/// The rows of a table as RFC 4180 has them: commas, quotes doubled inside quotes, CRLF or LF.
///
/// Empty lines at the end are left out. Reading ends at the first misplaced quote, behind which
/// nobody knows what is quoted.
struct CSVRecords {
  private(set) var records: [[CSVCell]] = []
  private(set) var fault: LocatedFault?

  private let source: SourceText
  private var offset = 0
  private var line = 1
  private var column = 1

  init(_ source: SourceText) {
    self.source = source
    read()
  }

  private var byte: UInt8? { offset < source.bytes.count ? source.bytes[offset] : nil }

  private mutating func read() {
    while byte != nil, fault == nil {
      let record = readRecord()
      if fault == nil { records.append(record) }
    }
    while let last = records.last, last.count == 1, last[0].text.isEmpty { records.removeLast() }
  }

  private mutating func readRecord() -> [CSVCell] {
    var cells = [readCell()]
    while fault == nil, byte == UInt8(ascii: ",") {
      advance()
      cells.append(readCell())
    }
    readLineEnd()
    return cells
  }

  private mutating func readCell() -> CSVCell {
    let (line, column) = (line, column)
    var bytes: [UInt8] = []
    if byte == UInt8(ascii: "\"") {
      bytes = readQuoted()
      if fault == nil, !isAtCellEnd {
        report(.quoteMisplaced, line: self.line, column: self.column)
      }
    } else {
      while fault == nil, !isAtCellEnd, let byte {
        if byte == UInt8(ascii: "\"") {
          report(.quoteMisplaced, line: self.line, column: self.column)
        }
        bytes.append(byte)
        advance()
      }
    }
    return CSVCell(text: String(decoding: bytes, as: UTF8.self), line: line, column: column)
  }

  /// What stands between quotes; the place is behind the closing one.
  private mutating func readQuoted() -> [UInt8] {
    let (line, column) = (line, column)
    var bytes: [UInt8] = []
    advance()
    while let byte {
      advance()
      if byte != UInt8(ascii: "\"") {
        bytes.append(byte)
      } else if self.byte == UInt8(ascii: "\"") {
        bytes.append(byte)
        advance()
      } else {
        return bytes
      }
    }
    report(.quoteOpen, line: line, column: column)
    return bytes
  }

  private var isAtCellEnd: Bool {
    switch byte {
    case nil, UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: false
    }
  }

  private mutating func readLineEnd() {
    guard fault == nil else { return }
    if byte == UInt8(ascii: "\r") { advance() }
    if byte == UInt8(ascii: "\n") { advance() }
  }

  /// Goes on by a byte, and counts lines by LF, by CRLF once, and by CR alone.
  private mutating func advance() {
    guard let byte else { return }
    offset += 1
    let isLineEnd =
      byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && self.byte != UInt8(ascii: "\n")
    if isLineEnd {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }

  private mutating func report(_ fault: SeriesFileFault, line: Int, column: Int) {
    self.fault = LocatedFault(
      fault, at: DiagnosticLocation(file: source.file, line: line, column: column))
  }
}
