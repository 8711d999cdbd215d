import FinanceBasics

/// The names of things, without regard to case and spaces, each of one thing.
struct NameIndex: Sendable {
  private var idsByName: [String: String] = [:]

  /// Adds the names of a thing, and says which of them belong to another.
  mutating func add(_ names: [String], of id: String) -> [RegisterFault] {
    var faults: [RegisterFault] = []
    for name in names {
      let folded = Self.folded(name)
      if let other = idsByName[folded], other != id {
        faults.append(.nameTaken(name, by: other, and: id))
      } else {
        idsByName[folded] = id
      }
    }
    return faults
  }

  func id(of name: String) -> String? { idsByName[name] ?? idsByName[Self.folded(name)] }

  func nearest(to name: String) -> String? {
    nearestName(to: Self.folded(name), among: idsByName.keys.sorted()).flatMap { idsByName[$0] }
  }

  /// Lower case, one space between words, none around them.
  static func folded(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
