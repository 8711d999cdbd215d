public import LeaseModel

/// A deal file to fill in, with every field of the catalog explained.
public enum DealTemplate {
  /// The fields that are not commented out: enough for a projection.
  private static let minimum: Set<String> = [
    "landlord", "tenant", "contract.kind", "contract.structure", "criticalIT", "delivery.first",
    "delivery.last", "term", "rent.contractValue", "rent.escalator.fixed",
  ]

  /// The fields that are mostly assumed, shown in that block.
  private static let assumed = [
    "halls", "periodDay", "termClock", "renewals", "operatingMargin", "capitalCost",
  ]

  /// A commented file with example values; without the sign # at its beginning a line counts.
  ///
  /// - Parameter id: Of the new deal.
  public static func text(id: DealID) -> String {
    var lines = [
      "# A deal file. Fill in what a source says; take the # from the beginning of a line that you",
      "# need, and leave out what nobody knows: absent means unknown. leasebook check FILE reads it.",
      "deal: \(id)",
    ]
    for key in ["name", "announced", "signed", "effective", "source"] {
      guard let definition = FieldCatalog.definition(key, in: .head) else { continue }
      lines.append(line(definition, key: key, isOn: key == "announced" || key == "source"))
    }
    lines += [
      "", "# What a source says. A field may name its own: {value: 15 years, source: filing}.",
    ]
    lines += ["terms:"]
    for key in keys(below: "") { lines += group(key, key: key, indent: 1, in: .terms) }
    lines += ["", "# Published figures that follow from terms.", "#announcedFigures:"]
    for key in FieldCatalog.group("", in: .announcedFigures)?.keys ?? [] {
      guard let definition = FieldCatalog.definition(key, in: .announcedFigures) else { continue }
      lines.append("#  \(key): \(definition.example)")
    }
    lines += [
      "", "# Ours, not a source's: the same fields as in terms, where the terms leave them open.",
    ]
    lines += ["#assumptions:"]
    for key in assumed { lines += group(key, key: key, indent: 1, in: .assumptions) }
    lines += ["", "#notDisclosed: [rent per kW]", "#notes: [a remark for the reader]"]
    lines += ["", "# Every source that is named above.", "sources:"]
    lines += [
      "  release: {kind: release, date: 2025-12-17, title: the release, url: \"https://…\"}"
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func keys(below pattern: String) -> [String] {
    FieldCatalog.group(pattern, in: .terms)?.keys ?? []
  }

  private static func line(_ definition: FieldDefinition, key: String, isOn: Bool) -> String {
    let written = "\(key): \(scalarText(definition.example))"
    let padding = String(repeating: " ", count: max(1, 40 - written.count))
    return "\(isOn ? "" : "#")\(written)\(padding)# \(definition.summary)"
  }

  /// The lines of a field and of everything below it.
  private static func group(
    _ pattern: String, key: String, indent: Int, in block: FieldBlock
  ) -> [String] {
    let definition = FieldCatalog.definition(pattern, in: .terms)
    let space = String(repeating: "  ", count: indent)
    let below = FieldCatalog.group(pattern, in: .terms)
    if let definition, below == nil {
      guard definition.blocks.contains(block) else { return [] }
      let isOn = block == .terms && minimum.contains(pattern)
      let text = line(definition, key: "\(space)\(key)", isOn: isOn)
      return [text]
    }
    let isOn = block == .terms && minimum.contains { $0.hasPrefix("\(pattern).") }
    let head = "\(isOn ? "" : "#")\(space)\(key):"
    if below?.isList == true { return list(pattern, head: head, indent: indent, in: block) }
    let children = keys(below: pattern).flatMap {
      group("\(pattern).\($0)", key: $0, indent: indent + 1, in: block)
    }
    guard !children.isEmpty else { return [] }
    let words = definition.map { "# \(key): \($0.summary) In one word: \($0.kind.summary)." }
    return [words, head].compactMap(\.self) + children
  }

  /// A list with one element.
  private static func list(
    _ pattern: String, head: String, indent: Int, in block: FieldBlock
  ) -> [String] {
    let space = String(repeating: "  ", count: indent)
    if let scalar = FieldCatalog.definition("\(pattern)[]", in: .terms) {
      return scalar.blocks.contains(block)
        ? ["\(head) [\(scalarText(scalar.example))]  # \(scalar.summary)"] : []
    }
    var lines = keys(below: "\(pattern)[]").flatMap {
      group("\(pattern)[].\($0)", key: $0, indent: indent + 2, in: block)
    }
    guard let first = lines.first else { return [] }
    lines[0] = "#\(space)  - " + first.dropFirst(space.count + 5)
    return [head] + lines
  }
}
