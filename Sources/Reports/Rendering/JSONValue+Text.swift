import FinanceBasics

extension JSONValue {
  /// The value as JSON, a member or an element a line, indented by two spaces; no line end at the
  /// end.
  ///
  /// Source: RFC 8259.
  public var text: String {
    var output = ""
    write(to: &output, depth: 0)
    return output
  }

  private func write(to output: inout String, depth: Int) {
    switch self {
    case .null: output += "null"
    case .bool(let value): output += value ? "true" : "false"
    case .number(let number): output += number.description
    case .string(let text): output += quoted(text)
    case .array(let elements):
      writeList(elements, between: ("[", "]"), to: &output, depth: depth) { element, output in
        element.write(to: &output, depth: depth + 1)
      }
    case .object(let members):
      writeList(members, between: ("{", "}"), to: &output, depth: depth) { member, output in
        output += quoted(member.key) + ": "
        member.value.write(to: &output, depth: depth + 1)
      }
    }
  }

  private func writeList<Item>(
    _ items: [Item], between ends: (open: String, close: String), to output: inout String,
    depth: Int, writeItem: (Item, inout String) -> Void
  ) {
    output += ends.open
    for (position, item) in items.enumerated() {
      output += position == 0 ? "\n" : ",\n"
      output += String(repeating: "  ", count: depth + 1)
      writeItem(item, &output)
    }
    if !items.isEmpty { output += "\n" + String(repeating: "  ", count: depth) }
    output += ends.close
  }
}

/// A string between quotation marks, with what RFC 8259, section 7, says must be escaped.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "\u{0}"..."\u{1F}":
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
