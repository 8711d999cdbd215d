import FinanceBasics
import LeaseModel
import LedgerStore
import Reports

extension LedgerReading {
  /// Two versions of a deal, in the order asked for.
  ///
  /// - Throws: `deal.unknown`; `version.unknown`, `version.single`.
  func versions(
    of deal: String, _ choices: [VersionChoice]
  ) throws -> (HistoryReport.Version, HistoryReport.Version) {
    try reading { ledger in
      let all = try ledger.history(of: try known(deal, in: ledger))
      let chosen = try choices.map { choice in
        guard let version = try version(choice, of: DealID(deal), among: all, in: ledger) else {
          throw VersionProblem.unknown(subject: deal, choice, count: all.count)
        }
        return version
      }
      let pair = try Self.pair(chosen, among: all, of: deal) { last in
        last.change.corrects.flatMap { entry in all.first { $0.entry == entry } }
      }
      return (HistoryReport.Version(pair.0), HistoryReport.Version(pair.1))
    }
  }

  /// Two versions of a series, in the order asked for.
  ///
  /// - Throws: `series.unknown`; `version.unknown`, `version.single`.
  func seriesVersions(
    of series: String, _ choices: [VersionChoice]
  ) throws -> (ReportedSeries, ReportedSeries) {
    try reading { ledger in
      _ = try ledger.snapshot().version(ofSeries: series)
      let all = try ledger.seriesHistory().filter { $0.id.text == series }
        .sorted { $0.entry < $1.entry }
      let chosen = try choices.map { choice in
        guard let version = try version(choice, ofSeries: series, among: all, in: ledger) else {
          throw VersionProblem.unknown(subject: series, choice, count: all.count)
        }
        return version
      }
      let pair = try Self.pair(chosen, among: all, of: series) { _ in nil }
      return (ReportedSeries(pair.0), ReportedSeries(pair.1))
    }
  }

  /// The two versions that are compared where fewer than two are named.
  private static func pair<Version>(
    _ chosen: [Version], among all: [Version], of subject: String,
    corrected: (Version) -> Version?
  ) throws -> (Version, Version) {
    if chosen.count == 2 { return (chosen[0], chosen[1]) }
    guard all.count > 1, let last = all.last else {
      throw VersionProblem.single(subject: subject)
    }
    if let first = chosen.first { return (first, last) }
    return (corrected(last) ?? all[all.count - 2], last)
  }

  /// - Throws: `deal.unknown`, with the nearest id.
  func known(_ deal: String, in ledger: Ledger) throws -> DealID {
    do {
      _ = try ledger.history(of: DealID(deal))
      return DealID(deal)
    } catch QueryProblem.noSuchDeal(_, let nearest) {
      throw CommandProblem.unknownDeal(deal, nearest: nearest)
    }
  }

  private func version(
    _ choice: VersionChoice, of deal: DealID, among all: [StoredVersion], in ledger: Ledger
  ) throws -> StoredVersion? {
    switch choice {
    case .number(let number): return all.first { $0.number == number }
    case .entry(let entry): return all.first { $0.entry == entry }
    case .known(let day):
      return try ledger.snapshot(AsOf(knownOn: day), of: [deal]).deal(deal)?.inForce
    case .effective(let day):
      return try ledger.snapshot(AsOf(effectiveOn: day), of: [deal]).deal(deal)?.inForce
    }
  }

  private func version(
    _ choice: VersionChoice, ofSeries id: String, among all: [SeriesVersion], in ledger: Ledger
  ) throws -> SeriesVersion? {
    let asOf: AsOf
    switch choice {
    case .number(let number): return all.first { $0.number == number }
    case .entry(let entry): return all.first { $0.entry == entry }
    case .known(let day): asOf = AsOf(knownOn: day)
    case .effective(let day): asOf = AsOf(effectiveOn: day)
    }
    return try ledger.snapshot(asOf, of: []).series.first { $0.id.text == id }
  }
}

extension HistoryReport.Version {
  init(_ version: StoredVersion) {
    self.init(
      entry: version.entry, number: version.number, change: version.change.name,
      corrects: version.change.corrects, name: version.name, reason: version.reason,
      effective: version.effective, known: version.known,
      recorded: version.recordedAt.description, file: version.fileName, hash: version.hash,
      fields: version.fields)
  }
}

/// Why two versions cannot be compared.
enum VersionProblem: Diagnostic {
  case unknown(subject: String, VersionChoice, count: Int)
  case single(subject: String)

  var code: String {
    switch self {
    case .unknown: "version.unknown"
    case .single: "version.single"
    }
  }

  var problem: String {
    switch self {
    case .unknown(let subject, let choice, let count):
      "\(subject) has no \(choice.noun); it has \(count) \(count == 1 ? "version" : "versions")"
    case .single(let subject): "\(subject) has one version, which differs from no other"
    }
  }

  var location: DiagnosticLocation {
    switch self {
    case .unknown(let subject, _, _), .single(let subject): DiagnosticLocation(field: subject)
    }
  }

  var remedy: String {
    switch self {
    case .unknown: "take a version that `leasebook history` lists"
    case .single: "see it whole with `leasebook show`"
    }
  }

  var kind: DiagnosticKind { .missingInput }
}

extension VersionChoice {
  fileprivate var noun: String {
    switch self {
    case .number, .entry: description
    case .known, .effective: "version that is \(description)"
    }
  }
}
