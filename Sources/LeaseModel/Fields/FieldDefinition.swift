/// A part of the format with its own fields.
public enum FieldSection: String, CaseIterable, Sendable {
  /// Of a deal, outside the blocks.
  case head
  /// The head of an amendment.
  case amendment
  /// Of the blocks `terms`, `assumptions` and `solved`, which share their paths.
  case terms
  case announcedFigures
  /// Of one source under its id.
  case sources
  /// Of one party under its id.
  case parties
  /// Of one site under its id.
  case sites
  /// The heading of a series.
  case series
  /// The head of a scenario.
  case scenarios
}

/// One field of the deal file: what it takes, where it may stand, and what it means.
public struct FieldDefinition: Sendable {
  /// The part of the format that the field belongs to.
  public let section: FieldSection
  /// The path with the names of list elements left out, such as `halls[].criticalIT`.
  public let pattern: String
  /// Which kind it is.
  public let kind: FieldKind
  /// The blocks that the field may stand in; of a section without blocks, the head.
  public let blocks: [FieldBlock]
  /// Whether the deal, or the list element that the field is in, is wrong without it.
  public let isRequired: Bool
  /// One sentence of what the field means.
  public let summary: String
  /// A scalar that the field takes.
  public let example: String
  /// Whether other fields stand below, so that the field is one word for them all.
  public internal(set) var isGroup = false

  init(
    _ pattern: String, _ kind: FieldKind, _ summary: String, _ example: String,
    section: FieldSection = .terms,
    blocks: [FieldBlock] = [.terms, .assumptions, .solved], isRequired: Bool = false
  ) {
    self.section = section
    self.pattern = pattern
    self.kind = kind
    self.blocks = blocks
    self.isRequired = isRequired
    self.summary = summary
    self.example = example
  }

  /// The fault of a text that is a value of the first key below the field, and no word of its own.
  func keyFault(of field: DealField) -> FieldFault? {
    guard isGroup, let key = FieldCatalog.group(pattern, in: section)?.keys.first,
      let below = FieldCatalog.definition("\(pattern).\(key)", in: section),
      (try? below.kind.value(of: field.text)) != nil
    else { return nil }
    let name = pattern.split(separator: ".").last.map(String.init) ?? pattern
    return .belongsUnderKey(field.text, field: name, key: key)
  }

  /// The path as a page of documentation names it, such as `terms.halls[].criticalIT`.
  public var fullPattern: String {
    switch section {
    case .head, .amendment, .series, .scenarios: pattern
    case .terms: "\(blocks.first?.rawValue ?? section.rawValue).\(pattern)"
    case .announcedFigures: "\(section.rawValue).\(pattern)"
    case .sources, .parties, .sites: "\(section.rawValue).ID.\(pattern)"
    }
  }
}

extension FieldDefinition {
  /// Checks a text as the field's value.
  ///
  /// - Throws: What is wrong with it by itself; what it says beside other fields is not looked at.
  public func check(_ text: String) throws(FieldFault) {
    _ = try kind.value(of: text)
  }
}
