import FinanceBasics
public import LeaseModel

/// A deal file to fill in, with every field of the catalog explained.
public enum DealTemplate {
  /// The fields that are not commented out: enough for a projection, once they are filled in.
  private static let minimum: Set<String> = [
    "landlord", "tenant", "contract.kind", "contract.structure", "criticalIT", "delivery.first",
    "delivery.last", "term", "rent.contractValue", "rent.escalator.fixed",
  ]

  /// The fields that are mostly assumed, shown in that block.
  private static let assumed: Set<String> = [
    "delivery.last", "halls[].name", "halls[].criticalIT", "halls[].readyForService", "periodDay",
    "termClock", "rent.rate", "rent.escalator.fixed", "rent.escalator.cpi.afterLast",
    "renewals.rent", "renewals.probability", "termination.exercised", "holdover.rent",
    "holdover.length", "operatingMargin", "power.pue", "power.loadFactor", "capitalCost",
  ]

  /// A commented file; `check` names every value in it that is still to be filled in.
  ///
  /// What few deals need is on a line a group; samples/templates has it at length.
  ///
  /// - Parameter id: Of the new deal.
  public static func text(id: DealID) -> String {
    let lines =
      head(of: id)
      + ["", "# What a source says. A field may name its own: {value: 15 years, source: filing}."]
      + ["terms:"] + keys(below: "").flatMap { group($0, key: $0, indent: 1, in: .terms) }
      + announcedFigures
      + ["", "# Ours, not a source's: the same fields, where the terms leave them open."]
      + ["#assumptions:"]
      + keys(below: "").flatMap { group($0, key: $0, indent: 1, in: .assumptions) }
      + ["", "# Where another source says something else; what nobody publishes; remarks."]
      + ["#conflicts:", "#  - {path: criticalIT, value: 224 MW, source: release, note: a remark}"]
      + ["#notDisclosed: [rent per kW]", "#notes: [a remark for the reader]"]
      + ["", "# Every source that is named above."] + sources + definitions
    return lines.joined(separator: "\n") + "\n"
  }

  private static func head(of id: DealID) -> [String] {
    let fields = ["name", "announced", "signed", "effective", "source"].compactMap { key in
      FieldCatalog.definition(key, in: .head).map { definition in
        switch key {
        case "announced": line(definition, key: key, isOn: true)
        case "source": aligned("source: release", definition.summary)
        default: line(definition, key: key, isOn: false)
        }
      }
    }
    return [
      "# A deal file. Write what a source says in place of each \(DealFault.placeholder), and take away",
      "# the lines of what nobody knows: absent means unknown. Take the # from the beginning of",
      "# a line that you need. leasebook check FILE names what is still to be filled in.",
      "# samples/templates has a whole file for each kind of lease. An editor completes and checks",
      "# this one after leasebook schema > deal.schema.json, and with the first line",
      "# '# yaml-language-server: $schema=deal.schema.json'.",
      "deal: \(id)",
    ] + fields
  }

  private static var announcedFigures: [String] {
    let keys = FieldCatalog.group("", in: .announcedFigures)?.keys ?? []
    let fields = keys.compactMap { key in
      FieldCatalog.definition(key, in: .announcedFigures).map { "#  \(key): \($0.example)" }
    }
    return ["", "# Published figures that follow from terms.", "#announcedFigures:"] + fields
  }

  private static let sources = [
    "sources:", "  release:",
    aligned("    kind: release", "A filing, release, press or aggregator."),
    aligned("#    date: 2025-12-17", "When it was published."),
    aligned("#    title: the release", "What it is called."),
    aligned("#    url: \"https://example.com/release\"", "Where it is."),
  ]

  private static let definitions = [
    "", "# Parties and sites that no file defines yet, here or in parties.yaml and sites.yaml.",
    "#parties:",
    "#  new-landlord: {name: New Landlord Inc., aliases: [New Landlord], ticker: NEWL}",
    "#  new-tenant: {name: New Tenant LLC, role: tenant}", "#sites:",
    "#  new-site: {name: New campus, locality: Abilene, region: TX, country: US,"
      + " landlord: new-landlord}",
  ]

