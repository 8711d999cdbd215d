import Crypto
import Foundation
import GRDB

extension Ledger {
  /// Writes the whole ledger as plain files, as one moment has it, whole or not at all.
  ///
  /// In `files` stand the documents byte for byte under their names, in `tables` a CSV file a table,
  /// and `manifest.json` has the head and the hash of every file.
  ///
  /// - Parameter further: Makes files of the caller's from the same moment; they go beside the others.
  /// - Returns: What the check of the ledger found: nothing, with its head.
  /// - Throws: `CopyProblem`; `copy.unsound` for a ledger that is not sound.
  public func export(
    to folder: String, with further: (Ledger) throws -> [ExportedFile] = { _ in [] }
  ) throws -> VerificationReport {
    try Self.placeCopy(at: folder) { unfinished in
      try connection.read { database in
        let report = try Self.verify(database, head: nil)
        if let fault = report.damage.first {
          throw CopyProblem.unsound(path: path, finding: fault.description)
        }
        var export = try ExportWriting(unfinished)
        try export.write(database)
        for file in try further(self) { try export.add(file) }
        try export.finish(report.head)
        return report
      }
    }
  }
}

/// A file that is written beside those of the ledger, made from it by a caller.
public struct ExportedFile: Sendable {
  let path: String
  let text: String

  /// - Parameter path: From the folder of the export; none that the ledger writes itself.
  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

/// The files of an export while they are written.
private struct ExportWriting {
  private let folder: String
  private var files: [ExportManifest.File] = []
  private var names = DocumentNames()

  init(_ folder: String) throws {
    self.folder = folder
    for name in ["tables", "files"] {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
    }
  }

  mutating func write(_ database: Database) throws {
    let paths = try writeDocuments(database)
    for table in try ExportedTable.all(in: database) {
      try write(table, paths: paths, database)
    }
  }

  mutating func finish(_ head: ChainHead) throws {
    let manifest = ExportManifest(
      format: ExportManifest.currentFormat, schema: Schema.newest, entries: head.count,
      head: head.hash, files: files.sorted { $0.path < $1.path })
    try put(manifest.encoded(), at: ExportManifest.fileName)
  }

  /// Writes every document under the name by which it was recorded first; the paths by their hashes.
  private mutating func writeDocuments(_ database: Database) throws -> [String: String] {
    var paths: [String: String] = [:]
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT hash, bytes, coalesce(
          (SELECT fileName FROM entry WHERE entry.document = document.hash
            ORDER BY sequence LIMIT 1),
          (SELECT tableName FROM seriesVersion WHERE tableDocument = document.hash
            ORDER BY entry LIMIT 1),
          (SELECT file FROM runInput
            WHERE runInput.document = document.hash AND file IS NOT NULL
            ORDER BY entry LIMIT 1))
        FROM document ORDER BY document
        """)
    while let row = try rows.next() {
      let hash = try row.text(0)
      let path = "files/" + names.path(for: row[2] ?? "", hash: hash)
      let place = URL(filePath: "\(folder)/\(path)").deletingLastPathComponent()
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try add(row[1] as Data? ?? Data(), at: path)
      paths[hash] = path
    }
    return paths
  }

  private mutating func write(
    _ table: ExportedTable, paths: [String: String], _ database: Database
  ) throws {
    let path = "tables/\(table.name).csv"
    var file = try GrowingFile("\(folder)/\(path)")
    try file.append(ExportedLine.bytes(of: table.header.map(\.databaseValue)))
    let bytes = table.columns.firstIndex(of: ExportedTable.documentBytes)
    let hash = table.columns.firstIndex(of: "hash")
    let rows = try Row.fetchCursor(database, sql: table.selection)
    while let row = try rows.next() {
      var values = Array(row.databaseValues)
      if table.name == "document", let bytes, let hash {
        values[bytes] = value(String.fromDatabaseValue(values[hash]).flatMap { paths[$0] })
      }
      try file.append(ExportedLine.bytes(of: values))
    }
    let (count, digest) = try file.close()
    files.append(ExportManifest.File(path: path, bytes: count, sha256: digest))
  }

  mutating func add(_ file: ExportedFile) throws {
    try add(Data(file.text.utf8), at: file.path)
  }

  private mutating func add(_ data: Data, at path: String) throws {
    try put(data, at: path)
    files.append(
      ExportManifest.File(
        path: path, bytes: data.count, sha256: hexadecimal(SHA256.hash(data: data))))
  }

  private func put(_ data: Data, at path: String) throws {
    try data.write(to: URL(filePath: "\(folder)/\(path)"))
  }
}

/// A file that is written bit by bit and hashed on the way.
private struct GrowingFile {
  private let handle: FileHandle
  private var pending: [UInt8] = []
  private var count = 0
  private var hash = SHA256()

  private static let chunkBytes = 1 << 20

  init(_ path: String) throws {
    try Data().write(to: URL(filePath: path))
    handle = try FileHandle(forWritingTo: URL(filePath: path))
  }

  mutating func append(_ bytes: [UInt8]) throws {
    pending += bytes
    if pending.count >= Self.chunkBytes { try flush() }
  }

  /// The bytes of the whole file, and their hash.
  mutating func close() throws -> (Int, String) {
    try flush()
    try handle.synchronize()
    try handle.close()
    return (count, hexadecimal(hash.finalize()))
  }

  private mutating func flush() throws {
    try handle.write(contentsOf: pending)
    hash.update(data: pending)
    count += pending.count
    pending.removeAll(keepingCapacity: true)
  }
}

/// Paths of documents inside an export: their own names, as far as a folder can hold them.
struct DocumentNames {
  /// In lower case, for file systems that do not tell cases apart; folders among them.
  private var files: Set<String> = []
  private var folders: Set<String> = []

  /// The longest part of a name that every file system takes, in bytes.
  private static let maximumPartBytes = 200

  /// A path that no other document has: the name without what would lead out of the folder.
  mutating func path(for name: String, hash: String) -> String {
    let parts = name.split { $0 == "/" || $0 == "\\" }.map { part in
      String(String.UnicodeScalarView(part.unicodeScalars.filter { $0.value >= 32 && $0 != ":" }))
    }.filter { !["", ".", ".."].contains($0) }
    let isFitting = !parts.isEmpty && parts.allSatisfy { $0.utf8.count <= Self.maximumPartBytes }
    let wished = isFitting ? parts.joined(separator: "/") : hash
    for path in [wished, Self.marked(wished, by: hash), "by-hash/\(hash)"] where take(path) {
      return path
    }
    return "by-hash/\(hash)"
  }

  private mutating func take(_ path: String) -> Bool {
    let key = path.lowercased()
    let parts = key.split(separator: "/")
    let above = parts.indices.dropFirst().map { parts[..<$0].joined(separator: "/") }
    guard !files.contains(key), !folders.contains(key), files.isDisjoint(with: above) else {
      return false
    }
    files.insert(key)
    folders.formUnion(above)
    return true
  }

  /// The name with the beginning of the hash before its ending, such as `deal-5f0c1a2b.yaml`.
  private static func marked(_ path: String, by hash: String) -> String {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    let name = path.dropFirst(folder.count)
    guard let point = name.lastIndex(of: "."), point > name.startIndex else {
      return "\(path)-\(hash.prefix(8))"
    }
    return "\(folder)\(name[..<point])-\(hash.prefix(8))\(name[point...])"
  }
}
