import Foundation
import LedgerStore

/// Documents of the books into a ledger, beside SQLite's own shell with the same rows.
struct PostingWorkload {
  private let ledger: BooksLedger
  private let repetitions: Int
  private let scratch: String

  /// One posting takes seconds, so that few of them tell enough.
  private static let maximumRepetitions = 3

  init(scale: Scale) {
    ledger = BooksLedger(scale: scale)
    repetitions = min(scale.repetitions, Self.maximumRepetitions)
    scratch = scale.scratch
  }

  func posted() throws -> Outcome {
    let books = try ledger.books()
    try ledger.makeDeals()
    var ours: [Double] = []
    var theirs: [Double] = []
    let (head, seconds) = try ledger.post(books)
    ours.append(seconds)
    let shell = ShellImport(source: ledger.path, dealsPath: ledger.dealsPath, scratch: scratch)
    try shell.writeRows()
    for run in 0..<repetitions {
      if run > 0 {
        let again = try ledger.post(books)
        try CheckFailure.expectEqual(again.head, head, "the head, when repeated")
        ours.append(again.seconds)
      }
      theirs.append(try shell.run())
    }
    try shell.check(head: head)
    return outcome(books, ours: Times(ours), theirs: Times(theirs))
  }

  private func outcome(_ books: GeneratedBooks, ours: Times, theirs: Times) -> Outcome {
    let vouchers = books.recordings.reduce(0) { $0 + $1.count }
    let size =
      (try? FileManager.default.attributesOfItem(atPath: ledger.path)[.size] as? Int) ?? 0
    let postings = "\(books.postingCount.grouped) postings"
    return Outcome(
      measurements: [
        Measurement(
          "post",
          "\(postings) of \(vouchers.grouped) documents of \(ledger.leases.count.grouped) deals, "
            + "in \(books.recordings.count.grouped) recordings",
          ours, scale: 1, unit: "s", aim: theirs.median),
        Measurement(
          "post", "the same, by posting", ours, scale: 1e6 / Double(books.postingCount),
          unit: "µs a posting"),
        Measurement(
          "sqlite3 .import", "the same rows into the same tables", theirs, scale: 1, unit: "s"),
        Measurement("post", "the ledger's file", Double(size) / 1e6, unit: "MB"),
        Measurement("post", "peak memory, documents included", peakMegabytes(), unit: "MB"),
      ])
  }
}
