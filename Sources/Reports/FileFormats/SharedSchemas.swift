/// The parts of a schema that stand in several places, each written once and referred to.
struct SharedSchemas {
  /// What was taken out, in the order in which it first stands.
  private(set) var definitions: [JSONValue.Member] = []
  private var counts: [JSONValue: Int] = [:]
  private var names: [JSONValue: String] = [:]

  /// What is shorter is written out where it stands.
  private static let shortest = 4

  /// The schema with every repeated object of some size behind a reference.
  static func sharing(_ schema: [JSONValue.Member]) -> [JSONValue.Member] {
    var shared = SharedSchemas()
    for member in schema { schemas(in: member).forEach { shared.count($0) } }
    let rewritten = schema.map { shared.rewriting(member: $0) }
    return rewritten + [JSONValue.Member("definitions", .object(shared.definitions))]
  }

  private mutating func count(_ value: JSONValue) {
    switch value {
    case .object(let members):
      counts[value, default: 0] += 1
      // What stands in a part that was met before is shared with it.
      guard counts[value] == 1 else { return }
      for member in members { Self.schemas(in: member).forEach { count($0) } }
    case .array(let elements): for element in elements { count(element) }
    case .null, .bool, .number, .string: return
    }
  }

  private mutating func rewriting(_ value: JSONValue) -> JSONValue {
    switch value {
    case .object(let members):
      guard counts[value, default: 0] > 1, value.weight >= Self.shortest else {
        return .object(members.map { rewriting(member: $0) })
      }
      if let name = names[value] { return .reference(to: name) }
      let name = "part \(names.count + 1)"
      names[value] = name
      let place = definitions.count
      definitions.append(JSONValue.Member(name, .null))
      let body = members.map { rewriting(member: $0) }
      definitions[place] = JSONValue.Member(name, .object(body))
      return .reference(to: name)
    case .array(let elements): return .array(elements.map { rewriting($0) })
    case .null, .bool, .number, .string: return value
    }
  }
}

extension SharedSchemas {
  /// The schemas that a member holds: of `properties` those of every name, else the value itself.
  private static func schemas(in member: JSONValue.Member) -> [JSONValue] {
    guard member.key == "properties", case .object(let members) = member.value else {
      return [member.value]
    }
    return members.map(\.value)
  }

  private mutating func rewriting(member: JSONValue.Member) -> JSONValue.Member {
    guard member.key == "properties", case .object(let members) = member.value else {
      return JSONValue.Member(member.key, rewriting(member.value))
    }
    let rewritten = members.map { JSONValue.Member($0.key, rewriting($0.value)) }
    return JSONValue.Member(member.key, .object(rewritten))
  }
}

extension JSONValue {
  /// A reference to a definition by its name.
  fileprivate static func reference(to name: String) -> JSONValue {
    let escaped = name.split(separator: " ").joined(separator: "%20")
    return ["$ref": .string("#/definitions/\(escaped)")]
  }

  /// How many values the value is made of.
  fileprivate var weight: Int {
    switch self {
    case .object(let members): members.reduce(1) { $0 + $1.value.weight }
    case .array(let elements): elements.reduce(1) { $0 + $1.weight }
    case .null, .bool, .number, .string: 1
    }
  }
}
