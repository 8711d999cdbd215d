/// A text as a YAML scalar that reads back as itself, in a group or on a line of its own.
func scalarText(_ text: String) -> String {
  isPlain(text) && !DocumentParser.nulls.contains(text) ? text : "\"\(escaped(text))\""
}

/// Whether a text needs no quotes: it begins with a letter or a digit and holds no indicator.
private func isPlain(_ text: String) -> Bool {
  guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
    first.properties.isAlphabetic || ("0"..."9").contains(first), last != ":", last != " "
  else { return false }
  var previous: Unicode.Scalar = " "
  for scalar in text.unicodeScalars {
    if scalar == "#" && previous == " " || scalar == " " && previous == ":" { return false }
    let isKept =
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      || " .%/+-()_;$:'#=~".unicodeScalars.contains(scalar)
    guard isKept else { return false }
    previous = scalar
  }
  return true
}

private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "\u{85}": result += "\\N"
    case "\u{A0}": result += "\\_"
    case "\u{2028}": result += "\\L"
    case "\u{2029}": result += "\\P"
    default:
      if isControl(scalar) {
        result += hexadecimalEscape(of: scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
  return result
}

/// Whether YAML takes a character only as an escape: controls, a byte-order mark, non-characters.
private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: true
  default: false
  }
}

/// A character of at most four hexadecimal digits as `\u` has it.
private func hexadecimalEscape(of scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
}
