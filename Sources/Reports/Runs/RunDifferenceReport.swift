import FinanceBasics

/// Two runs side by side: what was asked otherwise, what the answers rest on otherwise, and each
/// figure that differs.
public struct RunDifferenceReport: Sendable {
  let before: ReportedRun
  let after: ReportedRun
  private let lines: [Line]

  /// Something that the two have otherwise.
  struct Line: Hashable {
    /// `option`, `input`, `convention` or `answer`.
    let part: Part
    /// Of an answer the row; of anything else what it is.
    let row: String
    /// Of an answer the field.
    let field: String
    let before: JSONValue?
    let after: JSONValue?

    enum Part: String, CaseIterable {
      case option, input, convention, answer
    }

    /// After less before, of two numbers.
    var change: ExactDecimal? {
      guard case .number(let old)? = before, case .number(let new)? = after else { return nil }
      return new - old
    }

    var beforeCell: Value { Value(answered: before) }
    var afterCell: Value { Value(answered: after) }
    var changeCell: Value { change.map { .decimal($0) } ?? .blank }
  }

  /// Compares what was asked, the inputs, the conventions and the answers, in this order.
  public init(_ before: ReportedRun, _ after: ReportedRun) {
    self.before = before
    self.after = after
    lines =
      Self.optionLines(before, after) + Self.inputLines(before, after)
      + Self.conventionLines(before, after)
      + Self.lines(
        .answer, AnswerField.all(of: before.json).map { (($0.rowName, $0.name), $0.value) },
        AnswerField.all(of: after.json).map { (($0.rowName, $0.name), $0.value) })
  }

  /// Whether the answers are the same, byte for byte.
  public var hasSameAnswer: Bool { before.answer == after.answer }

  /// Whether the question, the inputs, the conventions and the answer are the same.
  public var isIdentical: Bool { hasSameAnswer && lines.isEmpty }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: text(style)
    case .csv: renderCSV(listing)
    case .json: json.text + "\n"
    }
  }

  // MARK: - Comparison

  private static func optionLines(_ before: ReportedRun, _ after: ReportedRun) -> [Line] {
    let pairs = { (run: ReportedRun) -> [((String, String), JSONValue)] in
      var values: [(name: String, values: [String])] = []
      for (option, value) in run.options {
        if let place = values.firstIndex(where: { $0.name == option }) {
          values[place].values.append(value)
        } else {
          values.append((option, [value]))
        }
      }
      return values.map { (($0.name, ""), .string($0.values.joined(separator: ", "))) }
    }
    return lines(.option, pairs(before), pairs(after))
  }

  /// Inputs by what they are of; several entries of a deal are one input.
  private static func inputLines(_ before: ReportedRun, _ after: ReportedRun) -> [Line] {
    let groups = { (run: ReportedRun) -> [((String, String), [ReportedRun.Input])] in
      var groups: [(name: String, inputs: [ReportedRun.Input])] = []
      for input in run.inputs {
        if let place = groups.firstIndex(where: { $0.name == input.name }) {
          groups[place].inputs.append(input)
        } else {
          groups.append((input.name, [input]))
        }
      }
      return groups.map { (($0.name, ""), $0.inputs) }
    }
    let (old, new) = (groups(before), groups(after))
    let changed = lines(.input, old.map { ($0.0, places($0.1)) }, new.map { ($0.0, places($0.1)) })
    // The same version with another link is another ledger's.
    let relinked = old.compactMap { key, inputs -> Line? in
      guard let others = new.first(where: { $0.0 == key })?.1, inputs != others,
        places(inputs) == places(others)
      else { return nil }
      return Line(
        part: .input, row: key.0, field: "", before: .string(links(inputs)),
        after: .string(links(others)))
    }
    return changed + relinked
  }

  private static func places(_ inputs: [ReportedRun.Input]) -> JSONValue {
    .string(inputs.map(\.place).joined(separator: "; "))
  }

  private static func links(_ inputs: [ReportedRun.Input]) -> String {
    inputs.map { "\($0.place), \(shortHash($0.link ?? $0.document ?? ""))" }
      .joined(separator: "; ")
  }

  private static func conventionLines(_ before: ReportedRun, _ after: ReportedRun) -> [Line] {
    let left = before.conventions.filter { !after.conventions.contains($0) }
    let new = after.conventions.filter { !before.conventions.contains($0) }
    return left.map { Line(part: .convention, row: "", field: "", before: .string($0), after: nil) }
      + new.map { Line(part: .convention, row: "", field: "", before: nil, after: .string($0)) }
  }

  /// What stands under a key on both sides and differs, or on one side alone: in the order of the
  /// first side, then what only the other has.
  private static func lines(
    _ part: Line.Part, _ before: [((String, String), JSONValue)],
    _ after: [((String, String), JSONValue)]
  ) -> [Line] {
    struct Key: Hashable {
      let row: String
      let field: String
    }
    let keyed = { (pairs: [((String, String), JSONValue)]) in
      pairs.map { (Key(row: $0.0.0, field: $0.0.1), $0.1) }
    }
    let (old, new) = (keyed(before), keyed(after))
    let oldValues = Dictionary(old) { first, _ in first }
    let newValues = Dictionary(new) { first, _ in first }
    return old.filter { newValues[$0.0] != $0.1 }.map { key, value in
      Line(part: part, row: key.row, field: key.field, before: value, after: newValues[key])
    }
      + new.filter { oldValues[$0.0] == nil }.map { key, value in
        Line(part: part, row: key.row, field: key.field, before: nil, after: value)
      }
  }
}

