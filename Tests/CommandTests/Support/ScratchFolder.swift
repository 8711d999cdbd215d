import Foundation
import Testing

/// A folder of a test's own, with the samples in it; gone when the test ends.
final class ScratchFolder: Sendable {
  let url: URL
  /// Where the folder is a file system of its own.
  private let disk: SmallDisk?

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "leasebook-test-\(UUID())")
    disk = nil
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    try linkSamples()
  }

  /// The root of a small file system, which goes with the folder.
  init(on disk: SmallDisk) throws {
    url = disk.url
    self.disk = disk
    try linkSamples()
  }

  private func linkSamples() throws {
    try FileManager.default.createSymbolicLink(
      at: url.appending(path: "samples"), withDestinationURL: PackageFolder.samples)
  }

  /// With a copy of the ledger that has every sample.
  static func withSampleLedger() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try FileManager.default.copyItem(
      at: try SampleBook.folder().url.appending(path: "leasebook.db"),
      to: folder.url.appending(path: "leasebook.db"))
    return folder
  }

  /// With a copy of everything that another folder holds.
  static func copy(of other: ScratchFolder, on disk: SmallDisk? = nil) throws -> ScratchFolder {
    let folder = try disk.map { try ScratchFolder(on: $0) } ?? ScratchFolder()
    for name in try other.names where name != "samples" {
      try FileManager.default.copyItem(
        at: other.url.appending(path: name), to: folder.url.appending(path: name))
    }
    return folder
  }

  deinit {
    remove()
  }

  func remove() {
    try? FileManager.default.removeItem(at: url)
  }

  /// Runs the command in this folder.
  @discardableResult
  func run(
    _ arguments: [String], environment: [String: String] = [:], input: Data? = nil
  ) throws -> CommandRun {
    try RunningCommand(arguments, in: url, environment: environment, input: input).finished()
  }

  /// Runs the command in this folder.
  @discardableResult
  func run(_ arguments: String...) throws -> CommandRun {
    try run(arguments)
  }

  /// Runs the command in this folder, which must succeed without a word on standard error.
  @discardableResult
  func succeed(_ arguments: String...) throws -> CommandRun {
    let run = try run(arguments)
    try #require(run.status == 0 && run.errors.isEmpty, "\(arguments): \(run.errors)")
    return run
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: url.appending(path: name))
  }

  /// A new file with nothing in it.
  func made(_ name: String) throws -> URL {
    try write("", to: name)
    return url.appending(path: name)
  }

  func bytes(of name: String) throws -> Data {
    try Data(contentsOf: url.appending(path: name))
  }

  func contains(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appending(path: name).path)
  }

  /// The length of a file in bytes; 0 where there is none.
  func size(of name: String) -> Int {
    let path = url.appending(path: name).path
    return (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
  }

  /// The names of everything in the folder, in order.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }
}
