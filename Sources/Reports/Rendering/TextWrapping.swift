/// Text broken at spaces into lines of at most a width, with a hanging indent after the first.
///
/// A word wider than a line is broken after a hyphen, a slash, a point or a bracket where that leaves
/// less than half a line empty, and else anywhere. Line ends in the text are kept. Never empty.
/// - Precondition: The width is above the indent by two, so that every character fits.
package func wrapped(_ text: String, to width: Int, hanging: Int = 0) -> [String] {
  precondition(width >= hanging + 2, "a line has room for a wide character")
  guard !isPlainLine(text, within: width) else { return [text] }
  var lines: [String] = []
  for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
    let isFirst = lines.isEmpty
    let filled = filledLines(
      paragraph, first: isFirst ? width : width - hanging, others: width - hanging)
    for (position, line) in filled.enumerated() {
      let indent = isFirst && position == 0 ? 0 : hanging
      lines.append(line.isEmpty ? line : String(repeating: " ", count: indent) + line)
    }
  }
  return lines
}

/// Whether a text is a line as it stands: ASCII, narrow enough, with single spaces between words.
private func isPlainLine(_ text: String, within width: Int) -> Bool {
  let bytes = text.utf8
  guard bytes.count <= width else { return false }
  var before = UInt8(ascii: " ")
  for byte in bytes {
    let isSpace = byte == UInt8(ascii: " ")
    guard (0x20...0x7E).contains(byte), !(isSpace && before == byte) else { return false }
    before = byte
  }
  return bytes.isEmpty || before != UInt8(ascii: " ")
}

private func filledLines(_ paragraph: Substring, first: Int, others: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var used = 0
  for word in paragraph.split(separator: " ") {
    let width = displayWidth(word)
    let limit = lines.isEmpty ? first : others
    if !line.isEmpty, used + 1 + width <= limit {
      line += " " + word
      used += 1 + width
      continue
    }
    if !line.isEmpty { lines.append(line) }
    let pieces = brokenWord(word, first: lines.isEmpty ? first : others, others: others)
    lines += pieces.dropLast()
    line = pieces.last ?? ""
    used = displayWidth(line)
  }
  return lines + [line]
}

/// A word in pieces that fit; one piece where the word does.
private func brokenWord(_ word: Substring, first: Int, others: Int) -> [String] {
  var pieces: [String] = []
  var rest = word
  while displayWidth(rest) > (pieces.isEmpty ? first : others) {
    let end = breakIndex(in: rest, width: pieces.isEmpty ? first : others)
    pieces.append(String(rest[..<end]))
    rest = rest[end...]
  }
  return pieces + [String(rest)]
}

/// Where a word that is too wide is broken: at least one character in.
private func breakIndex(in word: Substring, width: Int) -> Substring.Index {
  var used = 0
  var index = word.startIndex
  var afterHyphen: Substring.Index?
  while index < word.endIndex {
    used += displayWidth(of: word[index])
    guard used <= width else { break }
    let isHyphen = "-/.]".contains(word[index])
    index = word.index(after: index)
    if isHyphen, used * 2 > width { afterHyphen = index }
  }
  return afterHyphen ?? max(index, word.index(after: word.startIndex))
}

/// At most so many lines; where more are cut, the last ends in an ellipsis at the end of a word.
func clipped(_ lines: [String], to count: Int, width: Int, ellipsis: String) -> [String] {
  guard lines.count > count, count > 0 else { return lines }
  var last = Substring(lines[count - 1])
  while !last.isEmpty, displayWidth(last) + displayWidth(ellipsis) > width {
    if let space = last.lastIndex(of: " "), last[..<space].contains(where: { $0 != " " }) {
      last = last[..<space]
    } else {
      last = last.dropLast()
    }
  }
  return lines.prefix(count - 1) + [last + ellipsis]
}
