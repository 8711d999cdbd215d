/// Every field of the deal file, once: the parser, `new`, suggestions and documentation read it.
public enum FieldCatalog {
  /// In the order in which a file is written, section by section.
  public static let all: [FieldDefinition] = {
    let fields =
      head + amendment + terms + announcedFigures + sources + parties + sites + series + scenarios
    let groups = Dictionary(grouping: fields, by: \.section).mapValues { FieldGroup.groups(of: $0) }
    return fields.map { field in
      var field = field
      field.isGroup = groups[field.section]?[field.pattern] != nil
      return field
    }
  }()

  /// The terms, in the order in which a deal is written down.
  static let terms = identityTerms + deliveryTerms + rentTerms + moneyTerms + recordedTerms

  /// The words that stand in any group and are not fields of their own.
  public static let groupWords = ["source", "note"]

  private static let bySection = Dictionary(grouping: all, by: \.section)
    .mapValues { definitions in
      Dictionary(definitions.map { ($0.pattern, $0) }, uniquingKeysWith: { first, _ in first })
    }

  private static let ofTerms = bySection[.terms] ?? [:]

  private static let groupsBySection = Dictionary(grouping: all, by: \.section)
    .mapValues { FieldGroup.groups(of: $0) }

  /// The field of a pattern such as `halls[].criticalIT`.
  ///
  /// - Complexity: O(1)
  public static func definition(_ pattern: String, in section: FieldSection) -> FieldDefinition? {
    section == .terms ? ofTerms[pattern] : bySection[section]?[pattern]
  }

  /// The path of the field whose last key is a name, where a section has just one.
  public static func place(of name: String, in section: FieldSection) -> String? {
    let wanted = name.lowercased()
    let places = all.filter { definition in
      definition.section == section && !definition.pattern.contains("[")
        && definition.pattern.split(separator: ".").last?.lowercased() == wanted
    }
    return places.count == 1 ? places.first?.pattern : nil
  }

  /// The group or list at a pattern, such as `halls`, `halls[]` or `rent`; empty for the root.
  public static func group(_ pattern: String, in section: FieldSection) -> FieldGroup? {
    groupsBySection[section]?[pattern]
  }
}

/// A place of the format that other fields stand below.
public struct FieldGroup: Sendable {
  /// The keys below, in the order of the catalog; empty of a list.
  public fileprivate(set) var keys: [String] = []
  /// Whether elements stand below.
  public fileprivate(set) var isList = false
  /// The fields directly below without which the group is wrong.
  public fileprivate(set) var requiredKeys: [String] = []

  fileprivate static func groups(of definitions: [FieldDefinition]) -> [String: FieldGroup] {
    var groups: [String: FieldGroup] = [:]
    for definition in definitions {
      var parent = ""
      for part in definition.pattern.split(separator: ".") {
        let key = String(part.prefix { $0 != "[" })
        if !groups[parent, default: FieldGroup()].keys.contains(key) {
          groups[parent, default: FieldGroup()].keys.append(key)
        }
        parent = parent.isEmpty ? key : "\(parent).\(key)"
        if part.hasSuffix("[]") {
          groups[parent, default: FieldGroup()].isList = true
          parent += "[]"
        }
      }
      guard definition.isRequired else { continue }
      let parts = definition.pattern.split(separator: ".")
      let above = parts.dropLast().joined(separator: ".")
      groups[above, default: FieldGroup()].requiredKeys.append(String(parts[parts.count - 1]))
    }
    return groups
  }
}
