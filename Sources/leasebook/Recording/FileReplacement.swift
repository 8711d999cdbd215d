import FinanceBasics
import Foundation
import Interchange

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Puts new contents in place of a file's, all at once: whoever reads it finds the old or the new.
///
/// A link is followed, and stays a link. The mode of the file is kept.
struct FileReplacement {
  private let path: String
  /// The file behind the links of the path.
  private let target: String

  init(of path: String) {
    self.path = path
    target = URL(filePath: path).resolvingSymlinksInPath().path
  }

  /// Writes the contents beside the file, and then gives them its name.
  ///
  /// - Parameter old: What the file held when it was read.
  /// - Throws: `file.unwritable`, `file.changed`; the file is then as it was.
  func replace(_ old: [UInt8], with new: [UInt8]) throws {
    var status = stat()
    guard stat(target, &status) == 0 else { throw unwritable(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw CommandProblem.unwritableFile(path, reason: "it is no file on disk")
    }
    let anyoneMayWrite = status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH) != 0
    guard anyoneMayWrite, access(target, W_OK) == 0 else { throw unwritable(EACCES) }
    guard old != new else { return }
    let temporary = try write(new, mode: status.st_mode & 0o7777, of: status)
    do {
      guard try InputFiles.file(target).bytes == old else {
        throw CommandProblem.changedFile(path)
      }
      guard rename(temporary, target) == 0 else { throw unwritable(errno) }
    } catch {
      unlink(temporary)
      throw error
    }
    synchronizeFolder()
  }

  /// Gives the file some contents, whether or not it is there, all at once.
  ///
  /// - Throws: `file.kept` where a ledger or a deal file would be lost, `file.unwritable`; the file
  ///   is then as it was, or still not there.
  func put(_ bytes: [UInt8]) throws {
    if let what = KeptFile(at: target)?.words { throw CommandProblem.keptFile(path, what: what) }
    var status = stat()
    let isThere = stat(target, &status) == 0
    if isThere {
      guard status.st_mode & S_IFMT == S_IFREG else {
        throw CommandProblem.unwritableFile(path, reason: "it is no file on disk")
      }
      guard access(target, W_OK) == 0 else { throw unwritable(errno) }
    } else {
      let mask = umask(0)
      umask(mask)
      status.st_mode = 0o666 & ~mask
      (status.st_uid, status.st_gid) = (geteuid(), getegid())
    }
    let temporary = try write(bytes, mode: status.st_mode & 0o7777, of: status)
    guard rename(temporary, target) == 0 else {
      let reason = errno
      unlink(temporary)
      throw unwritable(reason)
    }
    synchronizeFolder()
  }

  /// Makes a file that is not there yet.
  ///
  /// - Throws: `file.exists`, `file.unwritable`.
  func create(_ bytes: [UInt8]) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    guard descriptor >= 0 else {
      throw errno == EEXIST ? CommandProblem.fileExists(path) : unwritable(errno)
    }
    do {
      try fill(descriptor, with: bytes)
    } catch {
      unlink(path)
      throw error
    }
  }

  /// A file with the contents in the same folder, safe on disk.
  private func write(_ bytes: [UInt8], mode: mode_t, of status: stat) throws -> String {
    let temporary = "\(target).leasebook-\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else { throw unwritable(errno) }
    // Another owner's file stays his where this process may give files away; else it is ours now.
    _ = fchown(descriptor, status.st_uid, status.st_gid)
    _ = fchmod(descriptor, mode)
    do {
      try fill(descriptor, with: bytes)
    } catch {
      unlink(temporary)
      throw error
    }
    return temporary
  }

  /// Writes everything, and closes.
  private func fill(_ descriptor: Int32, with bytes: [UInt8]) throws {
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    do {
      try handle.write(contentsOf: Data(bytes))
      try handle.synchronize()
      try handle.close()
    } catch {
      let reason = errno
      try? handle.close()
      throw unwritable(reason)
    }
  }

  /// Makes the new name last; where a folder cannot be opened the name is there all the same.
  private func synchronizeFolder() {
    let folder = URL(filePath: target).deletingLastPathComponent().path
    let descriptor = open(folder, O_RDONLY)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = close(descriptor)
  }

  private func unwritable(_ code: Int32) -> CommandProblem {
    .unwritableFile(path, reason: String(cString: strerror(code)).lowercased())
  }
}
