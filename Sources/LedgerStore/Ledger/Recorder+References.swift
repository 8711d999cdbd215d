import FinanceBasics
import GRDB
import LeaseModel

extension Recorder {
  /// The ids that entries may refer to, and what is wrong with one that refers to others.
  struct References {
    private var parties: Set<String>
    private var sites: Set<String>
    /// With those that come later in the same recording, which a parent or a campus may be.
    private var announcedParties: Set<String> = []
    private var announcedSites: Set<String> = []
    private let database: Database

    init(_ database: Database) throws {
      self.database = database
      parties = try String.fetchSet(database, sql: "SELECT party FROM party")
      sites = try String.fetchSet(database, sql: "SELECT site FROM site")
    }

    mutating func announce(_ entries: [NewEntry]) {
      announcedParties = parties.union(entries.lazy.filter { $0.kind == .party }.map(\.subject))
      announcedSites = sites.union(entries.lazy.filter { $0.kind == .site }.map(\.subject))
    }

    mutating func add(_ entry: NewEntry) {
      switch entry {
      case .party(let record): parties.insert(record.party.id.text)
      case .site(let record): sites.insert(record.site.id.text)
      case .series, .deal, .scenario, .voucher, .run: break
      }
    }

    /// - Parameter versions: Of the entry's subject, in the order of recording.
    func problems(of entry: NewEntry, versions: [RecordedVersion]) -> [RecordProblem] {
      guard case .deal(let record) = entry else {
        return problems(ofRegistered: entry, versions: versions)
      }
      if let problem = misplacement(of: record, among: versions) { return [problem] }
      guard let terms = record.statement?.terms else { return [] }
      let file = record.document?.name
      let parties = [
        ("landlord", terms.landlord?.value), ("tenant", terms.tenant?.value),
        ("end user", terms.endUser?.value),
      ]
      let periods = terms.periods.map { ("tenant", $0.tenant?.value) }
      let guarantors = (terms.creditSupport + terms.periods.flatMap(\.creditSupport))
        .map { ("guarantor", $0.guarantor?.value) }
      let sites =
        [("site", terms.site?.value)] + terms.halls.map { ("site of a hall", $0.site?.value) }
      return (parties + periods + guarantors).compactMap { role, party in
        guard let party, !self.parties.contains(party.text) else { return nil }
        return .partyUnknown(
          party, role: role, subject: record.deal.text,
          nearest: nearestName(to: party.text, among: self.parties.sorted()), file: file)
      }
        + sites.compactMap { role, site in
          guard let site, !self.sites.contains(site.text) else { return nil }
          return .siteUnknown(
            site, role: role, subject: record.deal.text,
            nearest: nearestName(to: site.text, among: self.sites.sorted()), file: file)
        }
    }

    /// Of a party or a site, whose references SQLite would check only at the end, and of a series.
    private func problems(
      ofRegistered entry: NewEntry, versions: [RecordedVersion]
    ) -> [RecordProblem] {
      let file = entry.document?.name
      func unknown(_ party: PartyID?, as role: String) -> RecordProblem? {
        guard let party, !announcedParties.contains(party.text) else { return nil }
        return .partyUnknown(
          party, role: role, subject: entry.subject,
          nearest: nearestName(to: party.text, among: announcedParties.sorted()), file: file)
      }
      switch entry {
      case .party(let record):
        return [unknown(record.party.parent, as: "parent")].compactMap { $0 }
      case .site(let record):
        let landlord = unknown(record.site.landlord, as: "landlord")
        guard let campus = record.site.campus, !announcedSites.contains(campus.text) else {
          return [landlord].compactMap { $0 }
        }
        let problem = RecordProblem.siteUnknown(
          campus, role: "campus", subject: entry.subject,
          nearest: nearestName(to: campus.text, among: announcedSites.sorted()), file: file)
        return [landlord, problem].compactMap { $0 }
      case .series(let record):
        let same = versions.last {
          $0.known == record.known.description && $0.effective == record.effective.description
        }
        return [same].compactMap { $0 }.map { version in
          .seriesExists(
            record.series.id, known: record.known, entry: version.sequence, file: file)
        }
      case .deal, .scenario, .voucher, .run: return []
      }
    }

    /// Whether a version may follow the ones that are there.
    private func misplacement(
      of record: VersionRecord, among versions: [RecordedVersion]
    ) -> RecordProblem? {
      let file = record.document?.name
      if record.change == .original {
        return versions.last.map {
          .dealExists(record.deal, entry: $0.sequence, file: file)
        }
      }
      guard !versions.isEmpty else {
        let deals = try? String.fetchAll(database, sql: "SELECT deal FROM deal ORDER BY deal")
        return .dealUnknown(
          record.deal, change: record.change.name,
          nearest: nearestName(to: record.deal.text, among: deals ?? []), file: file)
      }
      guard let corrected = record.change.corrects else { return nil }
      guard versions.contains(where: { $0.sequence == corrected }) else {
        return .notAVersion(record.deal, entry: corrected, file: file)
      }
      return versions.first { $0.corrects == corrected }.map {
        .correctedAlready(record.deal, entry: corrected, by: $0.sequence, file: file)
      }
    }
  }
}
