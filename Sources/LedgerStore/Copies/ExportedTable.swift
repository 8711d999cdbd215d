import Foundation
import GRDB

/// A table of the schema as exports write it: its columns, and the order of its rows.
struct ExportedTable {
  let name: String
  let columns: [String]
  /// By column; `INTEGER`, `TEXT` or `BLOB`.
  let types: [String]
  private let key: [String]

  /// What no file of a table repeats: the bytes of documents are files of their own.
  static let documentBytes = "bytes"
  /// The column that stands for them: the file, from the folder of the export.
  static let documentFile = "file"

  private init(_ name: String, in database: Database) throws {
    self.name = name
    let rows = try Row.fetchAll(
      database, sql: "SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid",
      arguments: [name])
    columns = rows.map { $0[0] }
    types = rows.map { $0[1] }
    let places: [(name: String, place: Int)] = rows.map { ($0[0], $0[2]) }
    key = places.filter { $0.place > 0 }.sorted { $0.place < $1.place }.map(\.name)
  }

  /// Every table that recordings fill, in the order in which their rows can be added again.
  ///
  /// A table that the schema itself fills is not among them, be it at once, as that of the kinds of
  /// entries, or as entries come, as the totals of accounts.
  static func all(in database: Database) throws -> [ExportedTable] {
    let names = try String.fetchAll(
      database,
      sql: """
        SELECT name FROM sqlite_schema
        WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name
        """)
    let fresh = try DatabaseQueue()
    let filled = try fresh.writeWithoutTransaction { fresh in
      try Schema.migrate(fresh)
      return try names.filter { name in
        try fresh.tableExists(name)
          && Bool.fetchOne(fresh, sql: "SELECT EXISTS (SELECT 1 FROM \"\(name)\")") ?? false
      }
    }
    let derived = Schema.derivedTables.union(filled)
    let first = ["recording", "document"] + EntryTable.all.map(\.name)
    let others = names.filter { !first.contains($0) && $0 != "entry" && !derived.contains($0) }
    return try (first.filter { names.contains($0) } + others + ["entry"])
      .map { try ExportedTable($0, in: database) }
  }

  /// Every column, in the order of the primary key.
  var selection: String {
    "SELECT \(columns.map { "\"\($0)\"" }.joined(separator: ", ")) FROM \"\(name)\" "
      + "ORDER BY \(key.map { "\"\($0)\"" }.joined(separator: ", "))"
  }

  /// The statement that adds a row.
  var insertion: String {
    let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let places = repeatElement("?", count: columns.count).joined(separator: ", ")
    return "INSERT INTO \"\(name)\" (\(names)) VALUES (\(places))"
  }

  /// The header of the file: the columns, of documents the name of the file for the bytes.
  var header: [String] {
    columns.map { name == "document" && $0 == Self.documentBytes ? Self.documentFile : $0 }
  }

  /// The value that a cell of the file stands for; `nil` where the column holds no such thing.
  func value(of cell: String?, at column: Int) -> DatabaseValue? {
    guard let cell else { return .null }
    return types[column] == "INTEGER" ? Int64(cell)?.databaseValue : cell.databaseValue
  }
}

/// Cells as lines of CSV: nothing for NULL, quotes for a text that is empty or holds more than words.
enum ExportedLine {
  static func bytes(of values: some Sequence<DatabaseValue>) -> [UInt8] {
    var line: [UInt8] = []
    for (index, value) in values.enumerated() {
      if index > 0 { line.append(UInt8(ascii: ",")) }
      switch value.storage {
      case .null: break
      case .int64(let integer): line += Array(String(integer).utf8)
      case .double(let number): line += Array(String(number).utf8)
      case .string(let text): append(text, to: &line)
      case .blob(let data): append(hexadecimal(data), to: &line)
      }
    }
    line.append(UInt8(ascii: "\n"))
    return line
  }

  private static func append(_ text: String, to line: inout [UInt8]) {
    let special = Set("\",\n\r ".utf8)
    guard text.isEmpty || text.utf8.contains(where: special.contains) else {
      line += Array(text.utf8)
      return
    }
    line.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { line.append(byte) }
      line.append(byte)
    }
    line.append(UInt8(ascii: "\""))
  }
}

/// Reads back what `ExportedLine` writes, row by row.
struct ExportedRows {
  /// A row cannot be read: the line, from 1, and why.
  struct Fault: Error {
    let line: Int
    let finding: String
  }

  private let bytes: Data
  private var offset: Int
  /// Of the next row, from 1.
  private(set) var line = 1

  init(_ bytes: Data) {
    self.bytes = bytes
    offset = bytes.startIndex
  }

  /// The cells of the next row, `nil` in one for NULL; `nil` at the end.
  ///
  /// - Throws: `Fault` for a quote that is not closed or stands inside words.
  mutating func next() throws(Fault) -> [String?]? {
    guard offset < bytes.endIndex else { return nil }
    let first = line
    var cells: [String?] = []
    while true {
      cells.append(try cell(from: first))
      guard offset < bytes.endIndex else { break }
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\n") { break }
      guard byte == UInt8(ascii: ",") else {
        throw Fault(line: first, finding: "a quote stands where no text begins or ends")
      }
    }
    line += 1
    return cells
  }

  private mutating func cell(from first: Int) throws(Fault) -> String? {
    guard offset < bytes.endIndex, bytes[offset] == UInt8(ascii: "\"") else {
      let start = offset
      while offset < bytes.endIndex, bytes[offset] != UInt8(ascii: ","),
        bytes[offset] != UInt8(ascii: "\n"), bytes[offset] != UInt8(ascii: "\"")
      {
        offset += 1
      }
      return start == offset ? nil : try text(bytes[start..<offset], line: first)
    }
    offset += 1
    var found: [UInt8] = []
    while offset < bytes.endIndex {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      guard byte == UInt8(ascii: "\"") else {
        found.append(byte)
        continue
      }
      guard offset < bytes.endIndex, bytes[offset] == byte else {
        return try text(found, line: first)
      }
      found.append(byte)
      offset += 1
    }
    throw Fault(line: first, finding: "a quote is not closed")
  }

  private func text(_ bytes: some Collection<UInt8>, line: Int) throws(Fault) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(line: line, finding: "a text is not UTF-8")
    }
    return text
  }
}
