/// A place of a YAML document: a text, a group or a list, with where it begins.
struct DocumentNode {
  enum Content {
    case scalar(String)
    case mapping([Entry])
    case sequence([DocumentNode])
  }

  struct Entry {
    let key: String
    let keyPlace: Place
    let value: DocumentNode
  }

  /// A line and a column in characters, both from 1.
  struct Place: Hashable {
    let line: Int
    let column: Int
  }

  let content: Content
  let place: Place

  /// The entries of a group; empty of anything else.
  var entries: [Entry] {
    if case .mapping(let entries) = content { entries } else { [] }
  }

  /// The text of a scalar.
  var scalar: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  subscript(key: String) -> DocumentNode? { entries.first { $0.key == key }?.value }
}
