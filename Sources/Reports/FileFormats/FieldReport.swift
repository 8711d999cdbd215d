public import LeaseModel

/// What fields of the deal file mean, for a person who writes one: one in full, or a line each.
public struct FieldReport: Sendable {
  let fields: [FieldDefinition]

  /// - Parameter fields: At least one, in the order of the report.
  public init(_ fields: [FieldDefinition]) {
    self.fields = fields
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    if let field = fields.first, fields.count == 1 {
      let text = render(properties(of: field), as: format, style: style)
      return format == .text ? "\(text)\n\(field.exampleLines)\n" : text
    }
    return render(table, as: format, style: style)
  }

  private var table: Table {
    Table(
      title: "Fields",
      columns: [
        Column("field", "Field", .text, isKey: true), Column("meaning", "Meaning", .text),
        Column("takes", "Takes", .text, audience: .programs),
        Column("example", "Example", .text), Column("blocks", "Blocks", .text, audience: .programs),
        Column("is_required", "Required", .text, audience: .programs),
      ],
      rows: fields.map { field in
        Row([
          .text(field.fullPattern), .text(field.summary), .text(field.kind.summary),
          .text(field.example), .text(field.blockNames), .text(field.isRequired ? "yes" : "no"),
        ])
      })
  }

  private func properties(of field: FieldDefinition) -> PropertyReport {
    let entries = [
      PropertyReport.Entry("field", "Field", .text(field.fullPattern)),
      PropertyReport.Entry("meaning", "Meaning", .text(field.summary)),
      PropertyReport.Entry("takes", "Takes", .text(field.kind.summary)),
      PropertyReport.Entry("example", "Example", .text(field.example)),
      PropertyReport.Entry("blocks", "May stand in", .text(field.blockNames)),
      PropertyReport.Entry("is_required", "Required", .text(field.isRequired ? "yes" : "no")),
    ]
    return PropertyReport(sections: [PropertyReport.Section(entries: entries)])
  }
}

extension FieldDefinition {
  /// Where the field may stand, in words.
  fileprivate var blockNames: String {
    switch section {
    case .head: "the head of a deal"
    case .amendment: "the head of an amendment"
    case .series: "the heading of a series"
    case .scenarios: "the head of a scenario"
    case .sources, .parties, .sites: section.rawValue
    case .terms, .announcedFigures: blocks.map(\.rawValue).joined(separator: ", ")
    }
  }

  /// The example as a file has it, with what it stands in.
  fileprivate var exampleLines: String {
    var lines: [String] = []
    var indent = 0
    var isElement = false
    let parts = fullPattern.split(separator: ".").map(String.init)
    for (index, part) in parts.enumerated() {
      let key = part.hasSuffix("[]") ? String(part.dropLast(2)) : part
      let lead = String(repeating: " ", count: indent) + (isElement ? "- " : "")
      if isElement { indent += 2 }
      isElement = part.hasSuffix("[]")
      let isLast = index == parts.count - 1
      let name = key == "ID" ? idExample : key
      lines.append(isLast && !isElement ? "\(lead)\(name): \(yamlExample)" : "\(lead)\(name):")
      indent += 2
      if isLast, isElement {
        lines.append(String(repeating: " ", count: indent) + "- \(yamlExample)")
      }
    }
    return lines.joined(separator: "\n")
  }

  private var idExample: String {
    switch section {
    case .parties: "hut-8"
    case .sites: "river-bend"
    default: "release"
    }
  }

  /// The example, in quotes where YAML would take its first character for something else.
  private var yamlExample: String {
    let isPlain =
      example.first.map { $0.isLetter || $0.isNumber } == true && !example.contains(": ")
      && !example.contains(" #")
    return isPlain ? example : "\"\(example)\""
  }
}
