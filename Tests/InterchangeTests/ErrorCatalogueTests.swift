import FinanceBasics
import Foundation
import Interchange
import LeaseModel
import Testing

/// The smallest file for every code, and what the reader says of it, word for word.
///
/// A fault that needs two files has the second beside it, as `CODE+deal.yaml`.
@Suite("Catalogue of bad files")
struct ErrorCatalogueTests {
  static let samples = Folder.root.appending(path: "samples/errors")
  static let goldens = Folder.root.appending(path: "Tests/InterchangeTests/Goldens")

  /// Every code that reading, checking and resolving can give, but the one of a 4 MiB file.
  static let codes =
    (FieldFault.codes + DealFault.codes + RegisterFault.codes + DealFileFault.codes
    + ProjectionFault.codes).filter { $0 != "file.too-large" }.sorted()

  @Test("has a sample for each code and no other")
  func samplesCoverCodes() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.samples.path)
    let sampled = names.filter { !$0.contains("+") }.map { String($0.dropLast(5)) }
    #expect(sampled.sorted() == Self.codes)
  }

  @Test("no two faults share a code")
  func codesAreUnique() {
    #expect(Set(Self.codes).count == Self.codes.count)
  }

  @Test("reports the code, in the words of the golden file", arguments: codes)
  func report(_ code: String) throws {
    let text = try Self.report(of: code)
    #expect(text.contains("error[\(code)]:"))
    let golden = Self.goldens.appending(path: "\(code).txt")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try text.write(to: golden, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: golden, encoding: .utf8)
    #expect(text == expected)
  }

  /// The one series that is at hand.
  private static let series = [
    "cpi-u-nsa": IndexSeries(
      name: "cpi-u-nsa", firstMonth: YearMonth(year: 2026, month: 1), values: [ExactDecimal(300)])
  ]

  /// What is wrong with the files of a code, or why its deal cannot be projected.
  private static func report(of code: String) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: samples.path)
    let files = try names.filter { $0 == "\(code).yaml" || $0.hasPrefix("\(code)+") }.sorted().map {
      DealFileBatch.File(
        path: "samples/errors/\($0)",
        bytes: [UInt8](try Data(contentsOf: samples.appending(path: $0))))
    }
    do {
      let batch = try DealFileBatch(reading: files, references: .whereDefined)
      for case .deal(let deal, _) in batch.items { _ = try deal.lease(series: series) }
      return "nothing is wrong\n"
    } catch let problems as Diagnostics {
      return problems.rendered + "\n"
    } catch let problems as NotProjectable {
      return problems.diagnostics.rendered + "\n"
    }
  }
}

/// Where the package stands, by the place of this file in it.
enum Folder {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
