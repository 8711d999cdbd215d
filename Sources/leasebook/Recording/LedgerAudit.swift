import FinanceBasics
import Interchange
import LeaseModel
import LedgerStore
import Reports

/// Reads every document of a ledger again, derives every figure again, and compares both with what
/// the ledger has.
///
/// The ledger alone proves that nothing was changed since; this proves that what was recorded is
/// what the documents say.
struct LedgerAudit {
  /// In the order of entries.
  private(set) var faults: [VerificationListing.Fault] = []

  /// How many kept runs were asked again.
  private(set) var runCount = 0

  private let ledger: Ledger
  private var parties: [PartyID: [DatedVersion<Party>]] = [:]
  private var sites: [SiteID: [DatedVersion<Site>]] = [:]
  /// Made anew when a party or a site comes.
  private var registers: (parties: PartyRegister, sites: SiteRegister)?
  private var seriesVersions: [DataSeries] = []
  /// Made anew when a series comes.
  private var indexSeries: [String: IndexSeries]?
  private var versions: [DealID: [StoredVersion]] = [:]
  /// The file read last: definitions of one file follow each other.
  private var lastRead: (hash: String, contents: FileContents)?

  /// - Throws: `LedgerProblem` where rows cannot be read.
  init(_ ledger: Ledger) throws {
    self.ledger = ledger
    for item in try Self.items(of: ledger) {
      do {
        try check(item)
      } catch let problems as Diagnostics {
        report(item.entry, "its document is refused: \(problems.all[0].problem)")
      }
    }
    let runs = try RunAudit(ledger)
    runCount = runs.count
    faults += runs.faults
  }

  private enum Item {
    case party(RegisteredVersion<Party>)
    case site(RegisteredVersion<Site>)
    case series(SeriesVersion)
    case deal(StoredVersion)
    case scenario(StoredScenario)

    var entry: Int {
      switch self {
      case .party(let version): version.entry
      case .site(let version): version.entry
      case .series(let version): version.entry
      case .deal(let version): version.entry
      case .scenario(let version): version.entry
      }
    }
  }

  private static func items(of ledger: Ledger) throws -> [Item] {
    let deals = try ledger.snapshot().deals.flatMap(\.candidates)
    let items: [Item] =
      try ledger.partyHistory().map { .party($0) } + ledger.siteHistory().map { .site($0) }
      + ledger.seriesHistory().map { .series($0) } + deals.map { .deal($0) }
      + ledger.scenarioHistory().map { .scenario($0) }
    return items.sorted { $0.entry < $1.entry }
  }

  private mutating func check(_ item: Item) throws {
    switch item {
    case .party(let version):
      defer { parties[version.thing.id, default: []].append(version.dated) }
      registers = nil
      guard let contents = try contents(version.documentHash, version.fileName) else { return }
      let base = contents.announcement.flatMap { parties[version.thing.id]?.base(of: $0) }
      let party = contents.parties.first { $0.id == version.thing.id }?.party(amending: base)
      checkDates(of: version, contents.announcement)
      compare(
        party.map { .party(PartyRecord($0, contents.announcement)) }, version.entry,
        number: version.number)
    case .site(let version):
      defer { sites[version.thing.id, default: []].append(version.dated) }
      registers = nil
      guard let contents = try contents(version.documentHash, version.fileName) else { return }
      let base = contents.announcement.flatMap { sites[version.thing.id]?.base(of: $0) }
      let site = contents.sites.first { $0.id == version.thing.id }?.site(amending: base)
      checkDates(of: version, contents.announcement)
      compare(
        site.map { .site(SiteRecord($0, contents.announcement)) }, version.entry,
        number: version.number)
    case .series(let version): try check(version)
    case .deal(let version):
      defer { versions[version.deal, default: []].append(version) }
      try check(version)
    case .scenario(let version):
      let scenario = try ScenarioFileReader().read(
        bytes: version.document.bytes, file: version.document.name)
      checkDates(
        of: version.entry, (version.effective, version.known, version.reason),
        scenario.announcement)
      compare(
        .scenario(ScenarioRecord(scenario, document: version.document)), version.entry,
        number: version.number)
    }
  }

  /// The dates and the reason of an entry against those above the definitions of its file.
  private mutating func checkDates<Thing>(
    of version: RegisteredVersion<Thing>, _ announcement: Announcement?
  ) {
    checkDates(
      of: version.entry, (version.effective, version.known, version.reason), announcement)
  }

  private mutating func checkDates(
    of entry: Int, _ stored: (effective: CalendarDate, known: CalendarDate, reason: String?),
    _ announcement: Announcement?
  ) {
    let effective = announcement?.effective ?? .earliest
    let known = announcement?.known ?? .earliest
    if stored.effective != effective {
      report(
        entry, "it is effective on \(stored.effective), and its document says \(effective)")
    }
    if stored.known != known {
      report(entry, "it was known on \(stored.known), and its document says \(known)")
    }
    if stored.reason != announcement?.reason {
      report(entry, "its reason is not that of its document")
    }
  }

  private mutating func check(_ version: SeriesVersion) throws {
    seriesVersions.append(version.series)
    indexSeries = nil
    guard let hash = version.documentHash else { return }
    let heading = try ledger.document(hash: hash)
    let table = try ledger.document(hash: version.tableHash)
    let series = try SeriesFileReader().read(
      heading: heading.bytes, file: version.fileName ?? heading.name,
      table: TableFile(path: version.tableName, contents: .bytes(table.bytes)))
    let said = series.heading
    checkDates(
      of: version.entry, (version.effective, version.known, nil),
      Announcement(announced: said.announced, effective: said.effective ?? .earliest))
    let record = SeriesRecord(
      series, heading: heading, table: Document(name: version.tableName, bytes: table.bytes))
    compare(.series(record), version.entry, number: version.number)
  }

