import FinanceBasics
import Interchange
import LeaseModel
import LedgerStore

/// What the correction of a version records: the version put right, and the later amendments of the
/// deal as they are once they are put into it.
struct CorrectionPlan {
  /// The correction first, then what it changes in later versions, in the order of their recording.
  private(set) var records: [VersionRecord] = []

  private let book: Book
  private let timeline: DealTimeline
  private let corrected: StoredVersion
  private let reason: String
  private let parties: PartyRegister
  private let sites: SiteRegister
  /// What holds in place of each version, by the entry of the version that came first there.
  private var places: [Int: Place] = [:]

  private struct Place {
    let root: StoredVersion
    var deal: Deal
  }

  /// - Parameters:
  ///   - entry: Of the version that is put right.
  ///   - file: A whole deal file, or an amendment of what the deal was before the version.
  ///   - documents: Gives the files that the ledger holds, by their hashes.
  /// - Throws: `CorrectionProblem`, `RecordProblem` or the faults of the file; the faults of an
  ///   amendment that cannot follow the correction.
  init(
    of entry: Int, in deal: DealID, by file: DealFileBatch.File, reason: String, book: Book,
    documents: (String) throws -> Document
  ) throws {
    guard let timeline = book.deal(deal) else {
      throw CommandProblem.unknownDeal(
        deal.text, nearest: nearestName(to: deal.text, among: book.deals.map(\.id.text)))
    }
    guard let corrected = timeline.candidates.first(where: { $0.entry == entry }) else {
      throw Diagnostics([RecordProblem.notAVersion(deal, entry: entry, file: file.path)])
    }
    self.book = book
    self.timeline = timeline
    self.corrected = corrected
    self.reason = reason
    parties = try PartyRegister(book.parties)
    sites = try SiteRegister(book.sites, parties: parties)
    let document = Document(name: file.path, bytes: file.bytes)
    if let other = timeline.candidates.first(where: { $0.change.corrects == entry }) {
      guard other.documentHash == document.hash else {
        throw Diagnostics([
          RecordProblem.correctedAlready(deal, entry: entry, by: other.entry, file: file.path)
        ])
      }
      records = [try record(other.restored(), of: entry, by: document, reason: reason)]
      return
    }
    for version in timeline.standing {
      let root = timeline.root(of: version)
      places[root.entry] = Place(root: root, deal: try version.restored())
    }
    try correct(by: document)
    try carryForward(documents)
  }

  /// Adds the version as the file has it.
  private mutating func correct(by document: Document) throws {
    let contents = try DealFileReader().read(bytes: document.bytes, file: document.name)
    guard contents.dealID == timeline.id else {
      throw CorrectionProblem.otherDeal(
        expected: timeline.id, found: contents.dealID, file: document.name)
    }
    let root = timeline.root(of: corrected)
    let base = base(of: root)
    guard let deal = try contents.deal(amending: base, parties: parties, sites: sites) else {
      throw CorrectionProblem.wholeDealNeeded(entry: corrected.entry, file: document.name)
    }
    if let before = places[root.entry]?.deal, deal.hasWords(of: before) {
      throw CorrectionProblem.changesNothing(entry: corrected.entry, file: document.name)
    }
    if let problem = ProjectionCheck.problem(
      of: deal, in: document.name, book.indexSeries,
      amending: places.filter { $0.key != root.entry }.sorted { $0.key < $1.key }.map(\.value.deal))
    {
      throw Diagnostics([problem])
    }
    places[root.entry] = Place(root: root, deal: deal)
    records.append(
      try record(
        deal, of: corrected.entry, by: document, name: contents.amendment?.name, reason: reason))
  }

  /// Puts every later amendment into what now stands before it, and adds those that come out
  /// otherwise.
  private mutating func carryForward(_ documents: (String) throws -> Document) throws {
    let known = records.map(\.known).max() ?? .earliest
    let later = timeline.standing
      .map { (version: $0, root: timeline.root(of: $0)) }
      .filter { $0.root.entry > timeline.root(of: corrected).entry }
      .sorted { $0.root.entry < $1.root.entry }
    for (version, root) in later {
      guard let hash = version.documentHash, let before = places[root.entry]?.deal else { continue }
      let document = try documents(hash)
      let name = version.fileName ?? document.name
      let contents = try DealFileReader().read(bytes: document.bytes, file: name)
      guard contents.amendment != nil,
        let deal = try contents.deal(amending: base(of: root), parties: parties, sites: sites),
        !deal.hasWords(of: before)
      else { continue }
      places[root.entry] = Place(root: root, deal: deal)
      records.append(
        try record(
          deal, of: version.entry, by: Document(name: name, bytes: document.bytes),
          name: version.name, known: max(version.known, known),
          reason: "carried forward from the correction of entry \(corrected.entry): \(reason)"))
    }
  }

  /// What stands before a version: of those recorded and known before it the one known last.
  private func base(of root: StoredVersion) -> Deal? {
    places.values
      .filter { $0.root.entry < root.entry && $0.root.known <= root.known }
      .max { ($0.root.known, $0.root.entry) < ($1.root.known, $1.root.entry) }?.deal
  }

  private func record(
    _ deal: Deal, of entry: Int, by document: Document, name: String? = nil,
    known: CalendarDate? = nil, reason: String
  ) throws -> VersionRecord {
    VersionRecord(
      deal, change: .correction(of: entry), known: known, name: name, reason: reason,
      document: document, derived: DerivedFigures(of: deal, series: book.indexSeries))
  }
}

/// Why a file does not correct a version of a deal.
enum CorrectionProblem: Diagnostic {
  case otherDeal(expected: DealID, found: DealID?, file: String)
  /// An amendment where nothing is before the version that it would be put into.
  case wholeDealNeeded(entry: Int, file: String)
  case changesNothing(entry: Int, file: String)

  var code: String {
    switch self {
    case .otherDeal: "correct.other-deal"
    case .wholeDealNeeded: "correct.whole-deal-needed"
    case .changesNothing: "correct.changes-nothing"
    }
  }

  var problem: String {
    switch self {
    case .otherDeal(let expected, let found, _):
      "the file is of \(found?.text ?? "no deal"), and the entry is of \(expected)"
    case .wholeDealNeeded(let entry, _):
      "entry \(entry) is the first version of the deal, which no amendment can stand in for"
    case .changesNothing(let entry, _): "the file says what entry \(entry) says already"
    }
  }

  var location: DiagnosticLocation {
    switch self {
    case .otherDeal(_, _, let file), .wholeDealNeeded(_, let file), .changesNothing(_, let file):
      DiagnosticLocation(file: file)
    }
  }

  var remedy: String {
    switch self {
    case .otherDeal(let expected, _, _): "write \(expected) as its deal, or name the other deal"
    case .wholeDealNeeded: "give the whole deal file, put right"
    case .changesNothing: "put the mistake right in the file, or leave the entry as it is"
    }
  }
}
