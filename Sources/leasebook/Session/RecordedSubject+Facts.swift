import FinanceBasics
import LeaseModel
import LedgerStore
import Reports

extension RecordedSubject.Version {
  /// A version of a deal.
  init(_ version: StoredVersion) {
    self.init(
      entry: version.entry, number: version.number, effective: version.effective,
      known: version.known, corrects: version.change.corrects,
      reported: HistoryReport.Version(
        entry: version.entry, number: version.number, change: version.change.name,
        corrects: version.change.corrects, name: version.name, reason: version.reason,
        source: version.source?.text, effective: version.effective, known: version.known,
        recorded: version.recordedAt.description, file: version.fileName, hash: version.hash,
        fields: version.fields), series: nil)
  }

  /// A version of a party or a site.
  init<Thing>(_ version: RegisteredVersion<Thing>, _ kind: SubjectKind, _ facts: [Fact]) {
    self.init(
      entry: version.entry, number: version.number, effective: version.effective,
      known: version.known, corrects: nil,
      reported: HistoryReport.Version(
        entry: version.entry, number: version.number, change: kind.rawValue,
        name: facts.first?.text, reason: version.reason, source: Self.names(of: version.sources),
        effective: version.effective, known: version.known,
        recorded: version.recordedAt.description, file: version.fileName, hash: version.hash,
        fields: facts.fields), series: nil)
  }

  /// A version of a series, with what is said of its values.
  init(_ version: SeriesVersion) {
    let heading = version.series.heading
    let facts = [
      Fact("name", heading.name), Fact("kind", heading.kind.rawValue), Fact("unit", heading.unit),
      Fact("frequency", heading.frequency.rawValue),
      Fact("values", "\(version.series.rows.count { $0.value != nil })"),
      Fact("first", version.series.rows.first?.period.description),
      Fact("last", version.series.rows.last?.period.description), Fact("note", heading.note),
    ]
    self.init(
      entry: version.entry, number: version.number, effective: version.effective,
      known: version.known, corrects: nil,
      reported: HistoryReport.Version(
        entry: version.entry, number: version.number, change: SubjectKind.series.rawValue,
        name: heading.name, reason: nil, source: Self.names(of: heading.sources),
        effective: version.effective, known: version.known,
        recorded: version.recordedAt.description, file: version.fileName, hash: version.hash,
        fields: facts.fields), series: version)
  }

  /// A version of a scenario, with every change that it makes.
  init(_ version: StoredScenario, _ scenario: Scenario) {
    let facts =
      [Fact("name", scenario.name), Fact("note", scenario.note)]
      + scenario.leaves.map { leaf in
        Fact((leaf.deal.map { "deals.\($0)." } ?? "") + leaf.path, leaf.text)
      }
    self.init(
      entry: version.entry, number: version.number, effective: version.effective,
      known: version.known, corrects: nil,
      reported: HistoryReport.Version(
        entry: version.entry, number: version.number, change: SubjectKind.scenario.rawValue,
        name: version.name, reason: version.reason,
        source: Self.names(of: scenario.announcement?.sources ?? []),
        effective: version.effective, known: version.known,
        recorded: version.recordedAt.description, file: version.document.name,
        hash: version.hash, fields: facts.fields), series: nil)
  }

  private static func names(of sources: [Source]) -> String? {
    sources.isEmpty ? nil : sources.map(\.id.text).joined(separator: ", ")
  }

  /// One fact by its key in the file.
  struct Fact {
    let key: String
    let text: String?

    init(_ key: String, _ text: String?) {
      self.key = key
      self.text = text
    }
  }
}

extension [RecordedSubject.Version.Fact] {
  /// The facts that are known as fields.
  fileprivate var fields: [DealField] {
    compactMap { fact in
      fact.text.map {
        DealField(
          block: .terms, path: FieldPath(parsing: fact.key) ?? FieldPath.root.key(fact.key),
          text: $0, line: 0, column: 0)
      }
    }
  }
}

extension Party {
  /// What a file of parties says of it, the name first.
  var facts: [RecordedSubject.Version.Fact] {
    [
      .init("name", name),
      .init("aliases", aliases.isEmpty ? nil : aliases.joined(separator: ", ")),
      .init("ticker", ticker), .init("shares", shares.map { "\($0)" }),
      .init("parent", parent?.text), .init("role", role), .init("note", note),
    ]
  }
}

extension Site {
  /// What a file of sites says of it, the name first.
  var facts: [RecordedSubject.Version.Fact] {
    [
      .init("name", name), .init("locality", locality), .init("region", region),
      .init("country", country), .init("landlord", landlord?.text), .init("campus", campus?.text),
      .init("powerMarket", powerMarket), .init("note", note),
    ]
  }
}
