import Analysis
import FinanceBasics
import Foundation
import Interchange
import LeaseModel
import Reconciliation

/// The sample deals as they would be recorded.
enum SampleReconciliation {
  private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "samples")

  private static let book = Result {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "deals").path
    ).filter { $0.hasSuffix(".yaml") }.sorted().map { "deals/\($0)" }
    let files = try (names + ["parties.yaml", "sites.yaml"]).map { path in
      let data = try Data(contentsOf: folder.appending(path: path))
      return DealFileBatch.File(path: "samples/\(path)", bytes: [UInt8](data))
    }
    return try DealFileBatch(reading: files).book
  }

  /// The id of every deal, in order.
  static let ids = ((try? book.get())?.deals.keys.map(\.text) ?? []).sorted()

  /// A deal with its first version in force, or with so many.
  static func deal(_ id: String, versions count: Int? = nil) throws -> AnalysedDeal {
    let book = try book.get()
    let versions = (book.versions[DealID(id)] ?? []).sorted { $0.effective < $1.effective }
    let kept = count.map { Array(versions.prefix($0)) } ?? versions
    return AnalysedDeal(versions: kept, series: book.indexSeries)
  }
}