  private mutating func contents(_ hash: String?, _ name: String?) throws -> FileContents? {
    guard let hash else { return nil }
    if let lastRead, lastRead.hash == hash { return lastRead.contents }
    let document = try ledger.document(hash: hash)
    let contents = try DealFileReader().read(bytes: document.bytes, file: name ?? document.name)
    lastRead = (hash, contents)
    return contents
  }

  /// - Parameter entry: What the document gives; `nil` where it does not name the subject.
  private mutating func compare(_ entry: NewEntry?, _ sequence: Int, number: Int) {
    guard let entry else {
      report(sequence, "its document does not name what it is about")
      return
    }
    do {
      let found = try ledger.difference(of: entry, from: sequence, isFirst: number == 1)
      if let found { report(sequence, found) }
    } catch {
      report(sequence, "its rows cannot be read")
    }
  }

  private mutating func report(_ entry: Int, _ difference: EntryDifference) {
    let (stored, expected) = (difference.stored ?? "nothing", difference.expected ?? "nothing")
    let origin = difference.isDerived ? "its terms give" : "its document gives"
    report(
      entry, "\(difference.place) is \(stored) in the ledger, and \(origin) \(expected)",
      kind: difference.isDerived ? "verify.derived" : "verify.statement")
  }

  private mutating func report(
    _ entry: Int, _ problem: String, kind: String = "verify.statement"
  ) {
    faults.append(VerificationListing.Fault(kind: kind, entry: entry, problem: problem))
  }
}

extension LedgerAudit {
  /// A version of a deal against its file, put into any version before it where it is an amendment.
  private mutating func check(_ version: StoredVersion) throws {
    guard version.change != .withdrawal,
      let contents = try contents(version.documentHash, version.fileName)
    else { return }
    var first: EntryDifference?
    let day = laterDay(of: version, contents)
    var refusal: (any Error)?
    for base in contents.amendment == nil ? [nil] : bases(of: version) {
      let from = day ?? contents.amendment?.effective
      guard let deal = try deal(contents, base, from: from, orRefused: &refusal) else { continue }
      let known = day == nil ? deal.announced.last : max(deal.announced.last, version.known)
      if let problem = Self.datesProblem(of: version, contents, deal, known: known) {
        report(version.entry, problem)
        return
      }
      let record = VersionRecord(
        deal, change: version.change, known: version.known, name: contents.amendment?.name,
        reason: version.reason, document: nil,
        derived: DerivedFigures(of: deal, series: currentSeries()))
      let found = try ledger.difference(
        of: .deal(record), from: version.entry, isFirst: version.number == 1)
      guard let found else { return }
      first = first ?? found
    }
    if let first {
      report(version.entry, first)
    } else if let refusal {
      throw refusal
    } else {
      report(version.entry, "its document follows from no version before it")
    }
  }

  /// What an amendment may have been put into, the likeliest first.
  private func bases(of version: StoredVersion) -> [Deal?] {
    let earlier = (versions[version.deal] ?? []).filter { $0.change != .withdrawal }
    let inOrder = earlier.sorted { left, right in
      let (a, b) = (left.known <= version.known, right.known <= version.known)
      return a == b ? (left.known, left.entry) > (right.known, right.entry) : a
    }
    return inOrder.compactMap { try? $0.restored() }
  }

  /// The day from which terms that come into force after an amendment have its changes too; `nil` of
  /// the version by which it bites on its own day.
  private func laterDay(
    of version: StoredVersion, _ contents: FileContents
  ) -> CalendarDate? {
    guard let day = contents.amendment?.effective, day < version.effective else { return nil }
    let earlier = versions[version.deal] ?? []
    let hasOwn = earlier.contains {
      $0.documentHash == version.documentHash && $0.effective == day
    }
    let hasTerms = earlier.contains { $0.effective == version.effective }
    return hasOwn && hasTerms ? version.effective : nil
  }

  /// What a file makes of a base; an amendment may go into one of several, and not into others.
  private mutating func deal(
    _ contents: FileContents, _ base: Deal?, from day: CalendarDate?,
    orRefused refusal: inout (any Error)?
  ) throws -> Deal? {
    let registers = try currentRegisters()
    do throws(Diagnostics) {
      return try contents.deal(
        amending: base, from: day, parties: registers.parties, sites: registers.sites)
    } catch {
      refusal = refusal ?? error
      return nil
    }
  }

  /// What of a version's dates and reason its file says otherwise.
  private static func datesProblem(
    of version: StoredVersion, _ contents: FileContents, _ deal: Deal, known: CalendarDate
  ) -> String? {
    guard deal.id == version.deal else { return "its document is of \(deal.id)" }
    guard deal.effective == version.effective else {
      return "it is effective on \(version.effective), and its document says \(deal.effective)"
    }
    guard version.change.corrects == nil else { return nil }
    guard known == version.known else {
      return "it was known on \(version.known), and its document says \(deal.announced)"
    }
    guard contents.amendment?.reason == version.reason else {
      return "its reason is not that of its document"
    }
    return nil
  }

  private mutating func currentSeries() -> [String: IndexSeries] {
    if let indexSeries { return indexSeries }
    let series = KnownBook(series: seriesVersions).indexSeries
    indexSeries = series
    return series
  }

  private mutating func currentRegisters() throws -> (
    parties: PartyRegister, sites: SiteRegister
  ) {
    if let registers { return registers }
    let current = parties.values.compactMap { $0.current() }.sorted { $0.id < $1.id }
    let register = try PartyRegister(current)
    let places = sites.values.compactMap { $0.current() }.sorted { $0.id < $1.id }
    let made = (parties: register, sites: try SiteRegister(places, parties: register))
    registers = made
    return made
  }
}
