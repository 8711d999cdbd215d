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

  /// The versions of a deal that were known, in force and recorded by then, as recorded in order.
  ///
  /// - Throws: `deal.unknown`, with the nearest id.
  func history(of deal: String, _ asOf: AsOfOptions) throws -> [HistoryReport.Version] {
    try reading { ledger in
      let known = try ledger.snapshot(AsOf()).deals.map(\.id.text)
      guard known.contains(deal) else {
        throw CommandProblem.unknownDeal(deal, nearest: nearestName(to: deal, among: known))
      }
      let versions = try ledger.history(of: DealID(deal)).filter { version in
        version.known <= asOf.knownOn ?? .latest
          && version.effective <= asOf.effectiveOn ?? .latest
          && version.entry <= asOf.recordedBy ?? .max
      }
      return versions.map { version in
        HistoryReport.Version(
          entry: version.entry, change: version.change.name, name: version.name,
          reason: version.reason, effective: version.effective, known: version.known,
          recorded: version.recordedAt.description, file: version.fileName, hash: version.hash,
          fields: version.fields)
      }
    }
  }

  /// What a check of the whole ledger finds.
  func verification(head: String?) throws -> (listing: VerificationListing, isSound: Bool) {
    try reading { ledger in
      let report = try ledger.verify(head: head)
      let listing = VerificationListing(
        entries: report.head.count, head: report.head.hash, documents: report.documentCount,
        faults: report.faults.map {
          VerificationListing.Fault(
            kind: $0.kind.rawValue, entry: $0.entry, problem: $0.problem)
        })
      return (listing, report.isSound)
    }
  }

  private func reading<Answer>(_ ask: (Ledger) throws -> Answer) throws -> Answer {
    let ledger = try Ledger.open(at: path, mode: .readOnly)
    let answer = try ask(ledger)
    try ledger.close()
    return answer
  }
}
