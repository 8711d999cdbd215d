/// Where the lines of a text begin.
struct LineIndex {
  /// The offset of the first byte of each line; at least one.
  let starts: [Int]

  /// Lines end as YAML 1.1 ends them: CR, LF, both, NEL, LS and PS.
  init(_ bytes: [UInt8]) {
    var starts = [0]
    for offset in bytes.indices {
      switch bytes[offset] {
      case 0x0A: starts.append(offset + 1)
      case 0x0D where offset + 1 == bytes.count || bytes[offset + 1] != 0x0A:
        starts.append(offset + 1)
      case 0x85 where offset > 0 && bytes[offset - 1] == 0xC2: starts.append(offset + 1)
      case 0xA8, 0xA9:
        if offset > 1, bytes[offset - 1] == 0x80, bytes[offset - 2] == 0xE2 {
          starts.append(offset + 1)
        }
      default: break
      }
    }
    self.starts = starts
  }

  /// The line of a byte, from 1.
  func line(ofByte offset: Int) -> Int {
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low + 1
  }

  /// The offset of the byte at a line and a column in Unicode scalars, both from 1.
  func offset(line: Int, column: Int, in bytes: [UInt8]) -> Int {
    guard starts.indices.contains(line - 1) else { return bytes.count }
    return Self.offset(after: column - 1, from: starts[line - 1], in: bytes)
  }

  /// The offset so many Unicode scalars after another.
  static func offset(after count: Int, from start: Int, in bytes: [UInt8]) -> Int {
    var offset = start
    for _ in 0..<max(0, count) where offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }
}
