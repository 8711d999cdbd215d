import Crypto
import Foundation

/// What an export of a ledger holds: its head, and every file with its hash.
struct ExportManifest: Codable {
  /// A file of the export.
  struct File: Codable {
    /// From the folder of the export, with slashes.
    let path: String
    let bytes: Int
    /// In hexadecimal.
    let sha256: String
  }

  static let fileName = "manifest.json"
  static let currentFormat = "leasebook export 1"

  let format: String
  /// The schema of the tables.
  let schema: Int
  let entries: Int
  /// The hash of the last entry.
  let head: String
  /// In the order of the paths; the manifest itself is not among them.
  let files: [File]

  /// The manifest as it is written: the members by their names, a line each.
  func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }

  /// Reads the manifest of a folder.
  ///
  /// - Throws: `CopyProblem` for a folder that is no export, or of a newer schema.
  static func read(in folder: String) throws -> ExportManifest {
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(fileName)") else {
      throw CopyProblem.notAnExport(folder: folder, finding: "it has no \(fileName)")
    }
    guard let manifest = try? JSONDecoder().decode(ExportManifest.self, from: data),
      manifest.format == currentFormat
    else {
      throw CopyProblem.notAnExport(
        folder: folder, finding: "its \(fileName) is not one that this program writes")
    }
    guard manifest.schema <= Schema.newest else {
      throw CopyProblem.newerExport(
        folder: folder, found: manifest.schema, known: Schema.newest)
    }
    return manifest
  }

  /// Hashes every file again, and looks for files that no export wrote.
  ///
  /// - Throws: `import.changed-file` for the first that differs.
  func check(_ folder: String) throws {
    for file in files {
      let path = "\(folder)/\(file.path)"
      guard !file.path.split(separator: "/").contains(".."),
        let data = FileManager.default.contents(atPath: path)
      else { throw CopyProblem.changedFile(path: path, finding: "it is missing") }
      guard data.count == file.bytes else {
        throw CopyProblem.changedFile(
          path: path, finding: "it has \(data.count) bytes of \(file.bytes)")
      }
      guard hexadecimal(SHA256.hash(data: data)) == file.sha256 else {
        throw CopyProblem.changedFile(path: path, finding: "its bytes have another hash")
      }
    }
    let known = Set(files.map(\.path) + [Self.fileName])
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for path in found.sorted() where !known.contains(path) {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
      if !isFolder.boolValue {
        throw CopyProblem.changedFile(
          path: "\(folder)/\(path)", finding: "the manifest does not name it")
      }
    }
  }
}
