import FinanceBasics
import Interchange
import LeaseModel
import LedgerStore

/// Records versions of a deal that no file alone says: corrections and withdrawals.
struct VersionRecorder {
  let path: String

  /// Records what a correction changes: all of it, or nothing.
  ///
  /// - Throws: As `CorrectionPlan`; `deal.currency-billed`; a store's failure.
  func correct(
    _ deal: String, entry: Int, by file: DealFileBatch.File, reason: String
  ) throws -> DealRecorder.Result {
    try record { ledger, book in
      let records = try CorrectionPlan(
        of: entry, in: DealID(deal), by: file, reason: reason, book: book,
        documents: { try ledger.document(hash: $0) }
      ).records
      let problems = try BilledCurrencyCheck(of: records, in: ledger, book).problems
      guard problems.isEmpty else { throw Diagnostics(problems) }
      return records
    }
  }

  /// Records that a deal ends, or never was, from a day on.
  ///
  /// - Parameter known: When the public knew it; by default on the day itself, or today where that
  ///   is earlier.
  /// - Throws: `deal.unknown`, `deal.withdrawn-before` of a deal withdrawn on another day, a store's
  ///   failure.
  func withdraw(
    _ deal: String, on day: CalendarDate, known: CalendarDate?, reason: String, source: Source
  ) throws -> DealRecorder.Result {
    let today = try Surroundings.timestamp().day
    return try record { _, book in
      guard let timeline = book.deal(DealID(deal)) else {
        throw CommandProblem.unknownDeal(
          deal, nearest: nearestName(to: deal, among: book.deals.map(\.id.text)))
      }
      if let before = timeline.standingWithdrawal, before.effective != day {
        throw CommandProblem.withdrawnBefore(deal, on: before.effective, entry: before.entry)
      }
      return [
        .withdrawal(
          of: timeline.id, effective: day, known: known ?? min(day, today), reason: reason,
          source: source)
      ]
    }
  }

  private func record(
    _ prepare: (Ledger, Book) throws -> [VersionRecord]
  ) throws -> DealRecorder.Result {
    let ledger = try Ledger.opened(at: path, for: .readWrite)
    let outcome = try ledger.record(
      recordedAt: try Surroundings.timestamp(), program: Leasebook.program
    ) { book in
      try prepare(ledger, book).map { NewEntry.deal($0) }
    }
    try ledger.close()
    return DealRecorder.Result(outcome: outcome, series: [], repeated: [])
  }
}
