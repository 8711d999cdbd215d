import Analysis
import FinanceBasics
import Foundation
import Interchange
import LeaseModel

/// The sample deals and templates as they would be recorded, each with all its versions.
enum SampleDeals {
  private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "samples")

  private static let book = Result {
    let samples = try (names(in: "deals") + ["parties.yaml", "sites.yaml"]).map(file)
    let series = try names(in: "series").map { name in
      let heading = try file(name)
      let table = SeriesFileReader.tableName(inHeading: heading.bytes, file: heading.path) ?? ""
      return DealFileBatch.File(
        path: heading.path, bytes: heading.bytes,
        table: TableFile(path: table, contents: .bytes(try file("series/\(table)").bytes)))
    }
    let book = try DealFileBatch(reading: samples + series).book
    return try DealFileBatch(reading: names(in: "templates").map(file), known: book).book
  }

  /// The id of every deal, in order; empty where the samples cannot be read.
  static let ids = ((try? book.get())?.deals.keys.map(\.text) ?? []).sorted()

  /// A deal with its versions in the order in which they came into force.
  static func deal(_ id: String) throws -> AnalysedDeal {
    let book = try book.get()
    let versions = (book.versions[DealID(id)] ?? []).sorted { $0.effective < $1.effective }
    return AnalysedDeal(versions: versions, series: book.indexSeries)
  }

  private static func file(_ path: String) throws -> DealFileBatch.File {
    let data = try Data(contentsOf: folder.appending(path: path))
    return DealFileBatch.File(path: "samples/\(path)", bytes: [UInt8](data))
  }

  private static func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path)
      .filter { $0.hasSuffix(".yaml") }.sorted().map { "\(path)/\($0)" }
  }
}
