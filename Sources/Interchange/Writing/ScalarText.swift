/// A text as a YAML scalar that reads back as itself, in a group or on a line of its own.
func scalarText(_ text: String) -> String {
  isPlain(text) ? text : "\"\(escaped(text))\""
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
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
