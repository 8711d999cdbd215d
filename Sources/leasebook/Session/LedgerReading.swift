import Bookkeeping
import FinanceBasics
import LeaseModel
import LedgerStore
import Reports

/// Questions to a ledger about itself rather than about the book in it.
struct LedgerReading {
  private let path: String

  init(_ options: LedgerOptions) {
    path = options.path
  }

  /// What a check of the whole ledger finds: its rows by themselves, then against its documents.
  func verification(head: String?) throws -> (listing: VerificationListing, isSound: Bool) {
    try reading { ledger in
      let report = try ledger.verify(head: head)
      let audit = try Self.audit(report) { try LedgerAudit(ledger) }
      let billing = try audit.flatMap { _ in
        try Self.audit(report) { try BillingAudit(ledger).faults }
      }
      let faults =
        report.faults.map {
          VerificationListing.Fault(
            kind: $0.kind.rawValue, entry: $0.entry, problem: $0.problem)
        } + (audit?.faults ?? []) + (billing ?? [])
      let listing = VerificationListing(
        entries: report.head.count, head: report.head.hash, documents: report.documentCount,
        runs: audit?.runCount ?? 0, faults: faults)
      return (listing, faults.isEmpty)
    }
  }

  /// A ledger whose pages or tables are damaged is not read further; `nil` then.
  private static func audit<Audit>(
    _ report: VerificationReport, _ make: () throws -> Audit
  ) throws -> Audit? {
    guard !report.faults.contains(where: { [.structure, .schema].contains($0.kind) }) else {
      return nil
    }
    do {
      return try make()
    } catch  where !report.isSound {
      // What cannot be read was found and named already.
      return nil
    }
  }

  /// Copies the ledger as one moment has it.
  func backup(to target: String) throws -> CopyReport {
    let ledger = try Ledger.opened(at: path, for: .readOnly)
    let report = try ledger.backUp(to: target)
    try ledger.close()
    return CopyReport(
      .backup, path: target, entries: report.head.count, documents: report.documentCount,
      head: report.head.hash)
  }

  /// Writes the whole ledger as plain files.
  func export(to folder: String) throws -> CopyReport {
    try reading { ledger in
      let report = try ledger.export(to: folder) { ledger in
        let journal = JournalText(try ledger.vouchers().journal)
        return [
          ExportedFile(path: "journal.csv", text: journal.rendered(as: .csv)),
          ExportedFile(path: "journal.hledger", text: journal.rendered(as: .hledger)),
        ]
      }
      return CopyReport(
        .export, path: folder, entries: report.head.count, documents: report.documentCount,
        head: report.head.hash)
    }
  }

  func reading<Answer>(_ ask: (Ledger) throws -> Answer) throws -> Answer {
    try Ledger.reading(path, ask)
  }
}
