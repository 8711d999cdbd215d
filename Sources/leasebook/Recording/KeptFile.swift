import Foundation

/// A file that is worth more than any answer, and no answer's to replace.
enum KeptFile {
  case database
  /// What SQLite keeps beside a database that is in use.
  case companion
  /// A deal file, or another of those that people write for us.
  case document

  /// - Parameter path: Of a file, or of none yet; `nil` where an answer may take the place.
  init?(at path: String) {
    if Self.isDatabase(path) {
      self = .database
    } else if ["-wal", "-shm", "-journal"].contains(where: {
      path.hasSuffix($0) && Self.isDatabase(String(path.dropLast($0.count)))
    }) {
      self = .companion
    } else if FileManager.default.fileExists(atPath: path),
      [".yaml", ".yml"].contains(where: path.lowercased().hasSuffix)
    {
      self = .document
    } else {
      return nil
    }
  }

  var words: String {
    switch self {
    case .database: "a ledger, or another database"
    case .companion: "part of a ledger, or of another database"
    case .document: "a file of deals or settings"
    }
  }

  /// By the words that every SQLite file begins with.
  private static func isDatabase(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    let mark = Data("SQLite format 3\0".utf8)
    return (try? file.read(upToCount: mark.count)) == mark
  }
}
