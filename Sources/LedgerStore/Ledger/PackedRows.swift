import GRDB
import GRDBSQLite

/// Rows of one table one after the other in two flat lists, as statements take them.
///
/// Nothing is allocated or copied for a value when it is bound, which for a million rows is a good
/// part of the time that they take.
struct PackedRows: Sendable {
  private var cells: [Cell] = []
  /// The texts, each with a NUL behind it.
  private var bytes: [UInt8] = []

  /// One value to bind.
  fileprivate enum Cell: Sendable {
    case null
    /// The number of the entry that the row belongs to, which is not known yet: its place in its
    /// run.
    case entry(Int)
    case integer(Int64)
    case real(Double)
    /// The place of the first byte, and how many there are.
    case text(Int, count: Int32)
    case blob(Int, count: Int32)
  }

  /// How many values there are in all rows.
  var cellCount: Int { cells.count }

  /// - Parameter place: Where in its run the entry stands whose number is before the columns; `nil`
  ///   where none is.
  mutating func append(_ row: [DatabaseValue], ofEntryAt place: Int? = nil) {
    if let place { cells.append(.entry(place)) }
    for value in row {
      switch value.storage {
      case .null: cells.append(.null)
      case .int64(let integer): cells.append(.integer(integer))
      case .double(let real): cells.append(.real(real))
      case .string(let text): cells.append(.text(bytes.count, count: add(text.utf8)))
      case .blob(let data): cells.append(.blob(bytes.count, count: add(data)))
      }
    }
  }

  mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Binds some values to the parameters of a statement in their order, and executes it.
  ///
  /// - Parameter numbers: Of the entries of the run.
  /// - Precondition: The statement has as many parameters, and no other bindings that matter.
  func execute(_ statement: Statement, with range: Range<Int>, numbers: [Int]) throws {
    sqlite3_reset(statement.sqliteStatement)
    try bytes.withUnsafeBufferPointer { bytes in
      var code = SQLITE_OK
      for (place, cell) in zip(CInt(1)..., cells[range]) {
        code |= cell.bind(to: statement.sqliteStatement, at: place, bytes, numbers)
      }
      guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
      try statement.execute()
    }
  }

  private mutating func add(_ new: some Sequence<UInt8>) -> Int32 {
    let start = bytes.count
    bytes.append(contentsOf: new)
    defer { bytes.append(0) }
    return Int32(bytes.count - start)
  }
}

extension PackedRows.Cell {
  /// - Parameter bytes: Stays where it is until the statement was executed.
  fileprivate func bind(
    to statement: OpaquePointer, at place: CInt, _ bytes: UnsafeBufferPointer<UInt8>,
    _ numbers: [Int]
  ) -> CInt {
    switch self {
    case .null: sqlite3_bind_null(statement, place)
    case .entry(let entry): sqlite3_bind_int64(statement, place, Int64(numbers[entry]))
    case .integer(let integer): sqlite3_bind_int64(statement, place, integer)
    case .real(let real): sqlite3_bind_double(statement, place, real)
    case .text(let start, let count):
      bytes[start...].withMemoryRebound(to: CChar.self) {
        sqlite3_bind_text(statement, place, $0.baseAddress, count, nil)
      }
    case .blob(let start, let count):
      bytes[start...].withMemoryRebound(to: UInt8.self) {
        sqlite3_bind_blob(statement, place, $0.baseAddress, count, nil)
      }
    }
  }
}
