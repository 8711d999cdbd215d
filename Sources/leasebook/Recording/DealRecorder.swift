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
    /// The series of the files, with what a reader must know of each.
    let series: [SeriesSummary]
    /// Files that the ledger held already, byte for byte.
    let repeated: [String]
  }

  /// Reads the files against the book under the ledger's write lock, and records what is new.
  ///
  /// - Throws: `Diagnostics` with every fault of every file, or a store's failure; nothing is
  ///   changed then.
  func record(_ files: [DealFileBatch.File]) throws -> Result {
    let ledger = try Ledger.opened(at: path, for: .readWrite)
    var repeated: [String] = []
    var series: [SeriesSummary] = []
    let outcome = try ledger.record(
      recordedAt: try Surroundings.timestamp(), program: Leasebook.program
    ) { book in
      let versions = try ledger.seriesHistory()
      let (known, fresh) = try Self.split(files, of: ledger, book, versions)
      let batch = try DealFileBatch(
        reading: fresh, known: try KnownBook(book, series: versions))
      repeated = known.map(\.path) + batch.repeated
      series = batch.items.compactMap { item in
        if case .series(let new, _, _) = item { SeriesSummary(new) } else { nil }
      }
      let problems = ProjectionCheck(of: batch).problems
      guard problems.isEmpty else { throw Diagnostics(problems) }
      return batch.items.map { NewEntry($0, series: batch.book.indexSeries) }
    }
    try ledger.close()
    return Result(outcome: outcome, series: series, repeated: repeated)
  }

  /// The files that the ledger holds byte for byte, and the others.
  ///
  /// A heading is held with its table, and a scenario as it is now: it may go back to what it was.
  private static func split(
    _ files: [DealFileBatch.File], of ledger: Ledger, _ book: Book, _ series: [SeriesVersion]
  ) throws -> (known: [DealFileBatch.File], fresh: [DealFileBatch.File]) {
    let tables = Set(series.map { [$0.documentHash ?? "", $0.tableHash] })
    let earlier = try Set(ledger.scenarioHashes()).subtracting(book.scenarios.map(\.document.hash))
    var known: [DealFileBatch.File] = []
    var fresh: [DealFileBatch.File] = []
    for file in files {
      let hash = Document(name: file.path, bytes: file.bytes).hash
      let table = file.table.map { Document(name: $0.path, bytes: $0.bytes).hash }
      let isHeld =
        try table.map { tables.contains([hash, $0]) }
        ?? (ledger.isRecorded(document: hash) && !earlier.contains(hash))
      if isHeld {
        known.append(file)
      } else {
        fresh.append(file)
      }
    }
    return (known, fresh)
  }
}

extension KnownBook {
  /// The parties, the sites, every version of each deal that none corrects, and every version of
  /// each series.
  init(_ book: Book, series: [SeriesVersion]) throws {
    let parties = try PartyRegister(book.parties)
    let versions = try book.deals.filter { !$0.isWithdrawn }.flatMap { timeline in
      try timeline.standing.map { try $0.restored() }
    }
    self.init(
      parties: parties, sites: try SiteRegister(book.sites, parties: parties), versions: versions,
      series: series.map(\.series))
  }
}

extension NewEntry {
  /// The entry for one thing that files hold.
  ///
  /// - Parameter series: The monthly series that leases may name.
  init(_ item: Recordable, series: [String: IndexSeries]) {
    let document = Document(name: item.file.file, bytes: item.file.bytes)
    switch item {
    case .party(let party, _): self = .party(PartyRecord(party, document: document))
    case .site(let site, _): self = .site(SiteRecord(site, document: document))
    case .series(let series, _, let table):
      self = .series(
        SeriesRecord(
          series, heading: document, table: Document(name: table.path, bytes: table.bytes)))
    case .scenario(let scenario, _):
      self = .scenario(ScenarioRecord(scenario, document: document))
    case .deal(let deal, _):
      self = .deal(
        VersionRecord(
          deal, change: .original, document: document,
          derived: DerivedFigures(of: deal, series: series)))
    case .amendment(let draft, let result, _):
      self = .deal(
        VersionRecord(
          result, change: .amendment, name: draft.name, reason: draft.reason, document: document,
          derived: DerivedFigures(of: result, series: series)))
    }
  }
}
