import Foundation

/// What a file system says of a file, which is another after any writing.
struct FileMark: Equatable {
  private let size: Int?
  private let modified: Date?
  private let number: Int?

  init(_ path: String) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    size = attributes?[.size] as? Int
    modified = attributes?[.modificationDate] as? Date
    number = attributes?[.systemFileNumber] as? Int
  }
}
