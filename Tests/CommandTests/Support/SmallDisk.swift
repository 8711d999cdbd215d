import Foundation
import Testing

/// A small file system of a test's own, in memory, where this process may mount one.
final class SmallDisk: Sendable {
  let url: URL

  /// Whether mounting is allowed here.
  static let isPossible = (try? SmallDisk(kilobytes: 64)) != nil

  init(kilobytes: Int) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "leasebook-disk-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    do {
      try Self.call("mount", ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", url.path])
    } catch {
      try? FileManager.default.removeItem(at: url)
      throw error
    }
  }

  /// Makes room, as somebody does who removes other files.
  func grow(toKilobytes kilobytes: Int) throws {
    try Self.call("mount", ["-o", "remount,size=\(kilobytes)k", url.path])
  }

  /// Lets nobody write any more.
  func freeze() throws {
    try Self.call("mount", ["-o", "remount,ro", url.path])
  }

  deinit {
    try? Self.call("umount", [url.path])
    try? FileManager.default.removeItem(at: url)
  }

  private static func call(_ name: String, _ arguments: [String]) throws {
    let program = try #require(PackageFolder.program(name))
    let folder = FileManager.default.temporaryDirectory
    let run = try RunningCommand(arguments, of: program, in: folder).finished()
    struct Refused: Error {
      let words: String
    }
    guard run.status == 0 else { throw Refused(words: run.errors) }
  }
}
