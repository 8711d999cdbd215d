import LeaseModel

/// The JSON Schema of one part of a file, made from the catalog of its fields.
struct FieldSchema {
  /// The part of the format.
  let section: FieldSection
  /// Fields that may not stand in the block are left out.
  let block: FieldBlock
  /// Whether a list element without what it needs is wrong: what assumptions lack, terms may give.
  private var requiresElements: Bool { block == .terms || block == .head }

  init(section: FieldSection, block: FieldBlock) {
    self.section = section
    self.block = block
  }

  /// The whole part: a group of its outermost fields.
  var root: JSONValue { group("", members(of: "")) }

  /// The outermost fields by name, in the order of the catalog.
  var properties: [JSONValue.Member] { members(of: "") }

  /// What may stand at a pattern: a value, a group, a list, or the word that there is none.
  private func schema(of pattern: String) -> JSONValue {
    let definition = definition(pattern)
    let below = members(of: pattern)
    var forms: [JSONValue] = []
    if let definition {
      forms.append(schema(of: definition))
      if takesGroupWords {
        forms.append(Self.statedValue(schema(of: definition), groupWords, below))
      }
    }
    if FieldCatalog.group(pattern, in: section)?.isList == true { forms.append(list(pattern)) }
    if !below.isEmpty, definition == nil || !takesGroupWords {
      forms.append(group(pattern, below))
    }
    if section != .sources { forms.append(Self.absence) }
    guard let definition else { return forms.count == 1 ? forms[0] : ["anyOf": .array(forms)] }
    return [
      "description": .string("\(definition.summary) Takes \(definition.kind.summary)."),
      "examples": [.string(definition.example)], "anyOf": .array(forms),
    ]
  }

  /// A value with its own source and note; what stands below it may stand without it.
  private static func statedValue(
    _ schema: JSONValue, _ groupWords: [JSONValue.Member], _ below: [JSONValue.Member]
  ) -> JSONValue {
    let value = JSONValue.Member("value", ["anyOf": [schema, absence]])
    return .object(
      object([value] + below + groupWords, requiring: below.isEmpty ? ["value"] : []))
  }

  /// What a value looks like; of a scenario, which changes what others state, without limits.
  private func schema(of definition: FieldDefinition) -> JSONValue {
    block == .scenario ? definition.kind.schema : definition.schema
  }

  /// What may be written for any value.
  private static let absence: JSONValue = ["enum": ["none", "not disclosed"]]

  /// The id of a source, or several.
  static let sourceNames: JSONValue = [
    "description": "The id of the source, or a list of ids, under sources.",
    "anyOf": [
      FieldKind.identifier.schema,
      ["type": "array", "minItems": 1, "items": FieldKind.identifier.schema],
    ],
  ]

  private func group(_ pattern: String, _ members: [JSONValue.Member]) -> JSONValue {
    let isElement = pattern.hasSuffix("[]")
    let required = FieldCatalog.group(pattern, in: section)?.requiredKeys ?? []
    let needed = required.filter {
      isElement && (requiresElements || $0 == "name") || section == .sources
    }
    return .object(
      Self.object(members + groupWords, requiring: needed) + rules(of: pattern))
  }

  /// What the fields of a group say together.
  private func rules(of pattern: String) -> [JSONValue.Member] {
    guard section == .terms, block != .scenario else { return [] }
    if pattern == "rent" || pattern == "periods[].rent" { return [Self.oneWayOfStatingRent] }
    guard pattern.hasSuffix("[]"), requiresElements else { return [] }
    let starts = FieldCatalog.startKeys(of: String(pattern.dropLast(2)))
    return starts.isEmpty
      ? [] : [JSONValue.Member("anyOf", .array(starts.map { ["required": [.string($0)]] }))]
  }

  /// A plain value beside another, as `field.contradictory` has it.
  private static let oneWayOfStatingRent: JSONValue.Member = {
    let stated: JSONValue = ["type": ["string", "number"], "not": absence]
    let keys = ["contractValue", "rate"]
    return JSONValue.Member(
      "not",
      [
        "required": .array(keys.map { .string($0) }),
        "properties": .object(keys.map { JSONValue.Member($0, stated) }),
      ])
  }()

  private func list(_ pattern: String) -> JSONValue {
    ["type": "array", "minItems": 1, "items": schema(of: "\(pattern)[]")]
  }

  private static func object(
    _ members: [JSONValue.Member], requiring keys: [String]
  ) -> [JSONValue.Member] {
    var object: [JSONValue.Member] = [
      JSONValue.Member("type", "object"), JSONValue.Member("minProperties", 1),
      JSONValue.Member("additionalProperties", false),
      JSONValue.Member("properties", .object(members)),
    ]
    if !keys.isEmpty {
      object.append(JSONValue.Member("required", .array(keys.map { .string($0) })))
    }
    return object
  }

  private func members(of pattern: String) -> [JSONValue.Member] {
    guard let group = FieldCatalog.group(pattern, in: section) else { return [] }
    return group.keys.filter { !$0.isEmpty }.compactMap { key in
      let below = pattern.isEmpty ? key : "\(pattern).\(key)"
      guard isAllowed(below) else { return nil }
      return JSONValue.Member(key, schema(of: below))
    }
  }

  private var takesGroupWords: Bool { !groupWords.isEmpty }

  /// `source` and `note`, which may stand in any group of a deal; of parties and sites, `note`.
  private var groupWords: [JSONValue.Member] {
    let note = JSONValue.Member("note", FieldKind.text.schema)
    return switch section {
    case .sources, .definitions, .series, .scenarios: []
    case .parties, .sites: [note]
    case .head, .amendment, .terms, .announcedFigures:
      block == .scenario ? [note] : [JSONValue.Member("source", Self.sourceNames), note]
    }
  }

  private func definition(_ pattern: String) -> FieldDefinition? {
    FieldCatalog.definition(pattern, in: section).flatMap {
      $0.blocks.contains(block == .scenario ? .assumptions : block) ? $0 : nil
    }
  }

  private func isAllowed(_ pattern: String) -> Bool {
    if definition(pattern) != nil { return true }
    guard let group = FieldCatalog.group(pattern, in: section) else { return false }
    if group.isList, isAllowed("\(pattern)[]") { return true }
    return group.keys.contains { isAllowed("\(pattern).\($0)") }
  }
}