extension RunDifferenceReport {
  // MARK: - For people

  private func text(_ style: TextStyle) -> String {
    let parts = Line.Part.allCases.compactMap { part -> String? in
      let own = lines.filter { $0.part == part }
      return own.isEmpty ? nil : renderText(table(of: own, part), style: style)
    }
    let head = PropertyReport(
      title: "\(before.name) and \(after.name)",
      sections: [PropertyReport.Section(entries: [side("before", before), side("after", after)])],
      footnotes: [summary])
    return ([renderText(head, style: style)] + parts).joined(separator: "\n")
  }

  private func side(_ label: String, _ run: ReportedRun) -> PropertyReport.Entry {
    PropertyReport.Entry(
      label, label,
      .text(
        "\(run.name), as of entry \(run.asOf.entry), by \(run.program), answer "
          + shortHash(run.answerHash)), kind: .text)
  }

  /// What differs, counted.
  private var summary: String {
    if isIdentical { return "identical: question, inputs, conventions and answer" }
    let count = lines.count { $0.part == .answer }
    if hasSameAnswer { return "the answers are the same, byte for byte" }
    return
      "\(count) \(count == 1 ? "figure" : "figures") of the answer \(count == 1 ? "differs" : "differ")"
  }

  private func table(of lines: [Line], _ part: Line.Part) -> Table {
    let values = [Column("before", "Before", .figure), Column("after", "After", .figure)]
    guard part == .answer else {
      return Table(
        title: part.heading, columns: [Column("row", "What", .text, isKey: true)] + values,
        rows: lines.map { Row([.text($0.row), $0.beforeCell, $0.afterCell]) })
    }
    let keys = [
      Column("row", "Row", .text, isKey: true), Column("field", "Field", .text, isKey: true),
    ]
    return Table(
      title: part.heading, columns: keys + values + [Column("change", "Change", .figure)],
      rows: lines.map { line in
        Row([
          .text(line.row), .text(line.field), line.beforeCell, line.afterCell, line.changeCell,
        ])
      })
  }

  // MARK: - For programs

  /// Columns `part,row,field,before,after,change`.
  private var listing: Table {
    Table(
      columns: [
        Column("part", "Part", .text, isKey: true), Column("row", "Row", .text, isKey: true),
        Column("field", "Field", .text, isKey: true), Column("before", "Before", .figure),
        Column("after", "After", .figure), Column("change", "Change", .figure),
      ],
      rows: lines.map { line in
        Row([
          .text(line.part.rawValue), .text(line.row), .text(line.field), line.beforeCell,
          line.afterCell, line.changeCell,
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

extension RunDifferenceReport.Line.Part {
  fileprivate var heading: String {
    switch self {
    case .option: "Asked"
    case .input: "Rests on"
    case .convention: "Follows"
    case .answer: "Answer"
    }
  }
}
