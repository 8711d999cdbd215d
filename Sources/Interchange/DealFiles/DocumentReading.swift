import FinanceBasics
import LeaseModel

/// Reads the top of a document: its head, its blocks and its definitions.
struct DocumentReading {
  let file: String
  /// The head's section: of a deal, of an amendment, or of definitions alone.
  let section: FieldSection
  var collector: FieldCollector
  private(set) var sources: [Source] = []
  private(set) var parties: [PartyDefinition] = []
  private(set) var sites: [SiteDefinition] = []
  private(set) var places: [String: DiagnosticLocation] = [:]
  private var definitionFaults: [any Diagnostic] = []
  /// Whether definitions are dated, and may then leave open what does not change.
  private var isDated = false

  private static let blocks: [FieldBlock] = [.terms, .announcedFigures, .assumptions, .solved]
  private static let definitionKeys = ["sources", "parties", "sites"]

  init(file: String, section: FieldSection) {
    self.file = file
    self.section = section
    collector = FieldCollector(file: file)
  }

  var fields: [DealField] { collector.fields }
  var faults: [any Diagnostic] { collector.faults + definitionFaults }

  mutating func read(_ root: DocumentNode) {
    let headKeys = FieldCatalog.group("", in: section)?.keys ?? []
    isDated = section == .definitions && root.entries.contains { headKeys.contains($0.key) }
    var fileSources: [SourceID] = []
    if let node = root["source"] { fileSources = readSource(node) }
    for entry in root.entries {
      if let block = Self.blocks.first(where: { $0.rawValue == entry.key }) {
        readBlock(block, entry.value, sources: fileSources)
      } else if Self.definitionKeys.contains(entry.key) {
        readDefinitions(entry)
      } else if headKeys.contains(entry.key) {
        guard entry.key != "source" else { continue }
        collector.collect(
          entry.value,
          FieldCollector.Context(section: section, block: .head, path: .root, pattern: "")
            .key(entry.key))
      } else if entry.key != "amends" {
        reportUnknown(entry, headKeys: headKeys)
      }
    }
  }

  private mutating func readSource(_ node: DocumentNode) -> [SourceID] {
    let ids = collector.sourceIDs(of: node, field: "source")
    collector.append(
      DealField(
        block: .head, path: .root.key("source"), text: ids.map(\.text).joined(separator: ", "),
        sources: ids, line: node.place.line, column: node.place.column))
    return ids
  }

  private mutating func readBlock(
    _ block: FieldBlock, _ node: DocumentNode, sources: [SourceID]
  ) {
    let isDisclosed = block == .terms || block == .announcedFigures
    collector.collect(
      node,
      FieldCollector.Context(
        section: block == .announcedFigures ? .announcedFigures : .terms, block: block,
        path: .root, pattern: "", sources: isDisclosed ? sources : []))
  }

  private mutating func reportUnknown(_ entry: DocumentNode.Entry, headKeys: [String]) {
    let known = headKeys + Self.blocks.map(\.rawValue) + Self.definitionKeys
    let nearest =
      nearestName(to: entry.key, among: known)
      ?? FieldCatalog.place(of: entry.key, in: .terms).map { "terms: \($0)" }
    collector.report(
      DealFault.fieldUnknown(entry.key, nearest: nearest), at: entry.keyPlace, field: entry.key)
  }

  /// Sources, parties or sites: a group with an id for each.
  private mutating func readDefinitions(_ entry: DocumentNode.Entry) {
    guard case .mapping(let definitions) = entry.value.content else {
      let fault = DealFileFault.expectsGroup(entry.key, keys: ["the id of each, and its fields"])
      collector.report(fault, at: entry.value.place, field: entry.key)
      return
    }
    for definition in definitions {
      let place = DiagnosticLocation(
        file: file, line: definition.keyPlace.line, column: definition.keyPlace.column,
        field: "\(entry.key).\(definition.key)")
      places["\(entry.key).\(definition.key)"] = place
      guard SourceID(reading: definition.key) != nil else {
        definitionFaults.append(
          LocatedFault(FieldFault.nameMalformed(definition.key), at: place))
        continue
      }
      guard let section = FieldSection(rawValue: entry.key) else { continue }
      read(definition, in: section, at: place)
    }
  }

  private mutating func read(
    _ definition: DocumentNode.Entry, in section: FieldSection, at place: DiagnosticLocation
  ) {
    guard case .mapping = definition.value.content else {
      let fault = DealFileFault.expectsGroup(
        place.field ?? "", keys: FieldCatalog.group("", in: section)?.keys ?? [])
      collector.report(fault, at: definition.value.place, field: place.field ?? "")
      return
    }
    var inner = FieldCollector(file: file)
    inner.collect(
      definition.value,
      FieldCollector.Context(section: section, block: .head, path: .root, pattern: ""))
    definitionFaults += inner.faults
    let prefix = place.field ?? ""
    let locate: (DealField) -> DiagnosticLocation = { field in
      DiagnosticLocation(
        file: place.file, line: field.line, column: field.column,
        field: "\(prefix).\(field.path)")
    }
    let found = inner.fields.isEmpty && inner.faults.isEmpty
    guard !found else { return }
    switch section {
    case .sources:
      let (source, faults) = Source.reading(SourceID(definition.key), inner.fields, locate: locate)
      definitionFaults += faults
      // A source that is itself at fault is known all the same to the terms that name it.
      sources.append(source ?? Source(id: SourceID(definition.key), tier: .aggregator))
    case .parties:
      let (party, faults) = PartyDefinition.reading(
        PartyID(definition.key), inner.fields, isWhole: !isDated, locate: locate)
      definitionFaults += faults
      if let party { parties.append(party) }
    default:
      let (site, faults) = SiteDefinition.reading(
        SiteID(definition.key), inner.fields, isWhole: !isDated, locate: locate)
      definitionFaults += faults
      if let site { sites.append(site) }
    }
  }
}
