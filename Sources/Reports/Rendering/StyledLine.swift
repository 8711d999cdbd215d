/// Weight and colour of a piece of text; a sign beside it always says the same.
struct Ink: OptionSet, Hashable {
  let rawValue: Int

  static let bold = Ink(rawValue: 1)
  static let dim = Ink(rawValue: 2)
  static let red = Ink(rawValue: 4)

  /// The parameters of "select graphic rendition". Source: ECMA-48, section 8.3.117.
  var parameters: String {
    var codes: [String] = []
    if contains(.bold) { codes.append("1") }
    if contains(.dim) { codes.append("2") }
    if contains(.red) { codes.append("31") }
    return codes.joined(separator: ";")
  }
}

/// One line of output, in pieces of one ink each.
struct StyledLine {
  private var pieces: [(text: String, ink: Ink)] = []

  init() {}

  init(_ text: String, _ ink: Ink = []) {
    append(text, ink)
  }

  mutating func append(_ text: String, _ ink: Ink = []) {
    pieces.append((text, ink))
  }

  /// The line without spaces at its end.
  func rendered(isColored: Bool) -> String {
    var line = ""
    var pendingSpaces = ""
    for piece in pieces {
      let body = piece.text.trimmingSpacesAtEnd
      let spaces = String(repeating: " ", count: piece.text.utf8.count - body.utf8.count)
      guard !body.isEmpty else {
        pendingSpaces += spaces
        continue
      }
      let isPlain = !isColored || piece.ink.isEmpty
      line += pendingSpaces
      line += isPlain ? String(body) : "\u{1B}[\(piece.ink.parameters)m\(body)\u{1B}[0m"
      pendingSpaces = spaces
    }
    return line
  }
}

extension String {
  fileprivate var trimmingSpacesAtEnd: Substring {
    // Bytes rather than characters: a space is one byte in UTF-8, and no part of another character.
    var end = utf8.endIndex
    while end > utf8.startIndex {
      let before = utf8.index(before: end)
      guard utf8[before] == UInt8(ascii: " ") else { break }
      end = before
    }
    return self[..<end]
  }
}

/// Lines, each ended; the last one too.
func joined(_ lines: [StyledLine], isColored: Bool) -> String {
  lines.map { $0.rendered(isColored: isColored) + "\n" }.joined()
}
