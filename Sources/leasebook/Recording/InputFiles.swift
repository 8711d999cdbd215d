import Foundation
import Interchange

/// The files that a command was given: each by itself, and of a folder its `.yaml` files.
struct InputFiles {
  let files: [DealFileBatch.File]

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
      throw CommandProblem.unreadableFile(path, reason: reason(error))
    }
    let dealFiles = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
    guard !dealFiles.isEmpty else { throw CommandProblem.noDealFiles(folder: path) }
    let base = path.hasSuffix("/") ? path : path + "/"
    return try dealFiles.map { try file(base + $0) }
  }

  private static func file(_ path: String) throws -> DealFileBatch.File {
    do {
      let data = try Data(contentsOf: URL(filePath: path))
      return DealFileBatch.File(path: path, bytes: [UInt8](data))
    } catch {
      throw CommandProblem.unreadableFile(path, reason: reason(error))
    }
  }

  private static func reason(_ error: any Error) -> String {
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    guard let cause, cause.domain == NSPOSIXErrorDomain else { return "\(error)" }
    return String(cString: strerror(Int32(cause.code))).lowercased()
  }
}
