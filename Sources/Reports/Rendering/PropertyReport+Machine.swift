import FinanceBasics

extension PropertyReport {
  /// An object with a member an entry: its value alone, or with `basis` and `source` where it has
  /// a basis. A section with a key is an object within it.
  public var json: JSONValue {
    .object(
      sections.flatMap { section in
        guard let key = section.key else { return section.entries.map(\.member) }
        return [JSONValue.Member(key, .object(section.entries.map(\.member)))]
      })
  }
}

extension PropertyReport.Entry {
  fileprivate var member: JSONValue.Member {
    guard let basis else { return JSONValue.Member(key, value.json) }
    return JSONValue.Member(
      key, ["value": value.json, "basis": .string(basis), "source": .optional(source)])
  }
}

/// What is known of one thing as a JSON object, ending in a line end; see `PropertyReport.json`.
public func renderJSON(_ report: PropertyReport) -> String { report.json.text + "\n" }

/// What is known of one thing as CSV with the columns `section`, `key`, `value`, `unit`, `basis`
/// and `source`, a line an entry; forms as in `renderCSV` of a table.
public func renderCSV(_ report: PropertyReport) -> String {
  var output = csvLine(["section", "key", "value", "unit", "basis", "source"])
  for section in report.sections {
    for entry in section.entries {
      output += csvLine([
        section.key ?? "", entry.key, entry.value.plainText, entry.unit ?? "",
        entry.basis ?? "", entry.source ?? "",
      ])
    }
  }
  return output
}
