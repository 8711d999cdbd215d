import FinanceBasics
import Interchange
import LeaseModel

/// A heading with its table, as small as they can be.
struct SeriesFile: Sendable {
  var heading: String
  var table: TableFile.Contents

  static let index = """
    series: cpi
    name: An index
    kind: price index
    unit: index
    frequency: monthly
    announced: 2026-02-11
    file: cpi.csv
    source: bls
    sources: {bls: {kind: release}}

    """

  static let curve = """
    series: ust
    name: A curve
    kind: par yields
    unit: "%"
    frequency: dated
    announced: 2026-04-30
    file: ust.csv
    source: treasury
    sources: {treasury: {kind: release}}

    """

  /// - Parameter table: The text of the table.
  init(heading: String = Self.index, _ table: String) {
    self.init(heading: heading, table: .bytes(Array(table.utf8)))
  }

  init(heading: String = Self.index, table: TableFile.Contents) {
    self.heading = heading
    self.table = table
  }

  /// The heading with a text in place of another.
  func replacing(_ old: String, with new: String) -> SeriesFile {
    var copy = self
    let parts = heading.split(separator: old, omittingEmptySubsequences: false)
    copy.heading = parts.joined(separator: new)
    return copy
  }

  func read() throws(Diagnostics) -> DataSeries {
    try SeriesFileReader().read(
      heading: Array(heading.utf8), file: "cpi.yaml",
      table: TableFile(path: "cpi.csv", contents: table))
  }

  /// Every fault as `file:line:column code`, in the order in which they are reported.
  var faults: [String] {
    do throws(Diagnostics) {
      _ = try read()
      return []
    } catch {
      return error.all.map { "\($0.location.rendered) \($0.code)" }
    }
  }

  func batchFile(_ path: String) -> DealFileBatch.File {
    DealFileBatch.File(
      path: path, bytes: Array(heading.utf8),
      table: TableFile(path: "cpi.csv", contents: table))
  }
}
