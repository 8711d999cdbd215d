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
      var faults = report.faults.map {
        VerificationListing.Fault(
          kind: $0.kind.rawValue, entry: $0.entry, problem: $0.problem, isByRules: $0.isByRules)
      }
      var runCount = 0
      // A ledger whose pages or tables are damaged is not read further.
      if !report.faults.contains(where: { [.structure, .schema].contains($0.kind) }) {
        try Self.add(to: &faults) {
          let audit = try LedgerAudit(ledger)
          runCount = audit.runCount
          return audit.faults
        }
        try Self.add(to: &faults) { try BillingAudit(ledger).faults }
      }
      let older = try Self.takeOlder(from: &faults, of: ledger)
      let listing = VerificationListing(
        entries: report.head.count, head: report.head.hash, documents: report.documentCount,
        runs: runCount, faults: faults, byOlderRules: older)
      return (listing, faults.isEmpty)
    }
  }

  /// Takes those out that are of documents which a program with other rules of the books made.
  private static func takeOlder(
    from faults: inout [VerificationListing.Fault], of ledger: Ledger
  ) throws -> [VerificationListing.Fault] {
    let entries = Set(faults.filter(\.isByRules).compactMap(\.entry))
    let programs = try ledger.programs(ofEntries: entries).filter { _, program in
      ProgramVersion(program).map { $0 < Leasebook.rulesOfBooks } ?? false
    }
    var older: [VerificationListing.Fault] = []
    faults.removeAll { fault in
      guard fault.isByRules, let program = fault.entry.flatMap({ programs[$0] }) else {
        return false
      }
      older.append(
        VerificationListing.Fault(
          kind: "verify.older-rules", entry: fault.entry,
          problem: "\(fault.problem); \(program) made it"))
      return true
    }
    return older
  }

  /// Adds what a further check finds.
  ///
  /// Rows that it cannot make sense of are a fault themselves, where none before it says why.
  private static func add(
    to faults: inout [VerificationListing.Fault],
    _ check: () throws -> [VerificationListing.Fault]
  ) throws {
    do {
      faults += try check()
    } catch  where !faults.isEmpty {
      // What cannot be read was found and named already.
    } catch let problem as any Diagnostic where !(problem is LedgerProblem) {
      faults.append(.unreadable(problem))
    } catch let problems as Diagnostics {
      faults.append(.unreadable(problems.all[0]))
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

extension VerificationListing.Fault {
  fileprivate static func unreadable(_ problem: any Diagnostic) -> Self {
    Self(kind: "verify.statement", entry: nil, problem: problem.problem)
  }
}
