/// JSON that `renderJSON` wrote as JSON Lines: an element of its array a line, an object in one.
///
/// Line breaks stand between values alone, for texts escape theirs, so that leaving out the line
/// breaks and the spaces behind them leaves every value as it was.
///
/// Source: jsonlines.org.
public func jsonLines(_ json: String) -> String {
  var lines: [String] = []
  var current = ""
  for line in json.split(separator: "\n") {
    let depth = line.prefix { $0 == " " }.count / 2
    let body = line.drop { $0 == " " }
    let isArrayEnd = depth == 0 && (body == "[" || body == "]" || body == "[]")
    if !isArrayEnd { current += body }
    let endsElement = json.first == "[" ? depth == 1 && isEnd(of: body) : depth == 0 && body == "}"
    guard endsElement else { continue }
    lines.append(current.last == "," ? String(current.dropLast()) : current)
    current = ""
  }
  return (lines + (current.isEmpty ? [] : [current])).map { $0 + "\n" }.joined()
}

/// Whether a line at an element's own depth is its last: not one that opens it.
private func isEnd(of line: Substring) -> Bool {
  line != "{" && line != "["
}
