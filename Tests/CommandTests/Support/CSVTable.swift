import Testing

/// Rows of CSV by column, as RFC 4180 has it, with line feeds.
struct CSVTable {
  let columns: [String]
  let rows: [[String: String]]

  init(_ text: String) throws {
    let records = Self.records(of: text)
    columns = try #require(records.first)
    for record in records {
      try #require(record.count == columns.count, "a row has as many cells as the head: \(record)")
    }
    let names = columns
    rows = records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
  }

  private static func records(of text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell = ""
    var isQuoted = false
    var previous: Character = "\n"
    for character in text {
      if isQuoted {
        if character == "\"" { isQuoted = false } else { cell.append(character) }
      } else if character == "\"" {
        if previous == "\"" { cell.append("\"") }
        isQuoted = true
      } else if character == "," || character == "\n" {
        record.append(cell)
        cell = ""
        if character == "\n" {
          records.append(record)
          record = []
        }
      } else {
        cell.append(character)
      }
      previous = character
    }
    return records
  }

  /// The cells of a column, in order.
  func column(_ name: String) throws -> [String] {
    try rows.map { try #require($0[name], "there is a column \(name)") }
  }

  /// The one row of a value in a column.
  func row(where column: String, is value: String) throws -> [String: String] {
    let found = rows.filter { $0[column] == value }
    return try #require(found.count == 1 ? found.first : nil, "one row has \(column) \(value)")
  }

  /// The sum of the column `amount` in cents, by what a row is counted under.
  func cents(by key: ([String: String]) -> String = { _ in "" }) throws -> [String: Int] {
    var sums: [String: Int] = [:]
    for row in rows {
      sums[key(row), default: 0] += try Cents.reading(try #require(row["amount"]))
    }
    return sums
  }
}

/// Money as a count of cents.
enum Cents {
  /// Reads an amount with two digits after the point; commas between thousands are allowed.
  static func reading(_ text: String) throws -> Int {
    let plain = text.filter { $0 != "," }
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    try #require(parts.count == 2 && parts[1].count == 2, "an amount has two digits: \(text)")
    return try #require(Int(parts.joined()), "an amount is a number: \(text)")
  }

  /// A number that JSON holds, which is exact in cents up to 2^53.
  static func reading(_ value: Any?) throws -> Int {
    let number = try #require(value as? Double, "an amount is a number")
    return Int((number * 100).rounded())
  }
}
