import FinanceBasics
import Foundation
import Interchange
import LeaseModel
import Testing

/// The smallest file for every code, and what the reader says of it, word for word.
///
/// A fault that needs two files has the second beside it, as `CODE+deal.yaml`; the table that the
/// heading of a series names is `CODE+table.csv`. What only a projection finds stands in the same
/// folder, and `BadFileTests` runs it.
@Suite("Catalogue of bad files")
struct ErrorCatalogueTests {
  static let samples = Folder.root.appending(path: "samples/errors")
  static let goldens = Folder.root.appending(path: "Tests/InterchangeTests/Goldens")

  /// Codes that no small file gives: of 4 MiB, of what may not be read, of another ledger, of what
  /// is put into a file.
  private static let withoutFile: Set = Set(SolvedEditFault.codes).union([
    "file.too-large", "series.file-too-large", "series.file-unreadable", "series.recorded",
  ])

  /// Codes of files that are well by themselves: a question about deals finds them.
  private static let ofQuestions: Set = [
    "scenario.deal-unknown", "scenario.hall-unknown", "scenario.term-stated",
    "setting.landlord-unknown",
  ]

  /// Every code that areas of this module and of the model can give.
  private static let allCodes =
    FieldFault.codes + DealFault.codes + RegisterFault.codes + DealFileFault.codes
    + ProjectionFault.codes + ScenarioFault.codes + DelayFault.codes + SeriesFault.codes
    + SeriesFileFault.codes + BatchFault.codes + SolvedEditFault.codes + SettingFault.codes

  /// Every code that reading, checking and resolving can give to a small file.
  static let codes = allCodes.filter { !withoutFile.union(ofQuestions).contains($0) }.sorted()

  @Test("has a sample for each code, and beside them those of questions and of projections alone")
  func samplesCoverCodes() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.samples.path)
    let sampled = Set(names.filter { !$0.contains("+") }.map(Self.code(ofFile:)))
    #expect(Set(Self.codes).union(Self.ofQuestions).subtracting(sampled).isEmpty)
    let further = sampled.subtracting(Self.codes).subtracting(Self.ofQuestions)
    #expect(further.allSatisfy { $0.hasPrefix("projection.") }, "\(further.sorted())")
  }

  /// The code that a file is named for: its name without `.yaml` or `.csv`.
  private static func code(ofFile name: String) -> String {
    String(name.split(separator: ".").dropLast().joined(separator: "."))
  }

  @Test("no two faults share a code")
  func codesAreUnique() {
    #expect(Set(Self.allCodes).count == Self.allCodes.count)
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
    let files = try names.filter { self.code(ofFile: $0) == code || $0.hasPrefix("\(code)+") }
      .filter { !$0.contains("+") || $0.hasSuffix(".yaml") }.sorted().map(file)
    do {
      if code.hasPrefix("setting.") {
        _ = try SettingsFile(reading: files[0].bytes, file: files[0].path) { setting, text in
          setting != .rate || text.hasSuffix("%")
        }
        return "nothing is wrong\n"
      }
      let batch = try DealFileBatch(reading: files, references: .whereDefined)
      for case .deal(let deal, _) in batch.items { _ = try deal.lease(series: series) }
      return "nothing is wrong\n"
    } catch let problems as Diagnostics {
      return problems.rendered + "\n"
    } catch let problems as NotProjectable {
      return problems.diagnostics.rendered + "\n"
    }
  }

  /// A file of the folder, and with the heading of a series its table.
  private static func file(_ name: String) throws -> DealFileBatch.File {
    let path = "samples/errors/\(name)"
    let bytes = [UInt8](try Data(contentsOf: samples.appending(path: name)))
    let table = SeriesFileReader.tableName(inHeading: bytes, file: path).map { table in
      let bytes = try? Data(contentsOf: samples.appending(path: table))
      return TableFile(
        path: "samples/errors/\(table)",
        contents: bytes.map { .bytes([UInt8]($0)) } ?? .missing)
    }
    return DealFileBatch.File(path: path, bytes: bytes, table: table)
  }
}

/// Where the package stands, by the place of this file in it.
enum Folder {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
