import FinanceBasics
import LeaseModel

/// A kind of file that people write, with its JSON Schema (draft 7, which editors know best).
///
/// The schemas are made from the catalog of fields that the parser itself reads by. They see
/// names, places and the look of values; what values mean together, `leasebook check` sees.
public enum FileSchema: String, CaseIterable, Sendable {
  /// Deals and amendments, and the sources, parties and sites that may stand in the same files.
  case deal
  /// What changes in the deals of a book.
  case scenario
  /// The heading of a table of indices, rates or prices.
  case series

  /// The name of its file, such as `deal.schema.json`.
  public var fileName: String { "\(rawValue).schema.json" }

  /// The schema, in a fixed order.
  public var json: JSONValue {
    let head: [JSONValue.Member] = [
      JSONValue.Member("$schema", "http://json-schema.org/draft-07/schema#"),
      JSONValue.Member("title", .string(title)),
      JSONValue.Member("type", "object"), JSONValue.Member("additionalProperties", false),
    ]
    return .object(head + SharedSchemas.sharing(content))
  }

  private var title: String {
    switch self {
    case .deal: "Leasebook: deals, amendments, parties and sites"
    case .scenario: "Leasebook: a scenario"
    case .series: "Leasebook: the heading of a series"
    }
  }

  private var content: [JSONValue.Member] {
    switch self {
    case .deal: Self.dealContent
    case .scenario: Self.scenarioContent
    case .series: Self.seriesContent
    }
  }

  private static func part(_ section: FieldSection, _ block: FieldBlock = .head) -> FieldSchema {
    FieldSchema(section: section, block: block)
  }

  /// Definitions by id, such as parties.
  private static func definitions(_ section: FieldSection) -> JSONValue {
    .object([
      JSONValue.Member("type", "object"),
      JSONValue.Member("propertyNames", ["pattern": .string("^\(FieldKind.identifier)$")]),
      JSONValue.Member("additionalProperties", part(section).root),
    ])
  }
}

extension FileSchema {
  private static var dealContent: [JSONValue.Member] {
    let own = part(.head).properties
    let ofAmendments = part(.amendment).properties
    let source = JSONValue.Member("source", FieldSchema.sourceNames)
    let blocks: [JSONValue.Member] = [
      JSONValue.Member("terms", part(.terms, .terms).root),
      JSONValue.Member("announcedFigures", part(.announcedFigures, .announcedFigures).root),
      JSONValue.Member("assumptions", part(.terms, .assumptions).root),
      JSONValue.Member("solved", part(.terms, .solved).root),
    ]
    let defined = [FieldSection.sources, .parties, .sites].map {
      JSONValue.Member($0.rawValue, definitions($0))
    }
    var properties: [JSONValue.Member] = []
    for member in own + ofAmendments.filter({ $0.key != "source" })
    where member.key != "source" && !properties.contains(where: { $0.key == member.key }) {
      properties.append(member)
    }
    return [
      JSONValue.Member("properties", .object([source] + properties + blocks + defined)),
      JSONValue.Member("not", ["required": ["deal", "amends"]]),
      JSONValue.Member("anyOf", .array([requiredOfDeals, requiredOfAmendments] + definingFiles)),
    ]
  }

  private static var requiredOfDeals: JSONValue {
    let outer = FieldCatalog.group("", in: .head)?.requiredKeys ?? []
    var terms = FieldCatalog.group("", in: .terms)?.requiredKeys ?? []
    let contract = FieldCatalog.group("contract", in: .terms)?.requiredKeys ?? []
    if !contract.isEmpty { terms.append("contract") }
    return [
      "required": .array((outer + ["terms"]).map { .string($0) }),
      "properties": [
        "terms": [
          "required": .array(terms.map { .string($0) }),
          "properties": [
            "contract": ["type": "object", "required": .array(contract.map { .string($0) })]
          ],
        ]
      ],
    ]
  }

  private static var requiredOfAmendments: JSONValue {
    let keys = FieldCatalog.group("", in: .amendment)?.requiredKeys ?? []
    let changes = [
      "remove", "terms", "announcedFigures", "assumptions", "solved", "conflicts",
      "notDisclosed", "notes",
    ]
    return [
      "required": .array(keys.map { .string($0) }),
      "anyOf": .array(changes.map { ["required": [.string($0)]] }),
    ]
  }

  /// Files that hold no deal, but what deals name.
  private static var definingFiles: [JSONValue] {
    ["parties", "sites"].map { key in
      [
        "required": [.string(key)],
        "not": ["anyOf": [["required": ["deal"]], ["required": ["amends"]]]],
      ]
    }
  }

  private static var scenarioContent: [JSONValue.Member] {
    let assumptions = part(.terms, .scenario).root
    let delays: JSONValue = [
      "description": "Days, months or quarters by the name of the hall, or all.",
      "type": "object", "minProperties": 1,
      "additionalProperties": [
        "type": "string",
        "pattern": "^[+-]?([0-9]{1,5} *(y|years?|q|quarters?|mo|months?|d|days?) *)+$",
      ],
    ]
    let changes: [JSONValue.Member] = [
      JSONValue.Member("assumptions", assumptions), JSONValue.Member("delays", delays),
    ]
    let ofDeal: JSONValue = [
      "type": "object", "minProperties": 1, "additionalProperties": false,
      "properties": .object(changes + [JSONValue.Member("note", FieldKind.text.schema)]),
    ]
    let deals: JSONValue = [
      "description": "Changes of single deals, each under its id.",
      "type": "object", "minProperties": 1, "additionalProperties": ofDeal,
    ]
    let properties =
      part(.scenarios).properties + changes + [JSONValue.Member("deals", deals)]
    return [
      JSONValue.Member("properties", .object(properties)),
      JSONValue.Member("required", ["scenario"]),
      JSONValue.Member(
        "anyOf", .array(["assumptions", "delays", "deals"].map { ["required": [.string($0)]] })),
    ]
  }

  private static var seriesContent: [JSONValue.Member] {
    let keys = FieldCatalog.group("", in: .series)?.requiredKeys ?? []
    let properties =
      part(.series).properties + [
        JSONValue.Member("source", FieldSchema.sourceNames),
        JSONValue.Member("sources", definitions(.sources)),
      ]
    return [
      JSONValue.Member("properties", .object(properties)),
      JSONValue.Member("required", .array((keys + ["source"]).map { .string($0) })),
      JSONValue.Member("allOf", .array(SeriesKind.allCases.map(Self.rule))),
    ]
  }

  /// The units and the frequencies that go with a kind of values.
  private static func rule(of kind: SeriesKind) -> JSONValue {
    let units = [kind.unitExample] + Currency.known.map { "\($0)/kW-month" }
    let accepted = kind == .prices ? [] : units.filter { kind.accepts(unit: $0) }
    let unit: JSONValue =
      accepted.isEmpty
      ? ["minLength": 1] : ["enum": .array(Set(accepted).sorted().map { .string($0) })]
    return [
      "if": ["properties": ["kind": ["const": .string(kind.rawValue)]]],
      "then": [
        "properties": [
          "unit": unit,
          "frequency": ["enum": .array(kind.frequencies.map { .string($0.rawValue) })],
        ]
      ],
    ]
  }
}
