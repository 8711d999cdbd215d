import GRDB

/// Rows as bytes in one way only, so that their hash can be computed again from the tables.
///
/// - A text is `T`, its length in bytes and its UTF-8; an integer is `I` and eight bytes, two's
///   complement; a blob is `B`, its length and its bytes. Lengths and integers are big-endian.
/// - A row is `R`, then of each column that is not NULL its place from 0 in one byte and its value.
///   A column that a later migration adds, and that is NULL in old rows, changes no hash.
/// - A table with rows is `S`, its name as a text, the number of rows as an integer, and the rows.
struct CanonicalEncoding {
  private(set) var bytes: [UInt8] = []
  /// Whether any text has a NUL character, at which SQLite would cut it off.
  private(set) var hasNUL = false

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    hasNUL = false
  }

  /// - Parameter bytes: Of another encoding.
  mutating func append(encoded bytes: ArraySlice<UInt8>) { self.bytes += bytes }

  mutating func append(_ text: String) {
    bytes.append(UInt8(ascii: "T"))
    appendBigEndian(UInt64(text.utf8.count))
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    bytes.withUnsafeBufferPointer { bytes in
      if bytes[start...].contains(0) { hasNUL = true }
    }
  }

  mutating func append(_ integer: Int64) {
    bytes.append(UInt8(ascii: "I"))
    appendBigEndian(UInt64(bitPattern: integer))
  }

  mutating func append(rows: [[DatabaseValue]], of table: String, at columns: [Int]) {
    guard !rows.isEmpty else { return }
    bytes.append(UInt8(ascii: "S"))
    append(table)
    append(Int64(rows.count))
    for row in rows { append(row: row, at: columns) }
  }

  mutating func append(row: [DatabaseValue], at columns: [Int]) {
    bytes.append(UInt8(ascii: "R"))
    for column in columns {
      let storage = row[column].storage
      if case .null = storage { continue }
      bytes.append(UInt8(truncatingIfNeeded: column))
      append(storage)
    }
  }

  private mutating func append(_ storage: DatabaseValue.Storage) {
    switch storage {
    case .null: break
    case .int64(let integer): append(integer)
    case .string(let text): append(text)
    case .blob(let data):
      bytes.append(UInt8(ascii: "B"))
      appendBigEndian(UInt64(data.count))
      bytes.append(contentsOf: data)
    case .double(let number):
      // No table has a column of reals; a forged one still gets a hash, and a wrong one.
      bytes.append(UInt8(ascii: "D"))
      appendBigEndian(number.bitPattern)
    }
  }

  private mutating func appendBigEndian(_ number: UInt64) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }
}
