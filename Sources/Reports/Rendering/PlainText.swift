/// Text that a terminal shows as it stands: no control characters and no invisible formatting.
///
/// Deal files bring text from outside; an escape sequence in it must not reach the terminal.
/// - Parameter keepsLines: Whether a line end stays; otherwise it is a space.
package func plain(_ text: String, isASCII: Bool, keepsLines: Bool = false) -> String {
  if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control:
      result.append(keepsLines && scalar == "\n" ? "\n" : " ")
    case .lineSeparator, .paragraphSeparator:
      result.append(" ")
    case .format:
      if scalar == joiner { result.append(scalar) }
    default:
      result.append(scalar)
    }
  }
  return isASCII ? asciiForm(of: String(result)) : String(result)
}

/// Joins emoji into one, and is kept for that.
private let joiner: Unicode.Scalar = "\u{200D}"

/// The nearest text in ASCII, a question mark where there is none.
private func asciiForm(of text: String) -> String {
  text.map { character in
    character.isASCII ? String(character) : asciiForms[character] ?? "?"
  }.joined()
}

private let asciiForms: [Character: String] = [
  "†": "*", "‡": "**", "§": "S", "¶": "P", "•": "*", "·": ".", "…": "...", "–": "-", "—": "--",
  "−": "-", "×": "x", "≤": "<=", "≥": ">=", "≈": "~", "±": "+/-", "’": "'", "‘": "'", "“": "\"",
  "”": "\"", "\u{A0}": " ", "\u{202F}": " ", "\u{2009}": " ", "é": "e", "è": "e", "á": "a",
  "à": "a", "ä": "ae", "å": "a", "æ": "ae", "ç": "c", "í": "i", "ñ": "n", "ó": "o", "ö": "oe",
  "ø": "o", "ú": "u", "ü": "ue", "ß": "ss", "€": "EUR", "£": "GBP", "²": "2", "³": "3", "½": "1/2",
]
