import FinanceBasics

extension Table {
  /// The table as an array of objects: a row an object, a column a member, in their order.
  ///
  /// Amounts are currency units with two digits, percentages fractions of one, dates ISO 8601,
  /// blanks `null`. Rows and columns for people alone are left out.
  public var json: JSONValue {
    let table = forPrograms
    return .array(
      table.rows.map { row in
        .object(
          zip(table.columns, row.values).map { JSONValue.Member($0.key, $1.json) })
      })
  }
}

extension Value {
  /// The value for programs: a number with its own digits, not those that people see.
  public var json: JSONValue {
    switch content {
    case .blank: .null
    case .text(let text): .string(text)
    case .amount(let minorUnits): .amount(minorUnits)
    case .decimal(let number), .percent(let number): .number(number)
    case .count(let count): .integer(count)
    case .date(let day): .string(day.description)
    }
  }
}

/// A table as a JSON array of objects, ending in a line end; see `Table.json`.
public func renderJSON(_ table: Table) -> String { table.json.text + "\n" }
