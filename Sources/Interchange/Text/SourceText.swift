import FinanceBasics

/// The text of a file, known to be UTF-8 without control characters, with its lines.
struct SourceText {
  let file: String
  /// Without a byte-order mark.
  let bytes: [UInt8]
  let lines: LineIndex

  /// The most bytes that a file may have: 4 MiB.
  static let maximumBytes = 4 * 1024 * 1024

  init(_ bytes: [UInt8], file: String) throws(LocatedFault) {
    self.file = file
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    self.bytes = hasMark ? Array(bytes.dropFirst(3)) : bytes
    lines = LineIndex(self.bytes)
    guard bytes.count <= Self.maximumBytes else {
      throw LocatedFault(DealFileFault.tooLarge(bytes.count), at: DiagnosticLocation(file: file))
    }
    if let offset = Self.firstInvalidByte(of: self.bytes) {
      throw LocatedFault(
        DealFileFault.notUTF8(offset: offset + (hasMark ? 3 : 0)), at: place(ofByte: offset))
    }
    if let offset = Self.firstControlCharacter(of: self.bytes) {
      throw LocatedFault(
        DealFileFault.notText(byte: self.bytes[offset], offset: offset + (hasMark ? 3 : 0)),
        at: place(ofByte: offset))
    }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The line and the column of a byte.
  func place(ofByte offset: Int) -> DiagnosticLocation {
    let line = lines.line(ofByte: offset)
    let start = lines.starts[line - 1]
    let column = bytes[start..<max(start, offset)].count { $0 & 0xC0 != 0x80 }
    return DiagnosticLocation(file: file, line: line, column: column + 1)
  }

  /// The offset of the first byte that is no part of a well-formed sequence.
  private static func firstInvalidByte(of bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var offset = 0
    while offset < bytes.count {
      let lengths = bytes[offset] < 0x80 ? 1...1 : 2...4
      let length = lengths.first { length in
        offset + length <= bytes.count
          && String(validating: bytes[offset..<offset + length], as: UTF8.self) != nil
      }
      guard let length else { return offset }
      offset += length
    }
    return nil
  }

  /// The offset of the first character that YAML does not take: all but tab and line ends.
  private static func firstControlCharacter(of bytes: [UInt8]) -> Int? {
    bytes.indices.first { offset in
      let byte = bytes[offset]
      if byte < 0x20 { return byte != 0x09 && byte != 0x0A && byte != 0x0D }
      if byte == 0x7F { return true }
      guard offset > 0 else { return false }
      // C1 controls but NEL, a byte-order mark inside the text, and U+FFFE and U+FFFF.
      if bytes[offset - 1] == 0xC2 { return byte < 0xA0 && byte != 0x85 }
      guard offset > 1 else { return false }
      let isLast = bytes[offset - 2] == 0xEF
      return isLast && bytes[offset - 1] == 0xBB && byte == 0xBF
        || isLast && bytes[offset - 1] == 0xBF && byte >= 0xBE
    }
  }
}
