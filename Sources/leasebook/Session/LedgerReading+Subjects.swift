import FinanceBasics
import Interchange
import LeaseModel
import LedgerStore
import Reports

extension LedgerReading {
  /// The versions of a thing that were known, in force and recorded by then, as recorded in order.
  ///
  /// - Parameter kind: What the name is of; `nil` where the first kind that has it is meant.
  /// - Throws: `name.unknown`, with the nearest name.
  func history(
    of name: String, _ kind: SubjectKind?, _ asOf: AsOfOptions, in view: LedgerView
  ) throws -> HistoryReport {
    try view.reading { ledger, _ in
      let subject = try subject(name, kind, in: ledger)
      let versions = subject.versions.filter { version in
        asOf.includes(version.known, version.effective, entry: version.entry)
      }
      view.log?.note(entries: versions.map(\.entry))
      return HistoryReport(
        of: name, versions.map(\.reported), listsFirst: subject.kind != .deal)
    }
  }

  /// Two versions of a thing, field by field, or of a series value by value.
  ///
  /// - Throws: `name.unknown`; `version.unknown`, `version.single`.
  func difference(
    of name: String, _ kind: SubjectKind?, _ choices: [VersionChoice]
  ) throws -> VersionDifference {
    try reading { ledger in
      let subject = try subject(name, kind, in: ledger)
      let (before, after) = try subject.pair(choices, in: ledger)
      if let first = before.series, let second = after.series {
        return .values(SeriesDiffReport(ReportedSeries(first), ReportedSeries(second)))
      }
      return .fields(
        DiffReport(
          of: name, kind: subject.kind.rawValue, before.reported, after.reported,
          hasBasis: subject.kind == .deal))
    }
  }

  /// The versions of what has a name.
  private func subject(
    _ name: String, _ kind: SubjectKind?, in ledger: Ledger
  ) throws -> RecordedSubject {
    let kinds = kind.map { [$0] } ?? SubjectKind.allCases
    for kind in kinds {
      let versions = try versions(of: name, kind, in: ledger)
      guard versions.isEmpty else {
        return RecordedSubject(name: name, kind: kind, versions: versions)
      }
    }
    let names = try kinds.flatMap { try Self.names(of: $0, in: ledger) }
    throw CommandProblem.unknownSubject(
      name, kind: kind, nearest: nearestName(to: name, among: names))
  }

  private func versions(
    of name: String, _ kind: SubjectKind, in ledger: Ledger
  ) throws -> [RecordedSubject.Version] {
    switch kind {
    case .deal:
      guard try !ledger.snapshot(AsOf(), of: [DealID(name)]).deals.isEmpty else { return [] }
      return try ledger.history(of: DealID(name)).map { .init($0) }
    case .party:
      return try ledger.partyHistory().filter { $0.thing.id.text == name }
        .map { .init($0, kind, $0.thing.facts) }
    case .site:
      return try ledger.siteHistory().filter { $0.thing.id.text == name }
        .map { .init($0, kind, $0.thing.facts) }
    case .series:
      return try ledger.seriesHistory().filter { $0.id.text == name }
        .sorted { $0.entry < $1.entry }.map { .init($0) }
    case .scenario:
      return try ledger.scenarioHistory().filter { $0.id.text == name }.map { version in
        let file = version.document
        return .init(version, try ScenarioFileReader().read(bytes: file.bytes, file: file.name))
      }
    }
  }

  private static func names(of kind: SubjectKind, in ledger: Ledger) throws -> [String] {
    let book = try ledger.snapshot()
    return switch kind {
    case .deal: book.deals.map(\.id.text)
    case .party: book.parties.map(\.id.text)
    case .site: book.sites.map(\.id.text)
    case .series: book.series.map(\.id.text)
    case .scenario: book.scenarios.map(\.id.text)
    }
  }
}

/// What differs between two versions, as it is printed.
enum VersionDifference {
  case fields(DiffReport)
  case values(SeriesDiffReport)

  /// A line a field or a value.
  var jsonLines: String {
    switch self {
    case .fields(let report): report.jsonLines
    case .values(let report): Reports.jsonLines(report.rendered(as: .json, style: TextStyle()))
    }
  }

  func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch self {
    case .fields(let report): report.rendered(as: format, style: style)
    case .values(let report): report.rendered(as: format, style: style)
    }
  }
}
