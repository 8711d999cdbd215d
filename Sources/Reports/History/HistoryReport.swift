public import FinanceBasics
public import LeaseModel

/// The versions of a deal in the order in which they were recorded, and what each changed.
public struct HistoryReport: Sendable {
  let deal: DealID
  let versions: [Version]

  /// One recorded version, with its three dates.
  public struct Version: Sendable {
    let entry: Int
    let change: String
    let name: String?
    let reason: String?
    let effective: CalendarDate
    let known: CalendarDate
    let recorded: String
    let file: String?
    let hash: String
    let fields: [DealField]

    /// - Parameters:
    ///   - entry: The number in the ledger, by which `--recorded-by` selects.
    ///   - recorded: An instant in UTC.
    ///   - hash: The entry's link in the chain.
    public init(
      entry: Int, change: String, name: String?, reason: String?, effective: CalendarDate,
      known: CalendarDate, recorded: String, file: String?, hash: String, fields: [DealField]
    ) {
      self.entry = entry
      self.change = change
      self.name = name
      self.reason = reason
      self.effective = effective
      self.known = known
      self.recorded = recorded
      self.file = file
      self.hash = hash
      self.fields = fields
    }
  }

  /// Takes the parts as given.
  public init(of deal: DealID, _ versions: [Version]) {
    self.deal = deal
    self.versions = versions
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: renderText(story, style: style)
    case .csv: renderCSV(table)
    case .json: renderJSON(table)
    }
  }

  /// A line a version, for programs.
  private var table: Table {
    Table(
      columns: [
        Column("entry", "Entry", .count, isKey: true), Column("change", "Change", .text),
        Column("name", "Name", .text), Column("effective", "Effective", .date),
        Column("known", "Known", .date), Column("recorded", "Recorded", .text),
        Column("reason", "Reason", .text), Column("file", "File", .text),
        Column("hash", "Hash", .text),
      ],
      rows: versions.map { version in
        Row([
          .count(version.entry), .text(version.change), optional(version.name),
          .date(version.effective), .date(version.known), .text(version.recorded),
          optional(version.reason), optional(version.file), .text(version.hash),
        ])
      })
  }

  private func optional(_ text: String?) -> Value { text.map { .text($0) } ?? .blank }

  /// A section a version: its dates, then the fields that it set, changed or took away.
  private var story: PropertyReport {
    PropertyReport(
      title: "History of \(deal)",
      sections: versions.enumerated().map { index, version in
        let before = index == 0 ? [] : versions[index - 1].fields
        return PropertyReport.Section(
          heading: "Entry \(version.entry): \(version.name ?? version.change)",
          entries: dates(of: version)
            + (index == 0 ? [] : changes(from: before, to: version.fields)))
      },
      footnotes: ["\(versions.count) \(versions.count == 1 ? "version" : "versions")"])
  }

  private func dates(of version: Version) -> [PropertyReport.Entry] {
    var entries = [
      PropertyReport.Entry("change", "change", .text(version.change)),
      PropertyReport.Entry("effective", "effective", .date(version.effective)),
      PropertyReport.Entry("known", "known", .date(version.known)),
      PropertyReport.Entry("recorded", "recorded", .text(version.recorded)),
    ]
    if let reason = version.reason {
      entries.append(PropertyReport.Entry("reason", "reason", .text(reason), kind: .text))
    }
    if let file = version.file {
      entries.append(PropertyReport.Entry("file", "file", .text(file), kind: .text))
    }
    return entries
  }

  /// The fields outside the head that two versions do not share, in the order of the paths.
  private func changes(
    from before: [DealField], to after: [DealField]
  ) -> [PropertyReport.Entry] {
    let old = texts(before)
    let new = texts(after)
    return Set(old.keys).union(new.keys).sorted().compactMap { path in
      guard old[path] != new[path] else { return nil }
      let (label, text) =
        switch (old[path], new[path]) {
        case (let old?, let new?): ("changed", "\(path): \(old) → \(new)")
        case (nil, let new?): ("added", "\(path): \(new)")
        case (let old?, nil): ("taken away", "\(path): \(old)")
        case (nil, nil): ("", "")
        }
      return PropertyReport.Entry(path, label, .text(text), kind: .text)
    }
  }

  private func texts(_ fields: [DealField]) -> [String: String] {
    var texts: [String: String] = [:]
    for field in fields where field.block != .head {
      texts["\(field.block.rawValue).\(field.path)"] = field.text
    }
    return texts
  }
}
