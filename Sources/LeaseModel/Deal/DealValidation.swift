import FinanceBasics

/// One pass over the fields of a deal: reads each, joins the blocks, and keeps every fault.
struct DealValidation {
  let fields: [DealField]
  let sources: [Source]
  let locate: (DealField) -> DiagnosticLocation
  private(set) var head = FieldTable()
  /// Terms, solved values and assumptions joined.
  private(set) var terms = FieldTable()
  private(set) var announced = FieldTable()
  private(set) var faults: [LocatedFault] = []
  /// Paths that were written, and left open.
  private(set) var undisclosed: Set<String> = []
  /// Terms at the place of a group: `none`, or one of the group's own words.
  private var groupLeaves: [(path: FieldPath, index: Int)] = []
  private let sourceIDs: Set<SourceID>
  /// Sources that were reported, each once, where it is first named.
  private var unknownSources: Set<SourceID> = []
  /// The section of the fields in the head: of a deal, or of an amendment.
  private let headSection: FieldSection

  init(
    _ fields: [DealField], sources: [Source], headSection: FieldSection = .head,
    locate: @escaping (DealField) -> DiagnosticLocation
  ) {
    self.fields = fields
    self.sources = sources
    self.locate = locate
    self.headSection = headSection
    sourceIDs = Set(sources.map(\.id))
    terms.reserve(fields.count)
    var lastSources: [SourceID] = []
    for index in fields.indices {
      read(fields[index], at: index)
      if fields[index].sources != lastSources, fields[index].block != .scenario {
        lastSources = fields[index].sources
        checkSources(of: fields[index])
      }
    }
    checkOverlaps()
  }

  mutating func report(_ fault: some Fault, at field: DealField) {
    faults.append(LocatedFault(fault, at: locate(field)))
  }

  /// Reports a fault at the field of a joined path, or at the first field where it is absent.
  mutating func report(_ fault: some Fault, at path: FieldPath) {
    let index = terms[path.description]?.index
    guard
      let field = index.map({ fields[$0] })
        ?? fields.first(where: { $0.block != .head && $0.path.isAt(orBelow: path) })
        ?? fields.first
    else { return }
    var location = locate(field)
    let block = field.block == .head ? FieldBlock.terms : field.block
    location.field = "\(block.rawValue).\(path)"
    faults.append(LocatedFault(fault, at: location))
  }

  /// Reports a fault at a field of the head, or at the first field where it is absent.
  mutating func reportHead(_ fault: some Fault, at path: String) {
    guard let field = fields.head(path) ?? fields.first else { return }
    var location = locate(field)
    location.field = path
    faults.append(LocatedFault(fault, at: location))
  }

  private func section(of block: FieldBlock) -> FieldSection {
    switch block {
    case .head: headSection
    case .announcedFigures: .announcedFigures
    case .terms, .assumptions, .solved, .scenario: .terms
    }
  }

  private mutating func read(_ field: DealField, at index: Int) {
    let section = section(of: field.block)
    let pattern = field.path.pattern
    let definition = FieldCatalog.definition(pattern, in: section)
    let isKnown =
      definition != nil
      || (field.text == "none" || field.text == "not disclosed")
        && FieldCatalog.group(pattern, in: section) != nil
    guard isKnown else {
      let last = pattern.split(separator: ".").last.map(String.init) ?? pattern
      report(DealFault.fieldUnknown(last, nearest: nil), at: field)
      return
    }
    if let definition, section == .terms, !definition.blocks.contains(field.block.written),
      !isGivenWhereItBelongs(field, definition)
    {
      let fault = DealFault.wrongBlock(
        field.path.description, block: field.block, right: definition.blocks)
      report(fault, at: field)
    }
    if field.sources.isEmpty, field.block == .terms || field.block == .announcedFigures {
      report(DealFault.sourceMissing(field.path.description), at: field)
    }
    var value = FieldValue.malformed
    do throws(FieldFault) {
      if field.text == DealFault.placeholder {
        let example = definition?.example ?? ""
        report(DealFault.placeholderLeft(field.path.description, example: example), at: field)
      } else {
        value = try definition?.kind.value(of: field.text) ?? .none
      }
    } catch {
      report(definition?.keyFault(of: field) ?? error, at: field)
    }
    insert(value, of: field, at: index, definition)
  }

