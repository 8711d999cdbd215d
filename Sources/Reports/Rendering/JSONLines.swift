/// JSON that `renderJSON` wrote as JSON Lines: an element of its array a line; of an object that says
/// something of all its `rows`, a row a line; any other object in one.
///
/// Line breaks stand between values alone, for texts escape theirs, so that leaving out the line
/// breaks and the spaces behind them leaves every value as it was.
///
/// Source: jsonlines.org.
public func jsonLines(_ json: String) -> String {
  let all = json.split(separator: "\n")
  guard let first = all.first else { return "" }
  if first.hasPrefix("[") { return elements(all.dropFirst(), at: 1) }
  let rows = all.firstIndex { $0.hasPrefix("  \"rows\": [") }
  guard let rows else { return all.map { $0.drop { $0 == " " } }.joined() + "\n" }
  let isEmpty = all[rows].hasSuffix("[]") || all[rows].hasSuffix("[],")
  return isEmpty ? "" : elements(all[(rows + 1)...], at: 2)
}

/// The elements of an array, a line each, from its first line on to its end.
private func elements(_ lines: ArraySlice<Substring>, at depth: Int) -> String {
  var result = ""
  var current = ""
  for line in lines {
    let body = line.drop { $0 == " " }
    let indent = (line.utf8.count - body.utf8.count) / 2
    guard indent >= depth else { break }
    current += body
    guard indent == depth, body != "{", body != "[" else { continue }
    result += (current.last == "," ? current.dropLast() : current[...]) + "\n"
    current = ""
  }
  return result
}

/// The rows of a table that are for programs as JSON Lines, an object a line with its columns as
/// members: what CSV has, with the types of JSON.
func renderJSONLines(_ table: Table) -> String { jsonLines(renderJSON(table)) }
