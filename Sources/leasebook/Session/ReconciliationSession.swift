import Analysis
import FinanceBasics
import Foundation
import Interchange
import LeaseModel
import LedgerStore

/// The deals to reconcile, and those that their figures may cover beside them.
struct ReconciliationSession {
  /// A deal, with the file that states it where one was given.
  struct Asked {
    let deal: AnalysedDeal
    let file: DealFileBatch.File?
    /// Whether files or the ledger change what its file says.
    let isAmended: Bool
  }

  /// In the order asked for, each once.
  let asked: [Asked]
  /// Every deal that is at hand, by id.
  let known: [AnalysedDeal]
  /// What the answer is as of; `nil` of files.
  let asOfSentence: String?

  // MARK: - Files

  /// Deals of files; a ledger, where there is one, gives series and the deals beside them.
  ///
  /// Nobody needs to be known: who lets and who rents moves no figure.
  /// - Throws: Every fault of every file.
  init(files: [DealFileBatch.File], ledgerPath: String) throws {
    let contents = files.map { file in
      try? DealFileReader().read(bytes: file.bytes, file: file.path)
    }
    let known = try Self.knownBook(at: ledgerPath, without: contents.compactMap(\.self))
    let batch = try DealFileBatch(reading: files, known: known, references: .never)
    let series = batch.book.indexSeries
    let deals = batch.book.versions.mapValues { versions in
      AnalysedDeal(versions: versions, series: series)
    }
    var ids: [DealID] = []
    var amended: Set<DealID> = []
    for item in batch.items {
      switch item {
      case .deal(let deal, _): if !ids.contains(deal.id) { ids.append(deal.id) }
      case .amendment(_, let deal, _):
        amended.insert(deal.id)
        if !ids.contains(deal.id) { ids.append(deal.id) }
      case .party, .site, .series, .scenario: break
      }
    }
    guard !ids.isEmpty else { throw ReconciliationProblem.noDeal(files.map(\.path)) }
    let fileOfDeal = Dictionary(
      zip(contents, files).compactMap { content, file in content?.deal?.id.map { ($0, file) } },
      uniquingKeysWith: { first, _ in first })
    asked = ids.compactMap { id in
      deals[id].map {
        Asked(deal: $0, file: fileOfDeal[id], isAmended: amended.contains(id))
      }
    }
    self.known = deals.values.sorted { $0.deal.id < $1.deal.id }
    asOfSentence = nil
  }

  /// What a ledger holds beside the deals that files give; parties and sites are not asked for.
  private static func knownBook(
    at path: String, without files: [FileContents]
  ) throws -> KnownBook {
    guard FileManager.default.fileExists(atPath: path) else { return KnownBook() }
    let recorded = try Ledger.reading(path) { ledger in
      try KnownBook(
        try ledger.snapshot(AsOf()), series: try ledger.seriesHistory(), of: ledger)
    }
    let given = Set(files.compactMap { $0.deal?.id })
    var amended: [DealID: CalendarDate] = [:]
    for amendment in files.compactMap(\.amendment) {
      guard let target = amendment.target, let day = amendment.announced?.last else { continue }
      amended[target] = min(day, amended[target] ?? day)
    }
    let versions = recorded.standing.values.flatMap(\.self).filter { version in
      let isLater = amended[version.deal.id].map { $0 <= version.since } ?? false
      return !given.contains(version.deal.id) && !isLater
    }
    return KnownBook(standing: versions, series: recorded.series.values.flatMap(\.self))
  }

  // MARK: - The ledger

  /// Recorded deals by id; all where none is named.
  ///
  /// - Throws: `deal.unknown`, with the nearest id.
  init(deals names: [String], in book: BookSession) throws {
    var selection = DealSelection(landlord: [], tenant: [])
    selection.deals = names
    asked = try book.deals(selection).map { Asked(deal: $0, file: nil, isAmended: false) }
    known = book.deals
    asOfSentence = book.asOfSentence
    guard !asked.isEmpty else { throw ReconciliationProblem.noDeal([]) }
  }

  /// The deals that figures of one may cover beside it.
  func partners(of deal: AnalysedDeal) -> [AnalysedDeal] {
    known.filter { $0.deal.id != deal.deal.id }
  }
}
