import FinanceBasics
import Foundation
import Interchange
import LeaseModel
import LedgerStore

/// Checks files as `record` would, without recording.
struct FileCheck {
  let ledgerPath: String

  /// Reads the files against the ledger, where there is one, and against each other.
  ///
  /// A deal or a series that the ledger holds too is checked as if it were new.
  /// - Throws: `Diagnostics` with every fault of every file.
  func batch(_ files: [DealFileBatch.File]) throws -> DealFileBatch {
    let batch = try readBatch(files)
    let problems = ProjectionCheck(of: batch).problems
    guard problems.isEmpty else { throw Diagnostics(problems) }
    return batch
  }

  private func readBatch(_ files: [DealFileBatch.File]) throws -> DealFileBatch {
    guard FileManager.default.fileExists(atPath: ledgerPath) else {
      return try DealFileBatch(reading: files, references: .whereDefined)
    }
    var known = try Ledger.reading(ledgerPath) { ledger in
      try KnownBook(try ledger.snapshot(AsOf()), series: try ledger.seriesHistory())
    }
    for file in files {
      if let table = file.table,
        let series = try? SeriesFileReader().read(
          heading: file.bytes, file: file.path, table: table)
      {
        known.remove(series.id)
      }
      guard let contents = try? DealFileReader().read(bytes: file.bytes, file: file.path),
        let id = contents.deal?.id
      else { continue }
      known.remove(id)
    }
    return try DealFileBatch(reading: files, known: known)
  }
}
