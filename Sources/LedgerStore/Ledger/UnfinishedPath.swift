import Foundation

/// A name beside a path under which a file or a folder is made, so that nobody meets a part of it.
///
/// Such as `leasebook.db.unfinished-812-…` by the process 812; what a process that is gone has left
/// for the same path is removed.
struct UnfinishedPath {
  /// Why nothing can be made at a path.
  enum Obstacle: Error {
    case taken
    case noFolder(String)
    /// It was made, and cannot be put where it belongs.
    case notMovable
  }

  /// Where the whole thing belongs.
  private let target: String
  /// Where it is made.
  private let path: String

  private static let mark = ".unfinished-"

  private init(for target: String) throws(Obstacle) {
    let files = FileManager.default
    guard !files.fileExists(atPath: target) else { throw .taken }
    let folder = URL(filePath: target).deletingLastPathComponent().path
    var isFolder: ObjCBool = false
    guard files.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw .noFolder(folder)
    }
    Self.removeLeftovers(of: target, in: folder)
    let process = ProcessInfo.processInfo.processIdentifier
    self.target = target
    path = "\(target)\(Self.mark)\(process)-\(UUID().uuidString)"
  }

  /// Has a thing made under an unfinished name, and puts it at the target once it is whole.
  ///
  /// - Throws: `Obstacle`, or what `make` throws; nothing is left then.
  static func making<Value>(
    _ target: String, _ make: (_ unfinished: String) throws -> Value
  ) throws -> Value {
    let unfinished = try UnfinishedPath(for: target)
    defer { unfinished.remove() }
    let value = try make(unfinished.path)
    try unfinished.finish()
    return value
  }

  private func finish() throws(Obstacle) {
    do {
      try FileManager.default.moveItem(atPath: path, toPath: target)
    } catch {
      throw FileManager.default.fileExists(atPath: target) ? .taken : .notMovable
    }
  }

  private func remove() {
    for suffix in ["", "-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }

  /// Removes what processes that were killed have left while they made the same thing.
  private static func removeLeftovers(of target: String, in folder: String) {
    let prefix = URL(filePath: target).lastPathComponent + mark
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let number = name.dropFirst(prefix.count).prefix { $0 != "-" }
      guard let process = Int32(number), process > 0, !isRunning(process) else { continue }
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }

  private static func isRunning(_ process: Int32) -> Bool {
    // Signal 0 asks and sends nothing; another user's process may not be asked, and is there.
    kill(process, 0) == 0 || errno != ESRCH
  }
}
