import FinanceBasics
import LeaseModel
import LedgerStore
import Reports

/// What the ledger keeps versions of, in the order in which a name is looked up.
enum SubjectKind: String, CaseIterable {
  case deal, party, site, series, scenario

  /// The kinds in words, such as `deal, party or site`.
  static var words: String {
    let names = allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or \(names[names.count - 1])"
  }
}

/// A deal, a party, a site, a series or a scenario, with every version of it.
struct RecordedSubject {
  let name: String
  let kind: SubjectKind
  /// In the order of recording; at least one.
  let versions: [Version]

  /// A version, with the days by which it is chosen.
  struct Version {
    let entry: Int
    let number: Int
    let effective: CalendarDate
    let known: CalendarDate
    /// The entry that a correction stands in for.
    let corrects: Int?
    /// As the history and a comparison tell it.
    let reported: HistoryReport.Version
    /// Of a series, with its values.
    let series: SeriesVersion?
  }

  /// The version that a choice names; `nil` where there is none.
  ///
  /// Of parties, sites, series and scenarios the rule of the book holds: of those known by the day
  /// the one with the latest effective date on or before it, or the first; of equals the one known
  /// later, then the one recorded later. Of deals the book itself is asked.
  func version(_ choice: VersionChoice, in ledger: Ledger) throws -> Version? {
    let asOf: AsOf
    switch choice {
    case .number(let number): return versions.first { $0.number == number }
    case .entry(let entry): return versions.first { $0.entry == entry }
    case .known(let day): asOf = AsOf(knownOn: day)
    case .effective(let day): asOf = AsOf(effectiveOn: day)
    }
    if kind == .deal {
      let deal = try ledger.snapshot(asOf, of: [DealID(name)]).deal(DealID(name))
      return versions.first { $0.entry == deal?.inForce?.entry }
    }
    let candidates = versions.filter { $0.known <= asOf.knownOn ?? .latest }
      .sorted { ($0.effective, $0.known, $0.entry) < ($1.effective, $1.known, $1.entry) }
    return candidates.last { $0.effective <= asOf.effectiveOn ?? .latest } ?? candidates.first
  }

  /// Two versions in the order asked for: without both the last and the one that it changes, without
  /// the second the one named and the last.
  ///
  /// - Throws: `version.unknown`, `version.single`.
  func pair(_ choices: [VersionChoice], in ledger: Ledger) throws -> (Version, Version) {
    let chosen = try choices.map { choice in
      guard let version = try version(choice, in: ledger) else {
        throw VersionProblem.unknown(subject: name, choice, count: versions.count)
      }
      return version
    }
    if chosen.count == 2 { return (chosen[0], chosen[1]) }
    guard versions.count > 1, let last = versions.last else {
      throw VersionProblem.single(subject: name)
    }
    if let first = chosen.first { return (first, last) }
    let base = last.reported.base(among: versions.dropLast().map(\.reported))
    let before = versions.last { $0.reported.entry == base?.entry }
    return (before ?? versions[versions.count - 2], last)
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
    case .single: "see it whole with `leasebook history`, of a deal with `leasebook show`"
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
