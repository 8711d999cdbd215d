import FinanceBasics
import LeaseModel

/// Walks a document by the catalog of fields, and keeps its leaves and what stands wrong in it.
struct FieldCollector {
  let file: String
  private(set) var fields: [DealField] = []
  private(set) var faults: [any Diagnostic] = []

  /// Where a node stands, and what stands behind it.
  struct Context {
    let section: FieldSection
    let block: FieldBlock
    var path: FieldPath
    /// The path without the names of elements.
    var pattern: String
    var sources: [SourceID] = []
    var note: String?

    /// The field as the user knows it.
    var name: String {
      block == .head
        ? path.description : path == .root ? block.rawValue : "\(block.rawValue).\(path)"
    }

    func key(_ key: String) -> Context {
      var below = self
      below.path = path.key(key)
      below.pattern = pattern.isEmpty ? key : "\(pattern).\(key)"
      return below
    }

    func element(_ name: String) -> Context {
      var below = self
      below.path = path.element(name)
      below.pattern = "\(pattern)[]"
      return below
    }
  }

  init(file: String) {
    self.file = file
  }

  mutating func report(_ fault: some Fault, at place: DocumentNode.Place, field: String) {
    faults.append(
      LocatedFault(
        fault,
        at: DiagnosticLocation(
          file: file, line: place.line, column: place.column, field: field)))
  }

  /// Takes a field that was read otherwise.
  mutating func append(_ field: DealField) { fields.append(field) }

  /// Takes a node and everything below it.
  mutating func collect(_ node: DocumentNode, _ context: Context) {
    let definition = FieldCatalog.definition(context.pattern, in: context.section)
    let group = FieldCatalog.group(context.pattern, in: context.section)
    switch node.content {
    case .scalar(let text):
      collect(text.trimmed, of: node, definition, group, context)
    case .mapping(let entries):
      if definition != nil, entries.contains(where: { $0.key == "value" }) {
        collectLeafGroup(node, group, context)
      } else if let group, !group.keys.isEmpty {
        collectGroup(node, group, context)
      } else if let definition {
        let fault = DealFileFault.expectsValue(context.name, kind: definition.kind.summary)
        report(fault, at: node.place, field: context.name)
      } else {
        report(DealFileFault.expectsList(context.name), at: node.place, field: context.name)
      }
    case .sequence(let elements):
      if group?.isList == true {
        collectList(elements, of: node, context)
      } else if let definition {
        let fault = DealFileFault.expectsValue(context.name, kind: definition.kind.summary)
        report(fault, at: node.place, field: context.name)
      } else {
        let fault = DealFileFault.expectsGroup(context.name, keys: group?.keys ?? [])
        report(fault, at: node.place, field: context.name)
      }
    }
  }

  private mutating func collect(
    _ text: String, of node: DocumentNode, _ definition: FieldDefinition?, _ group: FieldGroup?,
    _ context: Context
  ) {
    guard !text.isEmpty else {
      report(DealFileFault.fieldEmpty(context.name), at: node.place, field: context.name)
      return
    }
    if definition != nil || text == "none" || text == "not disclosed" {
      append(text, at: node.place, context)
    } else if group?.isList == true {
      report(DealFileFault.expectsList(context.name), at: node.place, field: context.name)
    } else {
      let fault = DealFileFault.expectsGroup(context.name, keys: group?.keys ?? [])
      report(fault, at: node.place, field: context.name)
    }
  }

  private mutating func append(_ text: String, at place: DocumentNode.Place, _ context: Context) {
    fields.append(
      DealField(
        block: context.block, path: context.path, text: text, sources: context.sources,
        note: context.note, line: place.line, column: place.column))
  }

  /// A leaf with its own source and note: `{value: 15 years, source: filing}`.
  private mutating func collectLeafGroup(
    _ node: DocumentNode, _ group: FieldGroup?, _ context: Context
  ) {
    let inner = withGroupWords(of: node, context)
    for entry in node.entries where !Self.isGroupWord(entry.key, in: context) {
      if entry.key == "value" {
        if case .scalar(let text) = entry.value.content, !text.trimmed.isEmpty {
          append(text.trimmed, at: entry.value.place, inner)
        } else {
          report(
            DealFileFault.fieldEmpty(context.name), at: entry.value.place, field: context.name)
        }
      } else if group?.keys.contains(entry.key) == true {
        collect(entry.value, inner.key(entry.key))
      } else {
        reportUnknown(entry, among: ["value"] + (group?.keys ?? []), context)
      }
    }
  }

