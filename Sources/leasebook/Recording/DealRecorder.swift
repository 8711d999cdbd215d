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
    /// What amendments change beyond the terms of their own days, in sentences.
    var further: [String] = []
  }

  /// Reads the files against the book under the ledger's write lock, and records what is new.
  ///
  /// - Throws: `Diagnostics` with every fault of every file, or a store's failure; nothing is
  ///   changed then.
  func record(_ files: [DealFileBatch.File]) throws -> Result {
    try record { _ in files }
  }

  /// Records files that are made from what the ledger holds.
  ///
  /// - Throws: What `files` throws, and as for files that are given.
  func record(making files: (KnownBook) throws -> [DealFileBatch.File]) throws -> Result {
    let ledger = try Ledger.opened(at: path, for: .readWrite)
    var reading = Reading()
    let outcome = try ledger.record(
      recordedAt: try Surroundings.timestamp(), program: Leasebook.program
    ) { book in
      reading = try Self.read(files, against: book, of: ledger)
      return reading.items.map { NewEntry($0, series: reading.series) }
    }
    try ledger.close()
    return Result(
      outcome: outcome,
      series: reading.items.compactMap { item in
        if case .series(let new, _, _) = item { SeriesSummary(new) } else { nil }
      }, repeated: reading.repeated, further: reading.further)
  }

  /// What files would add to the ledger; nothing is recorded.
  ///
  /// - Throws: As recording them would.
  func rehearse(making files: (KnownBook) throws -> [DealFileBatch.File]) throws -> Reading {
    try Ledger.reading(path) { ledger in
      try Self.read(files, against: try ledger.snapshot(), of: ledger)
    }
  }

  /// What files hold that is new, and those that the ledger held already.
  struct Reading {
    fileprivate(set) var items: [Recordable] = []
    fileprivate(set) var repeated: [String] = []
    /// The monthly series that leases may name.
    fileprivate(set) var series: [String: IndexSeries] = [:]
    /// The paths of the files that are new.
    fileprivate var fresh: Set<String> = []

    /// What amendments change beyond the terms of their own days, in sentences.
    fileprivate var further: [String] {
      items.compactMap { item in
        guard case .amendment(let draft, let result, let file) = item else { return nil }
        let name = draft.name ?? "the amendment of \(draft.announced?.description ?? "that day")"
        if !fresh.contains(file.file) {
          return "\(result.id): \(name) was announced later, and is put into the terms anew"
        }
        guard draft.effective != result.effective else { return nil }
        return "\(result.id): \(name) also changes what comes into force on \(result.effective)"
      }
    }
  }

  private static func read(
    _ files: (KnownBook) throws -> [DealFileBatch.File], against book: Book, of ledger: Ledger
  ) throws -> Reading {
    let versions = try ledger.seriesHistory()
    let knownBook = try KnownBook(book, series: versions, of: ledger)
    let (known, fresh) = try split(files(knownBook), of: ledger, book, versions)
    let batch = try DealFileBatch(reading: fresh, known: knownBook)
    let problems =
      try ProjectionCheck(of: batch).problems + BilledCurrencyCheck(of: batch, in: ledger).problems
    guard problems.isEmpty else { throw Diagnostics(problems) }
    return Reading(
      items: batch.items, repeated: known.map(\.path) + batch.repeated,
      series: batch.book.indexSeries, fresh: Set(fresh.map(\.path)))
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
  /// Every version of the parties, of the sites, of each deal but those corrected, and of each series.
  ///
  /// - Parameter ledger: The one that the book was taken from.
  init(_ book: Book, series: [SeriesVersion], of ledger: Ledger) throws {
    let parties = try PartyRegister(book.parties)
    let versions = try book.deals.filter { !$0.isWithdrawn }.flatMap { timeline in
      try timeline.standing.map { version in
        let root = timeline.root(of: version)
        return (
          entry: root.entry,
          known: KnownVersion(
            try version.restored(), since: root.known, corrected: version.known,
            amendment: root.documentHash,
            file: version.documentHash.map { ledger.fileReading(of: $0, named: version.fileName) })
        )
      }.sorted { $0.entry < $1.entry }.map(\.known)
    }
    self.init(
      parties: parties, sites: try SiteRegister(book.sites, parties: parties),
      partyVersions: try ledger.partyHistory().map(\.dated),
      siteVersions: try ledger.siteHistory().map(\.dated), standing: versions,
      series: series.map(\.series),
      withdrawn: Dictionary(
        uniqueKeysWithValues: book.deals.compactMap { timeline in
          timeline.withdrawnOn.map { (timeline.id, $0) }
        }))
  }
}

extension Ledger {
  /// Reads a file that the ledger holds, when it is asked for.
  func fileReading(
    of hash: String, named name: String?
  ) -> @Sendable () throws -> FileContents {
    {
      let document = try self.document(hash: hash)
      return try DealFileReader().read(bytes: document.bytes, file: name ?? document.name)
    }
  }
}

extension NewEntry {
  /// The entry for one thing that files hold.
  ///
  /// - Parameter series: The monthly series that leases may name.
  init(_ item: Recordable, series: [String: IndexSeries]) {
    let document = Document(name: item.file.file, bytes: item.file.bytes)
    switch item {
    case .party(let party, let file):
      self = .party(PartyRecord(party, file.announcement, document: document))
    case .site(let site, let file):
      self = .site(SiteRecord(site, file.announcement, document: document))
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
