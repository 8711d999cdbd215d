import FinanceBasics

/// A table as CSV: the keys, then a line a row, in their order; each line ends in a line feed.
///
/// Amounts are currency units with two digits, percentages fractions of one, dates ISO 8601,
/// blanks empty. Rows and columns for people alone are left out.
///
/// Source: RFC 4180, but for its line ends of two characters, which the Unix tools do not expect.
public func renderCSV(_ table: Table) -> String {
  let table = table.forPrograms
  var output = csvLine(table.columns.map(\.key))
  for row in table.rows {
    output += csvLine(row.values.map(\.plainText))
  }
  return output
}

/// One record of CSV with its line end.
func csvLine(_ fields: [String]) -> String {
  // A lone empty field would be an empty line, which readers skip.
  if fields == [""] { return "\"\"\n" }
  return fields.map(csvField).joined(separator: ",") + "\n"
}

/// A field, between quotation marks where it holds what would end it or spaces at an end.
private func csvField(_ text: String) -> String {
  let isSpecial = text.utf8.contains { byte in
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }
  let isSpaced = text.first == " " || text.last == " "
  guard isSpecial || isSpaced else { return text }
  var quoted = ""
  for scalar in text.unicodeScalars {
    quoted += scalar == "\"" ? "\"\"" : String(scalar)
  }
  return "\"" + quoted + "\""
}

extension Value {
  /// The value for programs as plain text: exact digits, no grouping, empty for a blank.
  public var plainText: String {
    switch content {
    case .blank: ""
    case .text(let text): text
    case .amount(let minorUnits): plainAmount(minorUnits)
    case .decimal(let number), .percent(let number): number.description
    case .count(let count): String(count)
    case .date(let day): day.description
    }
  }
}
