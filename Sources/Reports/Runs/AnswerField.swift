import FinanceBasics

/// One figure or word of an answer, by the row that it stands in and the name of its column.
struct AnswerField: Hashable {
  /// What names the row, from the outside in, such as a deal and a charge; empty of the whole.
  let row: [String]
  /// The keys with points between, such as `irr.rate`.
  let name: String
  let value: JSONValue
}

extension AnswerField {
  /// The fields of an answer in the order in which it has them.
  static func all(of answer: JSONValue) -> [AnswerField] {
    var walk = AnswerWalk()
    walk.take(answer, row: [], name: "")
    return walk.fields
  }
}

/// Takes an answer apart.
private struct AnswerWalk {
  private(set) var fields: [AnswerField] = []

  /// Members that name the row that an object is, in the order in which people read them.
  private static let identities = [
    "scenario", "deal", "id", "landlord", "hall", "period_start", "period_end", "charge", "line",
    "item", "measure", "step", "tier", "assumption", "name", "holder",
  ]
  /// Objects that are rows beside the rows of a list.
  private static let rows: Set = ["total"]

  mutating func take(_ value: JSONValue, row: [String], name: String) {
    switch value {
    case .object(let members): take(members, row: row, name: name)
    case .array(let elements): take(elements, row: row, name: name)
    default: fields.append(AnswerField(row: row, name: name, value: value))
    }
  }

  /// An object of the whole answer, or in a list, is a row; within a row its members are fields.
  private mutating func take(_ members: [JSONValue.Member], row: [String], name: String) {
    let isRow = name.isEmpty
    let identity = isRow ? Self.identity(of: members) : []
    let own = row + identity.map(\.text)
    for member in members where !identity.contains(where: { $0.key == member.key }) {
      if Self.rows.contains(member.key), case .object(let members) = member.value {
        take(members, row: own + [member.key], name: "")
      } else {
        take(member.value, row: own, name: isRow ? member.key : "\(name).\(member.key)")
      }
    }
  }

  private mutating func take(_ elements: [JSONValue], row: [String], name: String) {
    var seen: [[String]: Int] = [:]
    for (index, element) in elements.enumerated() {
      guard case .object(let members) = element else {
        take(element, row: row, name: "\(name)[\(index + 1)]")
        continue
      }
      let identity = Self.identity(of: members).map(\.text)
      let place = seen[identity, default: 0] + 1
      seen[identity] = place
      // The rows of an answer are known by what they are of; a list within a row has a name too.
      let list = name.isEmpty || name == "rows" ? [] : [name]
      let number = identity.isEmpty || place > 1 ? ["\(identity.isEmpty ? index + 1 : place)"] : []
      take(element, row: row + list + number, name: "")
    }
  }

  /// The members that name an object of a list; of a cell of a grid all but its value.
  private static func identity(
    of members: [JSONValue.Member]
  ) -> [(key: String, text: String)] {
    let named = identities.compactMap { key in
      members.first { $0.key == key }.flatMap { member in
        member.value.words.map { (key, $0) }
      }
    }
    guard named.isEmpty, members.contains(where: { $0.key == "value" }) else { return named }
    return members.filter { $0.key != "value" }.compactMap { member in
      member.value.words.map { (member.key, "\(member.key) \($0)") }
    }
  }
}

extension JSONValue {
  /// A figure or a word alone, as people read it; `nil` for nothing, and for several.
  var words: String? {
    switch self {
    case .null, .array, .object: nil
    case .bool(let isTrue): isTrue ? "yes" : "no"
    case .number(let number): number.description
    case .string(let text): text
    }
  }
}