  private static func keys(below pattern: String) -> [String] {
    FieldCatalog.group(pattern, in: .terms)?.keys ?? []
  }

  /// A line with its comment in the column of all comments.
  private static func aligned(_ text: String, _ comment: String) -> String {
    text + String(repeating: " ", count: max(2, 44 - text.count)) + "# \(comment)"
  }

  private static func line(_ definition: FieldDefinition, key: String, isOn: Bool) -> String {
    let example = scalarText(definition.example)
    guard isOn else { return aligned("#\(key): \(example)", definition.summary) }
    return aligned(
      "\(key): \(DealFault.placeholder)", "such as \(example). \(definition.summary)")
  }

  /// The lines of a field and of everything below it.
  private static func group(
    _ pattern: String, key: String, indent: Int, in block: FieldBlock
  ) -> [String] {
    let definition = FieldCatalog.definition(pattern, in: .terms)
    let space = String(repeating: "  ", count: indent)
    let below = FieldCatalog.group(pattern, in: .terms)
    if let brief = BriefGroup.at(pattern), block == .terms {
      return [aligned("#\(space)\(brief.text)", brief.comment)]
    }
    if let definition, below == nil || block == .assumptions && assumed.contains(pattern) {
      guard isShown(definition, in: block) else { return [] }
      let isOn = block == .terms && minimum.contains(pattern)
      return [line(definition, key: "\(space)\(key)", isOn: isOn)]
    }
    let isOn = block == .terms && minimum.contains { $0.hasPrefix("\(pattern).") }
    let head = "\(isOn ? "" : "#")\(space)\(key):"
    if below?.isList == true { return list(pattern, head: head, indent: indent, in: block) }
    let children = keys(below: pattern).flatMap {
      group("\(pattern).\($0)", key: $0, indent: indent + 1, in: block)
    }
    guard !children.isEmpty else { return [] }
    guard let definition else { return [head] + children }
    let words = "\(definition.summary) In one word: \(definition.kind.summary)."
    return ["\(isOn ? "" : "#")\(space)# \(words)", head] + children
  }

  private static func isShown(_ definition: FieldDefinition, in block: FieldBlock) -> Bool {
    definition.blocks.contains(block)
      && (block == .terms || assumed.contains(definition.pattern))
  }

  /// A list with one element.
  private static func list(
    _ pattern: String, head: String, indent: Int, in block: FieldBlock
  ) -> [String] {
    let space = String(repeating: "  ", count: indent)
    if let scalar = FieldCatalog.definition("\(pattern)[]", in: .terms) {
      return isShown(scalar, in: block)
        ? [aligned("\(head) [\(scalarText(scalar.example))]", scalar.summary)] : []
    }
    let all = keys(below: "\(pattern)[]")
    let shown = pattern == "operatingCosts" ? BriefGroup.costKeys : all
    var lines = all.filter(shown.contains).flatMap {
      group("\(pattern)[].\($0)", key: $0, indent: indent + 2, in: block)
    }
    guard let first = lines.first else { return [] }
    lines[0] = "#\(space)  - " + first.dropFirst(space.count + 5)
    let others = block == .terms ? all.filter { !shown.contains($0) } : []
    return [head] + lines + names(of: others, indent: indent + 2)
  }

  /// The names of fields that have no line of their own, a few on each.
  private static func names(of keys: [String], indent: Int) -> [String] {
    let space = String(repeating: "  ", count: indent)
    return stride(from: 0, to: keys.count, by: 5).map { start in
      let names = keys[start..<min(start + 5, keys.count)].joined(separator: ", ")
      return "#\(space)# \(start == 0 ? "Also" : "and") \(names)"
    }
  }
}
