import FinanceBasics
import Interchange
import LeaseModel
import LedgerStore

/// Records files: all of them, or none.
struct DealRecorder {
  let path: String

  /// What became of the files.
  struct Result {
    let outcome: RecordOutcome
    /// Files that the ledger held already, byte for byte.
    let repeated: [String]
  }

  /// Reads the files against the book under the ledger's write lock, and records what is new.
  ///
  /// - Throws: `Diagnostics` with every fault of every file, or a store's failure; nothing is
  ///   changed then.
  func record(_ files: [DealFileBatch.File]) throws -> Result {
    let ledger = try Ledger.open(at: path, mode: .readWrite)
    var repeated: [String] = []
    let outcome = try ledger.record(
      recordedAt: try Surroundings.timestamp(), program: Leasebook.program
    ) { book in
      let (known, fresh) = try Self.split(files, of: ledger)
      let batch = try DealFileBatch(reading: fresh, known: try KnownBook(book))
      repeated = known.map(\.path) + batch.repeated
      let problems = ProjectionCheck(of: batch).problems
      guard problems.isEmpty else { throw Diagnostics(problems) }
      return batch.items.map { NewEntry($0) }
    }
    try ledger.close()
    return Result(outcome: outcome, repeated: repeated)
  }

  /// The files that the ledger holds byte for byte, and the others.
  private static func split(
    _ files: [DealFileBatch.File], of ledger: Ledger
  ) throws -> (known: [DealFileBatch.File], fresh: [DealFileBatch.File]) {
    var known: [DealFileBatch.File] = []
    var fresh: [DealFileBatch.File] = []
    for file in files {
      let hash = Document(name: file.path, bytes: file.bytes).hash
      if try ledger.isRecorded(document: hash) {
        known.append(file)
      } else {
        fresh.append(file)
      }
    }
    return (known, fresh)
  }
}

extension KnownBook {
  /// The parties, the sites and every version of each deal of a ledger.
  init(_ book: Book) throws {
    let parties = try PartyRegister(book.parties)
    let versions = try book.deals.filter { !$0.isWithdrawn }.flatMap { timeline in
      try timeline.candidates.map { try $0.restored() }
    }
    self.init(
      parties: parties, sites: try SiteRegister(book.sites, parties: parties), versions: versions)
  }
}

extension NewEntry {
  /// The entry for one thing that files hold.
  init(_ item: Recordable) {
    let document = Document(name: item.file.file, bytes: item.file.bytes)
    switch item {
    case .party(let party, _): self = .party(PartyRecord(party, document: document))
    case .site(let site, _): self = .site(SiteRecord(site, document: document))
    case .deal(let deal, _):
      self = .deal(
        VersionRecord(
          deal, change: .original, document: document, derived: DerivedFigures(of: deal)))
    case .amendment(let draft, let result, _):
      self = .deal(
        VersionRecord(
          result, change: .amendment, name: draft.name, reason: draft.reason, document: document,
          derived: DerivedFigures(of: result)))
    }
  }
}
