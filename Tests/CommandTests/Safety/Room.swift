import Foundation
import Testing

/// Too little room for a command, by a small file system or by a limit on files.
struct Room {
  enum Kind: String, CaseIterable, CustomTestStringConvertible, Sendable {
    /// A file system in memory of a few hundred kilobytes.
    case disk = "a full disk"
    /// `RLIMIT_FSIZE`, which needs no rights: no file may grow beyond it.
    case limit = "a limit on files"

    var testDescription: String { rawValue }

    /// Those that can be had here.
    static let possible = allCases.filter { $0 == .limit || SmallDisk.isPossible }
  }

  /// What a command says that has no room.
  static let codes: Set<String> = [
    "ledger.disk-full", "ledger.disk-failed", "copy.disk-full", "copy.cannot-write",
  ]

  let disk: SmallDisk?
  private let limitKilobytes: Int?

  /// - Parameter share: Of the room that the command needs beside what is there, from 0 to 1.
  init(_ kind: Kind, for prepared: PreparedWorkload, share: Double) throws {
    // What is written may stand in the log and in the file at once.
    let needed = 2 * max(prepared.bytesAfter - prepared.bytesBefore, 32_768) + 65_536
    let kilobytes = Int(Double(needed) * share) / 1_024
    switch kind {
    case .disk:
      disk = try SmallDisk(kilobytes: prepared.bytesBefore / 1_024 + 16 + kilobytes)
      limitKilobytes = nil
    case .limit:
      disk = nil
      limitKilobytes = max(kilobytes, 1)
    }
  }

  /// Starts a command with no more than this room.
  func start(_ arguments: [String], in folder: ScratchFolder) throws -> RunningCommand {
    guard let limitKilobytes, let command = PackageFolder.command else {
      return try RunningCommand(arguments, in: folder.url)
    }
    // In blocks of 512 bytes; without the signal, a write beyond the limit is refused.
    let line = "ulimit -f \(limitKilobytes * 2); trap '' XFSZ; exec \"$0\" \"$@\""
    return try RunningCommand(
      ["-c", line, command.path] + arguments, of: URL(filePath: "/bin/sh"), in: folder.url)
  }

  /// Makes room.
  func clear() throws {
    try disk?.grow(toKilobytes: 65_536)
  }
}
