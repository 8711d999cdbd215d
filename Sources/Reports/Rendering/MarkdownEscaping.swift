/// Text that stands in one line of a table's cell, with what Markdown would take for its own behind
/// a backslash.
///
/// Within words an underscore is left as it is, for there it emphasises nothing: names of fields and
/// files stay readable. Of a web address all is left that makes no table or code of it, so that it
/// stays one.
///
/// Source: GitHub Flavored Markdown, sections 2.4 (escapes), 2.5 (entities), 4.10 (tables), 6.2
/// (emphasis), 6.5 (strikethrough) and 6.9 (autolinks).
func markdownCell(_ text: String) -> String {
  let characters = Array(text)
  var result = ""
  var isInAddress = false
  for (place, character) in characters.enumerated() {
    if character.isWhitespace { isInAddress = false }
    if place == 0 || characters[place - 1].isWhitespace || characters[place - 1] == "(" {
      isInAddress = startsAddress(characters[place...])
    }
    switch character {
    case "|", "\\", "`", "<", "[", "]": result += "\\\(character)"
    case "*", "~": result += isInAddress ? "\(character)" : "\\\(character)"
    case "_":
      let isWithin = isInAddress || isWithinWord(characters, place)
      result += isWithin ? "_" : "\\_"
    case "&":
      let isEntity = !isInAddress && startsEntity(characters[(place + 1)...])
      result += isEntity ? "\\&" : "&"
    case "\n": result += "<br>"
    default: result.append(character)
    }
  }
  return result
}

/// Text as a paragraph of its own: as in a cell, and nothing at its beginning makes a heading, a
/// quotation or a list of it.
///
/// Source: GitHub Flavored Markdown, sections 4.1 to 4.3, 5.1 and 5.2.
func markdownParagraph(_ text: String) -> String {
  let escaped = markdownCell(text)
  guard let first = escaped.first else { return escaped }
  if "#>+-=".contains(first) { return "\\" + escaped }
  let digits = escaped.prefix { $0.isASCII && $0.isNumber }
  let rest = escaped.dropFirst(digits.count)
  guard !digits.isEmpty, let mark = rest.first, ".)".contains(mark),
    rest.dropFirst().first.map(\.isWhitespace) ?? true
  else { return escaped }
  return digits + "\\" + rest
}

/// Text as a heading, whose last `#` stays one.
///
/// Source: GitHub Flavored Markdown, section 4.2.
func markdownHeading(_ text: String) -> String {
  let escaped = markdownCell(text)
  return "### " + (escaped.hasSuffix("#") ? escaped.dropLast() + "\\#" : escaped)
}

/// Lines as they stand, in a block that Markdown changes nothing in.
///
/// Source: GitHub Flavored Markdown, section 4.5.
func markdownBlock(_ lines: [String]) -> String {
  let runs = lines.flatMap { $0.split { $0 != "`" } }.map(\.count)
  let fence = String(repeating: "`", count: max(3, (runs.max() ?? 0) + 1))
  return ([fence + "text"] + lines + [fence]).joined(separator: "\n") + "\n"
}

/// Whether letters or digits stand on both sides.
private func isWithinWord(_ characters: [Character], _ place: Int) -> Bool {
  let isOfWord = { (character: Character) in character.isLetter || character.isNumber }
  return place > 0 && place + 1 < characters.count && isOfWord(characters[place - 1])
    && isOfWord(characters[place + 1])
}

private func startsAddress(_ text: ArraySlice<Character>) -> Bool {
  ["https://", "http://", "www."].contains { text.starts(with: $0) }
}

/// Whether a name or a number and a semicolon follow an ampersand.
private func startsEntity(_ text: ArraySlice<Character>) -> Bool {
  let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }
  return !name.isEmpty && text.dropFirst(name.count).first == ";"
}
