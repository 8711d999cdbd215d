import FinanceBasics
import Interchange
import LeaseModel
import LedgerStore

/// What the correction of a version records: the version put right, and what the later amendments of
/// the deal make of its terms once they are put into it.
struct CorrectionPlan {
  /// The correction first, then what it changes in other versions: amendment by amendment in the order
  /// in which they became known.
  private(set) var records: [VersionRecord] = []

  private let book: Book
  private let timeline: DealTimeline
  private let reason: String
  private let entry: Int
  private let parties: PartyRegister
  private let sites: SiteRegister
  /// The terms over time as the amendments so far leave them.
  private var terms = TermsOverTime()
  /// The effective days of versions that were made anew: what amends them further is made anew too,
  /// so that it goes on to hold.
  private var remadeDays: Set<CalendarDate> = []

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
    self.entry = entry
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
      records = [
        try record(other.restored(), of: entry, by: document, named: other.name, reason: reason)
      ]
      return
    }
    let contents = try DealFileReader().read(bytes: document.bytes, file: document.name)
    guard contents.dealID == deal else {
      throw CorrectionProblem.otherDeal(
        expected: deal, found: contents.dealID, file: document.name)
    }
    var isLater = false
    let changes = try RecordedChange.all(of: timeline, with: corrected)
    for change in changes {
      if let place = change.versions.firstIndex(where: { $0.version.entry == entry }) {
        guard place == 0 else {
          throw CorrectionProblem.putIntoLater(
            entry: entry, of: change.versions[0].version.entry, day: corrected.effective,
            file: document.name)
        }
        let others = changes.flatMap(\.versions).filter { version in
          !change.versions.contains { $0.version.entry == version.version.entry }
        }
        try correct(change, by: contents, beside: others.compactMap(\.deal))
        isLater = true
      } else if isLater, let held = try change.file(documents) {
        try remake(change, by: held)
      } else {
        for version in change.versions { try put(version, documents) }
      }
    }
  }
}

/// The correction itself, and what follows from it.
extension CorrectionPlan {
  /// - Parameter others: The versions of the deal that other files made.
  private mutating func correct(
    _ change: RecordedChange, by contents: FileContents, beside others: [Deal]
  ) throws {
    let version = change.versions[0].version
    let base = contents.amendment?.effective.flatMap { terms.inForce(on: $0)?.deal }
    guard let deal = try contents.deal(amending: base, parties: parties, sites: sites) else {
      throw CorrectionProblem.wholeDealNeeded(entry: entry, file: contents.file)
    }
    if let before = change.versions[0].deal, deal.hasWords(of: before) {
      throw CorrectionProblem.changesNothing(entry: entry, file: contents.file)
    }
    if let problem = ProjectionCheck.problem(
      of: deal, in: contents.file, book.indexSeries, amending: others)
    {
      throw Diagnostics([problem])
    }
    records.append(
      try record(
        deal, of: version.entry, by: Document(contents), named: contents.amendment?.name,
        reason: reason))
    remadeDays.insert(deal.effective)
    try remake(change, by: contents)
  }

  /// Makes what a change makes of the terms anew, and adds what comes out otherwise.
  private mutating func remake(_ change: RecordedChange, by contents: FileContents) throws {
    let before = terms
    let own = change.versions[0]
    // Of the versions of one day the last one holds.
    var left = change.versions.enumerated().filter { place, version in
      place == 0
        || !change.versions[(place + 1)...].contains {
          $0.version.effective == version.version.effective
        }
    }.map(\.element)
    for (place, deal) in try results(of: contents, own).enumerated() {
      let day = deal.effective
      let isOwn = place == 0 && own.version.entry == entry
      let found = isOwn ? 0 : left.lastIndex { $0.version.effective == day }
      if let version = found.map({ left.remove(at: $0) }) ?? (place == 0 ? own : nil) {
        terms.put(step(try carry(deal, of: version, by: contents), contents))
      } else {
        terms.put(step(deal, contents))
        records.append(
          VersionRecord(
            deal, change: .amendment, known: max(deal.announced.last, known),
            name: contents.amendment?.name, reason: contents.amendment?.reason,
            document: Document(contents),
            derived: DerivedFigures(of: deal, series: book.indexSeries)))
        remadeDays.insert(day)
      }
    }
    // What the change made of terms that it no longer bites in goes back to what holds without it.
    for version in left where version.version.entry != own.version.entry {
      guard let under = terms.inForce(on: version.root.effective) ?? before.inForce(on: .latest),
        let held = try under.file?()
      else { continue }
      _ = try carry(under.deal, of: version, by: held)
    }
  }

