import FinanceBasics
import LeaseModel

/// Two versions of a deal, a party, a site or a scenario, field by field in the words of its file.
public struct DiffReport: Sendable {
  let subject: String
  let kind: String
  let hasBasis: Bool
  let before: HistoryReport.Version
  let after: HistoryReport.Version
  let changes: [FieldChange]

  /// Compares what the versions say; one without fields, a withdrawal, says nothing.
  ///
  /// - Parameters:
  ///   - subject: The id of what has the versions.
  ///   - kind: What that is, such as `deal`.
  ///   - hasBasis: Whether fields are disclosed or assumed, and stand in blocks.
  public init(
    of subject: String, kind: String, _ before: HistoryReport.Version,
    _ after: HistoryReport.Version, hasBasis: Bool
  ) {
    self.subject = subject
    self.kind = kind
    self.hasBasis = hasBasis
    self.before = before
    self.after = after
    changes = .between(before.fields, after.fields)
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: renderText(text, style: style)
    case .csv: renderCSV(table)
    case .json: json.text + "\n"
    }
  }

  private var text: PropertyReport {
    var sections = [
      PropertyReport.Section(heading: "Before: \(name(of: before))", entries: before.dates),
      PropertyReport.Section(heading: "After: \(name(of: after))", entries: after.dates),
    ]
    var blocks: [FieldBlock] = []
    for change in changes where !blocks.contains(change.block) { blocks.append(change.block) }
    sections += blocks.map { block in
      PropertyReport.Section(
        heading: hasBasis ? block.heading : kind.prefix(1).uppercased() + kind.dropFirst(),
        entries: changes.filter { $0.block == block }.map(entry))
    }
    let count = changes.count
    return PropertyReport(
      title: "Changes of \(subject)", sections: sections,
      footnotes: [
        count == 0
          ? "the two say the same" : "\(count) \(count == 1 ? "field differs" : "fields differ")"
      ])
  }

  private func name(of version: HistoryReport.Version) -> String {
    "version \(version.number), entry \(version.entry)"
  }

  private func entry(_ change: FieldChange) -> PropertyReport.Entry {
    let field = change.after ?? change.before
    return PropertyReport.Entry(
      change.path, change.kind.rawValue, .text(change.sentence), kind: .text,
      basis: hasBasis && field?.block != .head ? field?.block.basis.rawValue : nil,
      source: field.flatMap(Self.sources))
  }

  private static func sources(of field: DealField) -> String? {
    let names = field.sources.map(\.text).joined(separator: ", ")
    return names.isEmpty ? nil : names
  }

  /// A line a field, as CSV has them.
  public var jsonLines: String { renderJSONLines(table) }

  /// A line a field, for programs.
  private var table: Table {
    let hasBasis = hasBasis
    let side = { (field: DealField?) -> [Value] in
      let basis = field.flatMap { field in
        hasBasis && field.block != .head ? field.block.basis.rawValue : nil
      }
      return [field?.text, basis, field.flatMap(Self.sources), field?.note].map { text in
        text.map { .text($0) } ?? .blank
      }
    }
    return Table(
      columns: [
        Column("block", "Block", .text, isKey: true), Column("path", "Path", .text, isKey: true),
        Column("change", "Change", .text),
        Column("before", "Before", .text), Column("before_basis", "Basis", .text),
        Column("before_source", "Source", .text), Column("before_note", "Note", .text),
        Column("after", "After", .text), Column("after_basis", "Basis", .text),
        Column("after_source", "Source", .text), Column("after_note", "Note", .text),
      ],
      rows: changes.map { change in
        Row(
          [
            .text(hasBasis ? change.block.rawValue : kind), .text(change.path),
            .text(change.kind.rawValue),
          ]
            + side(change.before) + side(change.after))
      })
  }

  private var json: JSONValue {
    let version = { (version: HistoryReport.Version) -> JSONValue in
      [
        "version": .integer(version.number), "entry": .integer(version.entry),
        "change": .string(version.change), "effective": .string(version.effective.description),
        "known": .string(version.known.description), "recorded": .string(version.recorded),
        "reason": .optional(version.reason), "source": .optional(version.source),
      ]
    }
    return [
      kind: .string(subject), "before": version(before), "after": version(after),
      "changes": table.json,
    ]
  }
}