  /// Whether the path stands in a right block too, so that to move it there would not help.
  private func isGivenWhereItBelongs(_ field: DealField, _ definition: FieldDefinition) -> Bool {
    fields.contains { $0.path == field.path && definition.blocks.contains($0.block) }
  }

  private mutating func insert(
    _ value: FieldValue, of field: DealField, at index: Int, _ definition: FieldDefinition?
  ) {
    let entry = FieldTable.Entry(
      value: value, index: index, basis: field.block.basis, text: field.text)
    if case .notDisclosed = value {
      undisclosed.insert(field.path.description)
      return
    }
    switch field.block {
    case .head:
      if let other = head[field.path.description] {
        reportDoubled(field, and: fields[other.index])
      } else {
        head.insert(entry, at: field.path)
      }
    case .announcedFigures:
      if let other = announced[field.path.description] {
        reportDoubled(field, and: fields[other.index])
      } else {
        announced.insert(entry, at: field.path)
      }
    case .terms, .assumptions, .solved, .scenario:
      let isGroup = definition?.isGroup ?? true
      if isGroup, field.text == EscalatorTerms.notDisclosedText, field.block == .terms {
        openEscalators.append((field.path, entry))
        return
      }
      if isGroup { groupLeaves.append((field.path, index)) }
      guard let other = terms[field.path.description] else {
        terms.insert(entry, at: field.path)
        return
      }
      if let narrowed = narrowed(entry, other) {
        terms.insert(narrowed, at: field.path)
        return
      }
      let isName = definition?.pattern.hasSuffix("[].name") == true
      let isJoiningName = isName && fields[other.index].block != field.block
      if !isJoiningName { reportDoubled(field, and: fields[other.index]) }
    }
  }

  /// A solved value in place of the rounded figure or the period that the terms state.
  ///
  /// `nil` where the two are not of those blocks, or the solved one is not what the term may mean.
  private func narrowed(
    _ first: FieldTable.Entry, _ second: FieldTable.Entry
  ) -> FieldTable.Entry? {
    let blocks = [fields[first.index].block, fields[second.index].block]
    guard blocks == [.solved, .terms] || blocks == [.terms, .solved] else { return nil }
    var (solved, term) = blocks == [.solved, .terms] ? (first, second) : (second, first)
    guard term.value.mayMean(solved.value) else { return nil }
    solved.disclosed = term.value
    return solved
  }

  /// Escalators of which only the rate is open, so that an assumption may stand beside them.
  private var openEscalators: [(path: FieldPath, entry: FieldTable.Entry)] = []

  private mutating func reportDoubled(_ field: DealField, and other: DealField) {
    let path = field.path.description
    guard field.block != other.block else {
      report(DealFault.fieldDoubled(path, firstLine: other.line), at: field)
      return
    }
    let right = FieldCatalog.definition(field.path.pattern, in: .terms)?.blocks ?? []
    let isOtherKept =
      right.contains(other.block) && (other.block == .terms || !right.contains(field.block))
    let (late, early) = isOtherKept ? (field, other) : (other, field)
    report(DealFault.inTwoBlocks(path, late.block, other: path, early.block), at: late)
  }

  private mutating func checkSources(of field: DealField) {
    for id in field.sources where !sourceIDs.contains(id) {
      guard unknownSources.insert(id).inserted else { continue }
      let nearest = nearestName(to: id.text, among: sources.map(\.id.text))
      report(DealFault.sourceUnknown(id.text, nearest: nearest), at: field)
    }
  }

  /// A word for a whole group leaves no room for fields of the group.
  private mutating func checkOverlaps() {
    for (path, index) in groupLeaves {
      let leaf = fields[index]
      for other in terms.paths where other != path.description {
        guard FieldPath(known: other).isAt(orBelow: path), let entry = terms[other] else {
          continue
        }
        let below = fields[entry.index]
        if below.block == leaf.block {
          report(DealFault.contradictory([path.description, other]), at: below)
        } else {
          let (late, early) = leaf.block == .terms ? (below, leaf) : (leaf, below)
          let fault = DealFault.inTwoBlocks(
            late.path.description, late.block, other: early.path.description, early.block)
          report(fault, at: late)
        }
      }
    }
    for (path, entry) in openEscalators where !terms.holds(below: path.description) {
      terms.insert(entry, at: path)
    }
  }
}
