import Foundation

/// What stands at a path, told by the file system before SQLite could make or change anything.
enum FilePlace: Equatable {
  case file(bytes: Int)
  case folder
  /// A device, a pipe or a socket.
  case noFile
  case nothing
  /// A symbolic link that leads to no file, as a clause about it.
  case brokenLink(String)
  /// A folder above it may not be entered.
  case barred

  init(_ path: String) {
    var status = stat()
    if stat(path, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFREG: self = .file(bytes: Int(status.st_size))
      case S_IFDIR: self = .folder
      default: self = .noFile
      }
      return
    }
    switch errno {
    case ELOOP: self = .brokenLink("the symbolic link leads in a circle")
    case EACCES: self = .barred
    default:
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
      self =
        target.map { .brokenLink("the symbolic link leads to \($0), which is not there") }
        ?? .nothing
    }
  }

  /// Whether anything has the name, be it a link that leads nowhere.
  static func isTaken(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// The length of the file at a path; 0 where there is none.
  static func bytes(at path: String) -> Int {
    if case .file(let bytes) = FilePlace(path) { bytes } else { 0 }
  }
}
