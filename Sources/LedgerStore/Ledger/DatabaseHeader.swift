import Foundation

/// What the first hundred bytes of a SQLite file say of it.
///
/// Source: SQLite, "Database File Format", section 1.3.
struct DatabaseHeader {
  let applicationID: Int32
  /// The length of the whole file in bytes; `nil` where a program that does not keep it wrote last.
  let bytes: Int?

  private static let length = 100
  private static let magic = Array("SQLite format 3\0".utf8)

  /// `nil` for a file that is no database, or that may not be read.
  init?(ofFileAt path: String) {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: Self.length), data.count == Self.length,
      data.starts(with: Self.magic)
    else { return nil }
    let header = Array(data)
    func number(at place: Int, bytes: Int) -> Int {
      header[place..<place + bytes].reduce(0) { $0 << 8 | Int($1) }
    }
    applicationID = Int32(truncatingIfNeeded: number(at: 68, bytes: 4))
    // The number of pages is valid where the change counter is the one it was written with.
    let isKept = number(at: 24, bytes: 4) == number(at: 92, bytes: 4)
    let pageSize = number(at: 16, bytes: 2)
    self.bytes = isKept ? number(at: 28, bytes: 4) * (pageSize == 1 ? 65_536 : pageSize) : nil
  }
}
