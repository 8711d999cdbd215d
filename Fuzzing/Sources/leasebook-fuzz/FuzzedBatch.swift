import FinanceBasics
import Interchange
import LeaseModel

/// The files of one input, taken the way that `leasebook check` and `project` take them.
struct FuzzedBatch {
  private let files: [DealFileBatch.File]

  /// Splits an input into files at each record separator, and the heading of a series from its
  /// table at a group separator; no file that is read has these bytes.
  init(_ bytes: [UInt8]) {
    files = bytes.split(separator: Self.recordSeparator, omittingEmptySubsequences: false)
      .enumerated()
      .map { place, file in
        let parts = file.split(separator: Self.groupSeparator, maxSplits: 1)
        let table = parts.count > 1 ? parts.last : nil
        return DealFileBatch.File(
          path: "input-\(place).yaml", bytes: Array(parts.first ?? []),
          table: table.map { TableFile(path: "table.csv", contents: .bytes(Array($0))) })
      }
  }

  private static let recordSeparator: UInt8 = 0x1E
  private static let groupSeparator: UInt8 = 0x1D

  /// Reads the files, each by itself and all together, and projects every deal that they make, as
  /// it is and under every scenario that they hold.
  func run() {
    for file in files { readAlone(file) }
    do {
      let batch = try DealFileBatch(reading: files, references: .whereDefined)
      let series = FuzzedSeries.all.merging(batch.book.indexSeries) { _, read in read }
      let scenarios = batch.items.compactMap { item in
        if case .scenario(let scenario, _) = item { scenario } else { nil }
      }
      for item in batch.items {
        guard let deal = item.deal else { continue }
        FuzzedDeal(deal, series: series).run()
        for scenario in scenarios { FuzzedDeal(deal, series: series).run(under: scenario) }
      }
    } catch {
      precondition(!error.rendered.isEmpty, "a refusal says why")
    }
  }

  private func readAlone(_ file: DealFileBatch.File) {
    do {
      _ = try DealFileReader().read(bytes: file.bytes, file: file.path)
    } catch {
      precondition(!error.rendered.isEmpty, "a refusal says why")
    }
  }
}

extension Recordable {
  /// The whole deal that a file gives, or leaves after its amendment.
  fileprivate var deal: Deal? {
    switch self {
    case .party, .site, .series, .scenario: nil
    case .deal(let deal, _): deal
    case .amendment(_, let result, _): result
    }
  }
}
