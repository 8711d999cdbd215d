import FinanceBasics

/// Two runs side by side: what was asked otherwise, what the answers rest on otherwise, and each
/// figure that differs.
public struct RunDifferenceReport: Sendable {
  let before: ReportedRun
  let after: ReportedRun
  private let differences: [RunDifference]

  /// Compares what was asked, the inputs, the conventions and the answers.
  public init(_ before: ReportedRun, _ after: ReportedRun) {
    self.before = before
    self.after = after
    differences = [RunDifference](before, after)
  }

  /// Whether the answers are the same, byte for byte.
  public var hasSameAnswer: Bool { before.answer == after.answer }

  /// Whether the question, the inputs, the conventions and the answer are the same.
  public var isIdentical: Bool { hasSameAnswer && differences.isEmpty }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: text(style)
    case .csv: renderCSV(listing)
    case .json: json.text + "\n"
    }
  }

  // MARK: - For people

  private func text(_ style: TextStyle) -> String {
    let figures = differences.filter { $0.part == .answer && $0.isOfNumbers }
    let words = differences.filter { $0.part != .answer || !$0.isOfNumbers }
    let sections = RunDifference.Part.allCases.compactMap { part -> PropertyReport.Section? in
      let own = words.filter { $0.part == part }
      return own.isEmpty
        ? nil : PropertyReport.Section(heading: part.heading, entries: own.map(entry))
    }
    let head = PropertyReport(
      title: "\(before.name) and \(after.name)",
      sections: [PropertyReport.Section(entries: [side("before", before), side("after", after)])]
        + sections,
      footnotes: [summary])
    let table = figures.isEmpty ? "" : "\n" + renderText(table(of: figures), style: style)
    return renderText(head, style: style) + table
  }

  private func side(_ label: String, _ run: ReportedRun) -> PropertyReport.Entry {
    PropertyReport.Entry(
      label, label,
      .text(
        "\(run.name), as of entry \(run.asOf.entry), by \(run.program), answer "
          + shortHash(run.answerHash)), kind: .text)
  }

  /// Something said in words, as `diff` tells a field of a deal.
  private func entry(_ difference: RunDifference) -> PropertyReport.Entry {
    let name = [difference.rowName, difference.field].filter { !$0.isEmpty }
      .joined(separator: ": ")
    let values = [difference.before, difference.after].compactMap {
      $0.map { $0.words ?? "nothing" }
    }
    .joined(separator: " → ")
    return PropertyReport.Entry(
      name, difference.kind, .text(name.isEmpty ? values : "\(name): \(values)"), kind: .text)
  }

  /// What differs, counted.
  private var summary: String {
    if isIdentical { return "identical: question, inputs, conventions and answer" }
    if hasSameAnswer { return "the answers are the same, byte for byte" }
    let count = differences.count { $0.part == .answer }
    return count == 1 ? "1 figure of the answer differs" : "\(count) figures of the answer differ"
  }

  /// The most digits after the point that people see of a figure.
  private static let mostDigits = 4

  /// A line a figure: without the deal, where there is one, and without a field that all share.
  private func table(of differences: [RunDifference]) -> Table {
    let isOneField = Set(differences.map(\.field)).count == 1
    let isOneRow = Set(AnswerField.all(of: before.json).map(\.row.first)).count == 1
    return Table(
      title: "Figures",
      columns: [
        Column("figure", "Figure", .text, isKey: true), Column("before", "Before", .figure),
        Column("after", "After", .figure), Column("change", "Change", .figure),
      ],
      rows: differences.map { difference in
        let row = difference.row.dropFirst(isOneRow ? 1 : 0).joined(separator: ", ")
        let field = isOneField && !row.isEmpty ? "" : difference.field
        let name = [row, field].filter { !$0.isEmpty }.joined(separator: ": ")
        let cells = [difference.before, difference.after].map { Value(answered: $0) }
        return Row(
          [.text(name)]
            + (cells + [difference.change.map { .decimal($0) } ?? .blank]).map(Self.shortened))
      })
  }

  private static func shortened(_ value: Value) -> Value {
    guard case .decimal(let number) = value.content else { return value }
    let digits = min(number.fractionDigits, mostDigits)
    return value.formatted(as: .decimal(fractionDigits: digits))
  }

  // MARK: - For programs

  /// A line a difference, as CSV has them.
  public var jsonLines: String { renderJSONLines(listing) }

  /// Columns `part,row,field,before,after,change`.
  private var listing: Table {
    Table(
      columns: [
        Column("part", "Part", .text, isKey: true), Column("row", "Row", .text, isKey: true),
        Column("field", "Field", .text, isKey: true), Column("before", "Before", .figure),
        Column("after", "After", .figure), Column("change", "Change", .figure),
      ],
      rows: differences.map { difference in
        Row([
          .text(difference.part.rawValue), .text(difference.rowName), .text(difference.field),
          Value(answered: difference.before), Value(answered: difference.after),
          difference.change.map { .decimal($0) } ?? .blank,
        ])
      })
  }

  private var json: JSONValue {
    [
      "identical": .bool(isIdentical), "same_answer": .bool(hasSameAnswer),
      "before": .object(before.members), "after": .object(after.members),
      "differences": listing.json,
    ]
  }
}
