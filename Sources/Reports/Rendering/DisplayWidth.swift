/// The columns of a terminal that the text takes.
package func displayWidth(_ text: some StringProtocol) -> Int {
  if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// The columns that one character takes: 2 for an ideograph or an emoji, 0 for a lone mark, else 1.
package func displayWidth(of character: Character) -> Int {
  guard let first = character.unicodeScalars.first else { return 0 }
  if first.properties.isEmojiPresentation || isWide(first.value) { return 2 }
  if first.properties.isEmoji, character.unicodeScalars.contains("\u{FE0F}") { return 2 }
  switch first.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: return 1
  }
}

private func isWide(_ scalar: UInt32) -> Bool {
  scalar >= 0x1100 && wideRanges.contains { $0.contains(scalar) }
}

/// Scripts that East Asian terminals show in two columns; emoji are known by their property.
///
/// Source: Unicode UAX #11, classes W and F, joined into whole blocks.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F,  // Hangul initial consonants
  0x2E80...0x303E,  // radicals, punctuation
  0x3041...0x33FF,  // kana, bopomofo, compatibility
  0x3400...0x4DBF, 0x4E00...0x9FFF,  // unified ideographs
  0xA000...0xA4CF,  // Yi
  0xA960...0xA97F, 0xAC00...0xD7A3,  // Hangul
  0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,  // compatibility
  0xFF00...0xFF60, 0xFFE0...0xFFE6,  // full-width forms
  0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,  // Tangut, kana supplement
  0x1F200...0x1F265,  // enclosed ideographs
  0x20000...0x2FFFD, 0x30000...0x3FFFD,  // supplementary ideographs
]

/// Text with spaces behind it up to a width.
func padded(_ text: String, toWidth width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - displayWidth(text)))
}

/// Text with spaces before it up to a width.
func padded(_ text: String, fromWidth width: Int) -> String {
  String(repeating: " ", count: max(0, width - displayWidth(text))) + text
}
