/// The file with the values that the heading of a series names, as far as it could be read.
public struct TableFile: Sendable {
  /// What was found at the path.
  public enum Contents: Sendable {
    /// The whole file, or its beginning where it is larger than any table that is read.
    case bytes([UInt8])
    case missing
    /// The reason in a few words.
    case unreadable(String)
  }

  /// The path by which it was looked for.
  public let path: String
  /// What was found there.
  public let contents: Contents

  /// The most bytes that a table may have: 4 MiB, or some 200,000 rows.
  public static let maximumBytes = 4 * 1024 * 1024

  /// Takes the parts as they are.
  public init(path: String, contents: Contents) {
    self.path = path
    self.contents = contents
  }

  /// The file byte for byte; empty where there is none.
  public var bytes: [UInt8] {
    if case .bytes(let bytes) = contents { bytes } else { [] }
  }
}
