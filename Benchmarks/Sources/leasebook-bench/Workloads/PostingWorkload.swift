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
    var (ours, theirs, byMonth) = (Runs(), Runs(), Runs())
    let months = try ledger.post(books.recordings)
    byMonth.add(months.seconds, months.processor)
    let (head, seconds, processor) = try ledger.post([books.vouchers])
    ours.add(seconds, processor)
    let shell = ShellImport(source: ledger.path, dealsPath: ledger.dealsPath, scratch: scratch)
    try shell.writeRows()
    for run in 0..<repetitions {
      if run > 0 {
        let again = try ledger.post([books.vouchers])
        try CheckFailure.expectEqual(again.head, head, "the head, when repeated")
        ours.add(again.seconds, again.processor)
      }
      let run = try shell.run()
      theirs.add(run.seconds, run.processor)
    }
    try shell.check(head: head)
    return outcome(books, ours, theirs, byMonth: byMonth)
  }

  /// The times of several runs.
  private struct Runs {
    private var seconds: [Double] = []
    private var processor: [Double] = []

    mutating func add(_ seconds: Double, _ processor: Double) {
      self.seconds.append(seconds)
      self.processor.append(processor)
    }

    var clock: Times { Times(seconds) }
    var used: Times { Times(processor) }
  }

  private func outcome(
    _ books: GeneratedBooks, _ ours: Runs, _ theirs: Runs, byMonth: Runs
  ) -> Outcome {
    let vouchers = books.recordings.reduce(0) { $0 + $1.count }
    let size =
      (try? FileManager.default.attributesOfItem(atPath: ledger.path)[.size] as? Int) ?? 0
    let postings = "\(books.postingCount.grouped) postings"
    return Outcome(
      measurements: [
        Measurement(
          "post",
          "\(postings) of \(vouchers.grouped) documents of \(ledger.leases.count.grouped) deals",
          ours.clock, scale: 1, unit: "s", aim: theirs.clock.median),
        Measurement(
          "sqlite3 .import", "the same rows into the same tables, in one transaction", theirs.clock,
          scale: 1, unit: "s"
        ),
        Measurement(
          "post", "processor time of the same", ours.used, scale: 1, unit: "s",
          aim: theirs.used.median),
        Measurement(
          "sqlite3 .import", "processor time of the same", theirs.used, scale: 1, unit: "s"),
        Measurement(
          "post", "the same, by posting", ours.clock, scale: 1e6 / Double(books.postingCount),
          unit: "µs a posting"),
        Measurement(
          "post", "the same in \(books.recordings.count.grouped) recordings, each durable",
          byMonth.clock, scale: 1, unit: "s"),
        Measurement("post", "the ledger's file", Double(size) / 1e6, unit: "MB"),
        Measurement("post", "peak memory, documents included", peakMegabytes(), unit: "MB"),
      ])
  }
}
