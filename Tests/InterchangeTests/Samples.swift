import Foundation
import Interchange

/// The sample files of the package.
enum Samples {
  static let folder = Folder.root.appending(path: "samples")

  static let dealNames = names(in: "deals")

  /// Every sample but the bad ones.
  static func all() throws -> [DealFileBatch.File] {
    try dealNames.map { try file("deals/\($0)") } + [file("parties.yaml"), file("sites.yaml")]
  }

  static let seriesNames = names(in: "series")

  /// The heading of a series with its table.
  static func series(_ name: String) throws -> DealFileBatch.File {
    let heading = try file("series/\(name)")
    let named = SeriesFileReader.tableName(inHeading: heading.bytes, file: heading.path) ?? ""
    let table = try file("series/\(named)")
    return DealFileBatch.File(
      path: heading.path, bytes: heading.bytes,
      table: TableFile(path: table.path, contents: .bytes(table.bytes)))
  }

  static func file(_ path: String) throws -> DealFileBatch.File {
    let data = try Data(contentsOf: folder.appending(path: path))
    return DealFileBatch.File(path: "samples/\(path)", bytes: [UInt8](data))
  }

  private static func names(in path: String) -> [String] {
    let found = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: path).path)
    return (found ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
  }
}

/// A small generator with a seed, so that a failing case has a name.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (SplitMix64).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