  private mutating func collectGroup(
    _ node: DocumentNode, _ group: FieldGroup, _ context: Context
  ) {
    let inner = withGroupWords(of: node, context)
    if node.entries.isEmpty {
      report(DealFileFault.fieldEmpty(context.name), at: node.place, field: context.name)
    }
    for entry in node.entries {
      if group.keys.contains(entry.key) {
        collect(entry.value, inner.key(entry.key))
      } else if !Self.isGroupWord(entry.key, in: context) {
        reportUnknown(entry, among: group.keys, context)
      }
    }
  }

  private mutating func collectList(
    _ elements: [DocumentNode], of node: DocumentNode, _ context: Context
  ) {
    if elements.isEmpty {
      report(DealFileFault.fieldEmpty(context.name), at: node.place, field: context.name)
    }
    let isNamed = FieldCatalog.definition("\(context.pattern)[].name", in: context.section) != nil
    var lines: [String: Int] = [:]
    for (index, element) in elements.enumerated() {
      var name = String(index + 1)
      let written = element["name"]?.scalar ?? element["name"]?["value"]?.scalar
      if isNamed, let given = written?.trimmed, !given.isEmpty {
        name = given
        if given.contains(where: { "[]\n".contains($0) }) {
          let fault = DealFileFault.elementNameMalformed(given)
          report(fault, at: element.place, field: context.name)
          continue
        }
      }
      if let first = lines[name] {
        let fault = DealFileFault.elementDoubled(name, list: context.name, firstLine: first)
        report(fault, at: element.place, field: context.name)
        continue
      }
      lines[name] = element.place.line
      collect(element, context.element(name))
    }
  }

  /// `source` and `note` may stand in every group of a deal, and `note` in a party or a site.
  private static func isGroupWord(_ key: String, in context: Context) -> Bool {
    switch context.section {
    case .sources, .series, .scenarios: false
    case .parties, .sites: key == "note"
    case .head, .amendment, .definitions, .terms, .announcedFigures:
      FieldCatalog.groupWords.contains(key)
    }
  }

  /// The context with the source and the note that a group gives for all its leaves.
  private mutating func withGroupWords(of node: DocumentNode, _ context: Context) -> Context {
    var inner = context
    for entry in node.entries where Self.isGroupWord(entry.key, in: context) {
      if entry.key == "source" {
        inner.sources = sourceIDs(of: entry.value, field: context.name)
      } else if let text = entry.value.scalar?.trimmed, !text.isEmpty {
        inner.note = text
      } else {
        let fault = DealFileFault.expectsValue("\(context.name).note", kind: "text")
        report(fault, at: entry.value.place, field: context.name)
      }
    }
    return inner
  }

  /// One source or a list of sources.
  mutating func sourceIDs(of node: DocumentNode, field: String) -> [SourceID] {
    let nodes: [DocumentNode]
    if case .sequence(let elements) = node.content { nodes = elements } else { nodes = [node] }
    if nodes.isEmpty {
      let name = field.isEmpty || field == "source" ? "source" : "\(field).source"
      report(DealFileFault.fieldEmpty(name), at: node.place, field: name)
    }
    var ids: [SourceID] = []
    for node in nodes {
      let text = node.scalar?.trimmed ?? ""
      if let id = SourceID(reading: text) {
        if !ids.contains(id) { ids.append(id) }
      } else {
        report(FieldFault.nameMalformed(text), at: node.place, field: field)
      }
    }
    return ids
  }

  private mutating func reportUnknown(
    _ entry: DocumentNode.Entry, among keys: [String], _ context: Context
  ) {
    if context.path == .root, context.block != .head,
      FieldCatalog.group("", in: .head)?.keys.contains(entry.key) == true
    {
      let fault = DealFault.wrongBlock(entry.key, block: context.block, right: [.head])
      report(fault, at: entry.keyPlace, field: "\(context.name).\(entry.key)")
      return
    }
    let nearest =
      nearestName(to: entry.key, among: keys + FieldCatalog.groupWords)
      ?? FieldCatalog.place(of: entry.key, in: context.section)
    let fault = DealFault.fieldUnknown(entry.key, nearest: nearest)
    let parent = context.name
    report(
      fault, at: entry.keyPlace, field: parent.isEmpty ? entry.key : "\(parent).\(entry.key)")
  }
}

extension String {
  /// The text without spaces and line ends around it.
  var trimmed: String {
    let isSpace: (Character) -> Bool = { $0.isWhitespace }
    guard first.map(isSpace) == true || last.map(isSpace) == true else { return self }
    let tail = drop(while: isSpace)
    return String(tail.dropLast(tail.reversed().prefix(while: isSpace).count))
  }
}
