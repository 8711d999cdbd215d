public import FinanceBasics
public import LeaseModel

/// The versions of a deal, a party, a site, a series or a scenario in the order in which they were
/// recorded, and what each changed.
public struct HistoryReport: TabularReport {
  let subject: String
  let versions: [Version]
  /// Whether the fields of the first version are listed: a deal has too many.
  let listsFirst: Bool

  /// One recorded version, with its three dates.
  public struct Version: Sendable {
    /// The number in the ledger.
    public let entry: Int
    let number: Int
    let change: String
    let corrects: Int?
    let name: String?
    let reason: String?
    let source: String?
    let effective: CalendarDate
    let known: CalendarDate
    let recorded: String
    let file: String?
    let hash: String
    let fields: [DealField]

    /// - Parameters:
    ///   - entry: The number in the ledger, by which `--recorded-by` selects.
    ///   - number: Among the deal's versions, from 1 in the order of recording.
    ///   - corrects: The entry that a correction stands in for.
    ///   - source: What stands behind the version as a whole, by its id.
    ///   - recorded: An instant in UTC.
    ///   - hash: The entry's link in the chain.
    public init(
      entry: Int, number: Int, change: String, corrects: Int? = nil, name: String?,
      reason: String?, source: String?, effective: CalendarDate, known: CalendarDate,
      recorded: String,
      file: String?, hash: String, fields: [DealField]
    ) {
      self.entry = entry
      self.number = number
      self.change = change
      self.corrects = corrects
      self.name = name
      self.reason = reason
      self.source = source
      self.effective = effective
      self.known = known
      self.recorded = recorded
      self.file = file
      self.hash = hash
      self.fields = fields
    }
  }

  /// - Parameters:
  ///   - subject: The id of what has the versions.
  ///   - listsFirst: Whether the fields of the first version are listed.
  public init(of subject: String, _ versions: [Version], listsFirst: Bool = false) {
    self.subject = subject
    self.versions = versions
    self.listsFirst = listsFirst
  }

  /// The story, then a row a version.
  public var parts: [ReportPart] {
    [ReportPart("Versions", story, for: .people), ReportPart("Data", table, for: .programs)]
  }

  /// A line a version, for programs.
  private var table: Table {
    Table(
      columns: [
        Column("entry", "Entry", .count, isKey: true), Column("version", "Version", .count),
        Column("change", "Change", .text), Column("corrects", "Corrects", .count),
        Column("name", "Name", .text), Column("effective", "Effective", .date),
        Column("known", "Known", .date), Column("recorded", "Recorded", .text),
        Column("reason", "Reason", .text), Column("file", "File", .text),
        Column("hash", "Hash", .text), Column("source", "Source", .text),
      ],
      rows: versions.map { version in
        Row([
          .count(version.entry), .count(version.number), .text(version.change),
          version.corrects.map { .count($0) } ?? .blank, optional(version.name),
          dated(version.effective), dated(version.known), .text(version.recorded),
          optional(version.reason), optional(version.file), .text(version.hash),
          optional(version.source),
        ])
      })
  }

  private func optional(_ text: String?) -> Value { text.map { .text($0) } ?? .blank }

  /// A section a version: its dates, then the fields that it set, changed or took away.
  private var story: PropertyReport {
    PropertyReport(
      title: "History of \(subject)",
      sections: versions.enumerated().map { index, version in
        PropertyReport.Section(
          heading: "Entry \(version.entry): \(version.name ?? version.change)",
          entries: version.dates + changes(of: version, at: index))
      },
      footnotes: ["\(versions.count) \(versions.count == 1 ? "version" : "versions")"])
  }

  /// The fields outside the head that a version changes. A withdrawal says nothing of fields.
  private func changes(of version: Version, at index: Int) -> [PropertyReport.Entry] {
    let first: [DealField]? = listsFirst ? [] : nil
    guard !version.fields.isEmpty,
      let before = version.base(among: versions[..<index])?.fields ?? first
    else { return [] }
    return [FieldChange].between(before, version.fields)
      .filter { $0.block != .head && $0.isOfValue }
      .map { change in
        let place = change.block == .announcedFigures ? "announcedFigures." : ""
        return PropertyReport.Entry(
          change.path, change.kind.rawValue, .text(place + change.sentence), kind: .text)
      }
  }
}

extension HistoryReport.Version {
  /// The version that this one changes: the one that it corrects, else of those recorded before it
  /// and known by then the one in force on its effective day.
  ///
  /// - Parameter earlier: In the order of recording.
  public func base(among earlier: some Sequence<HistoryReport.Version>) -> HistoryReport.Version? {
    let stated = earlier.filter { !$0.fields.isEmpty || $0.entry == corrects }
    if let corrected = stated.first(where: { $0.entry == corrects }) { return corrected }
    let inForce = stated.filter { $0.known <= known && $0.effective <= effective }
    return inForce.max { left, right in
      (left.effective, left.known, left.entry) < (right.effective, right.known, right.entry)
    } ?? stated.last
  }
  /// What it does to the deal, its three dates, why, and from which file.
  var dates: [PropertyReport.Entry] {
    var entries = [PropertyReport.Entry("change", "change", .text(words))]
    for (name, date) in [("effective", effective), ("known", known)] where date != .earliest {
      entries.append(PropertyReport.Entry(name, name, .date(date)))
    }
    entries.append(PropertyReport.Entry("recorded", "recorded", .text(recorded)))
    for (name, text) in [("reason", reason), ("source", source), ("file", file)] {
      guard let text else { continue }
      entries.append(PropertyReport.Entry(name, name, .text(text), kind: .text))
    }
    return entries
  }

  private var words: String {
    corrects.map { "\(change) of entry \($0)" } ?? change
  }
}

/// A day, or nothing for what holds since ever.
private func dated(_ date: CalendarDate) -> Value {
  date == .earliest ? .blank : .date(date)
}
