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
    /// A part of it is still in its `-wal`: there was no room to put it into the file.
    case notWhole
  }

  /// Where the whole thing belongs.
  private let target: String
  /// Where it is made.
  private let path: String

  private static let mark = ".unfinished-"

  private init(for target: String) throws(Obstacle) {
    let folder = URL(filePath: target).deletingLastPathComponent().path
    Self.removeLeftovers(of: target, in: folder)
    guard !FilePlace.isTaken(target) else { throw .taken }
    switch FilePlace(folder) {
    case .folder, .barred: break
    case .nothing, .file, .noFile, .brokenLink: throw .noFolder(folder)
    }
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

  /// Puts the thing where it belongs, on the disk when it returns; nothing there is ever replaced.
  private func finish() throws(Obstacle) {
    switch FilePlace(path) {
    case .file:
      guard FilePlace.bytes(at: path + "-wal") == 0 else { throw .notWhole }
      Self.synchronize(path)
      // A second name is refused where there is one, also where it came a moment ago.
      if link(path, target) == 0 {
        unlink(path)
      } else if [EPERM, ENOTSUP, ENOSYS, EMLINK].contains(errno), !FilePlace.isTaken(target) {
        // A file system without second names.
        try rename()
      } else {
        throw errno == EEXIST || FilePlace.isTaken(target) ? .taken : .notMovable
      }
    default: try rename()
    }
    Self.synchronize(URL(filePath: target).deletingLastPathComponent().path)
  }

  /// Of a folder: one that is there is replaced only if there is nothing in it.
  private func rename() throws(Obstacle) {
    guard Foundation.rename(path, target) != 0 else { return }
    throw FilePlace.isTaken(target) ? .taken : .notMovable
  }

  private static func synchronize(_ path: String) {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return }
    fsync(file)
    close(file)
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
