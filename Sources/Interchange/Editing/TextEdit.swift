/// Bytes of a text that others take the place of.
struct TextEdit {
  /// What is taken out; empty for what is only put in.
  let range: Range<Int>
  let replacement: [UInt8]
}

extension [TextEdit] {
  /// A text with every edit made; of two at one offset the one given first comes first.
  ///
  /// - Precondition: No two edits overlap.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    let inOrder = enumerated().sorted { left, right in
      left.element.range.lowerBound == right.element.range.lowerBound
        ? left.offset < right.offset
        : left.element.range.lowerBound < right.element.range.lowerBound
    }
    var result: [UInt8] = []
    var position = 0
    for (_, edit) in inOrder {
      precondition(position <= edit.range.lowerBound, "edits do not overlap")
      result += bytes[position..<edit.range.lowerBound] + edit.replacement
      position = edit.range.upperBound
    }
    return result + bytes[position...]
  }
}