  /// Adds a version as it is made now, where it was otherwise or what is below it was made anew.
  ///
  /// - Returns: The version as it stands then.
  private mutating func carry(
    _ deal: Deal, of version: RecordedChange.Version, by contents: FileContents
  ) throws -> Deal {
    let entry = version.version.entry
    guard entry != self.entry else { return deal }
    if let before = version.deal, deal.hasWords(of: before), !remadeDays.contains(deal.effective) {
      return before
    }
    records.append(
      try record(
        deal, of: entry, by: Document(contents), named: contents.amendment?.name,
        known: max(version.version.known, known),
        reason: "carried forward from the correction of entry \(self.entry): \(reason)"))
    remadeDays.insert(deal.effective)
    return deal
  }

  /// What a file makes of the terms: an amendment from its own day on, and of those that come into
  /// force later; a whole deal is what it is.
  private func results(
    of contents: FileContents, _ own: RecordedChange.Version
  ) throws -> [Deal] {
    guard let day = contents.amendment?.effective else {
      if own.version.entry != entry { return own.deal.map { [$0] } ?? [] }
      return try contents.deal(amending: nil, parties: parties, sites: sites).map { [$0] } ?? []
    }
    return try ([day] + terms.after(day).map(\.deal.effective)).compactMap { day in
      try contents.deal(
        amending: terms.inForce(on: day)?.deal, from: day, parties: parties, sites: sites)
    }
  }

  /// When the correction became known.
  private var known: CalendarDate { records.first?.known ?? .earliest }

  /// Puts a version as it is recorded.
  private mutating func put(
    _ version: RecordedChange.Version, _ documents: (String) throws -> Document
  ) throws {
    guard let deal = version.deal else { return }
    guard let file = try version.file(documents) else {
      terms.put(KnownVersion(deal))
      return
    }
    terms.put(step(deal, file))
  }

  private func step(_ deal: Deal, _ contents: FileContents) -> KnownVersion {
    KnownVersion(deal, file: { contents })
  }

  private func record(
    _ deal: Deal, of entry: Int, by document: Document, named name: String?,
    known: CalendarDate? = nil, reason: String
  ) throws -> VersionRecord {
    VersionRecord(
      deal, change: .correction(of: entry), known: known, name: name, reason: reason,
      document: document, derived: DerivedFigures(of: deal, series: book.indexSeries))
  }
}

extension Document {
  fileprivate init(_ contents: FileContents) {
    self.init(name: contents.file, bytes: contents.bytes)
  }
}

/// Why a file does not correct a version of a deal.
enum CorrectionProblem: Diagnostic {
  case otherDeal(expected: DealID, found: DealID?, file: String)
  /// An amendment where nothing is before the version that it would be put into.
  case wholeDealNeeded(entry: Int, file: String)
  case changesNothing(entry: Int, file: String)
  /// The version is what another one's amendment makes of terms that come into force later.
  case putIntoLater(entry: Int, of: Int, day: CalendarDate, file: String)

  var code: String {
    switch self {
    case .otherDeal: "correct.other-deal"
    case .wholeDealNeeded: "correct.whole-deal-needed"
    case .changesNothing: "correct.changes-nothing"
    case .putIntoLater: "correct.put-into-later"
    }
  }

  var problem: String {
    switch self {
    case .otherDeal(let expected, let found, _):
      "the file is of \(found?.text ?? "no deal"), and the entry is of \(expected)"
    case .wholeDealNeeded(let entry, _):
      "entry \(entry) is the first version of the deal, which no amendment can stand in for"
    case .changesNothing(let entry, _): "the file says what entry \(entry) says already"
    case .putIntoLater(let entry, let own, let day, _):
      "entry \(entry) is the amendment of entry \(own), put into the terms from \(day) on"
    }
  }

  var location: DiagnosticLocation {
    switch self {
    case .otherDeal(_, _, let file), .wholeDealNeeded(_, let file), .changesNothing(_, let file),
      .putIntoLater(_, _, _, let file):
      DiagnosticLocation(file: file)
    }
  }

  var remedy: String {
    switch self {
    case .otherDeal(let expected, _, _): "write \(expected) as its deal, or name the other deal"
    case .wholeDealNeeded: "give the whole deal file, put right"
    case .changesNothing: "put the mistake right in the file, or leave the entry as it is"
    case .putIntoLater(_, let own, _, _):
      "correct entry \(own); what it makes of later terms follows"
    }
  }
}
