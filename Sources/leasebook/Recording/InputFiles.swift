import Foundation
import Interchange

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files that a command was given: each by itself, and of a folder its `.yaml` files; with the
/// heading of a series the table that it names.
struct InputFiles {
  let files: [DealFileBatch.File]

  /// Far more than a deal file may have, and an end to what a device would never stop giving.
  private static let maximumBytes = 64 << 20

  /// Reads every file; of a folder those directly in it, in the order of their names.
  ///
  /// - Throws: `file.missing`, `file.unreadable`, `file.none-in-folder`.
  init(_ paths: [String]) throws {
    files = try paths.flatMap { path -> [DealFileBatch.File] in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw CommandProblem.noSuchFile(path)
      }
      return isFolder.boolValue ? try Self.folder(path) : [try Self.file(path)]
    }
  }

  private static func folder(_ path: String) throws -> [DealFileBatch.File] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw CommandProblem.unreadableFile(path, reason: reason(errno))
    }
    let dealFiles = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
    guard !dealFiles.isEmpty else { throw CommandProblem.noDealFiles(folder: path) }
    let base = path.hasSuffix("/") ? path : path + "/"
    return try dealFiles.map { try file(base + $0) }
  }

  /// One file by itself.
  ///
  /// - Throws: `file.missing`, `file.unreadable`.
  static func file(_ path: String) throws -> DealFileBatch.File {
    guard FileManager.default.fileExists(atPath: path) else {
      throw CommandProblem.noSuchFile(path)
    }
    let bytes = try contents(of: path)
    let table = SeriesFileReader.tableName(inHeading: bytes, file: path)
      .map { self.table(named: $0, besideHeading: path) }
    return DealFileBatch.File(path: path, bytes: bytes, table: table)
  }

  /// The table of a heading, whose name counts from the heading's folder.
  private static func table(named name: String, besideHeading heading: String) -> TableFile {
    let folder = heading.lastIndex(of: "/").map { String(heading[...$0]) } ?? ""
    let path = name.hasPrefix("/") ? name : folder + name
    guard !name.utf8.contains(0), FileManager.default.fileExists(atPath: path) else {
      return TableFile(path: path, contents: .missing)
    }
    do {
      return TableFile(path: path, contents: .bytes(try contents(of: path)))
    } catch CommandProblem.unreadableFile(_, let reason) {
      return TableFile(path: path, contents: .unreadable(reason))
    } catch {
      return TableFile(path: path, contents: .unreadable("the system gives no reason"))
    }
  }

  /// - Throws: `file.unreadable`.
  static func contents(of path: String) throws -> [UInt8] {
    var status = stat()
    guard stat(path, &status) == 0, [S_IFREG, S_IFIFO].contains(status.st_mode & S_IFMT) else {
      throw CommandProblem.unreadableFile(path, reason: "it is neither a file nor a pipe")
    }
    guard access(path, R_OK) == 0 else {
      throw CommandProblem.unreadableFile(path, reason: reason(errno))
    }
    do {
      // A handle reads pipes too, so that `leasebook new x | leasebook check /dev/stdin` works.
      let handle = try FileHandle(forReadingFrom: URL(filePath: path))
      let data = try handle.read(upToCount: maximumBytes) ?? Data()
      try handle.close()
      return [UInt8](data)
    } catch {
      throw CommandProblem.unreadableFile(path, reason: reason(errno))
    }
  }

  /// What the system says of its last error, in a few words.
  private static func reason(_ code: Int32) -> String {
    String(cString: strerror(code)).lowercased()
  }
}
