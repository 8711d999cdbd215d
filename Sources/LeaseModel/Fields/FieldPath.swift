/// The place of a field in a deal file, such as `halls[hall 1].criticalIT`.
///
/// An element of a list is named by its `name` where it has one, else by its number from 1.
public struct FieldPath: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// One step down into a file.
  public enum Step: Hashable, Sendable {
    case key(String)
    case element(String)
  }

  private let text: String

  /// The path of everything.
  public static let root = FieldPath(text: "")

  /// - Precondition: No key and no element holds a bracket, and no key a point.
  public init(_ steps: [Step]) {
    self = steps.reduce(.root) { path, step in
      switch step {
      case .key(let name): path.key(name)
      case .element(let name): path.element(name)
      }
    }
  }

  private init(text: String) {
    self.text = text
  }

  /// Takes a path that is known to be well formed.
  init(known text: String) {
    self.text = text
  }

  /// Reads a path as `description` writes it; `nil` for what no field can have.
  public init?(parsing text: String) {
    var isInElement = false
    var length = 0
    var last: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "["):
        guard !isInElement, length > 0 || last == UInt8(ascii: "]") else { return nil }
        isInElement = true
        length = 0
      case UInt8(ascii: "]"):
        guard isInElement, length > 0 else { return nil }
        isInElement = false
        length = 0
      case UInt8(ascii: ".") where !isInElement:
        guard length > 0 || last == UInt8(ascii: "]") else { return nil }
        length = 0
      default:
        guard isInElement || last != UInt8(ascii: "]") else { return nil }
        length += 1
      }
      last = byte
    }
    guard !isInElement, length > 0 || last == UInt8(ascii: "]") else { return nil }
    self.text = text
  }

  /// The keys and elements from the outermost one in.
  public var steps: [Step] {
    var steps: [Step] = []
    var rest = text[...]
    while let first = rest.first {
      if first == "[" {
        let name = rest.dropFirst().prefix { $0 != "]" }
        steps.append(.element(String(name)))
        rest = rest.dropFirst(name.count + 2)
      } else {
        let name = rest.drop { $0 == "." }.prefix { $0 != "." && $0 != "[" }
        steps.append(.key(String(name)))
        rest = rest[name.endIndex...]
      }
    }
    return steps
  }

  /// The path one key below.
  public func key(_ name: String) -> FieldPath {
    FieldPath(text: text.isEmpty ? name : "\(text).\(name)")
  }

  /// The path of one element of this list.
  public func element(_ name: String) -> FieldPath { FieldPath(text: "\(text)[\(name)]") }

  /// Whether this path is the other or lies below it.
  public func isAt(orBelow other: FieldPath) -> Bool {
    guard text.utf8.starts(with: other.text.utf8) else { return false }
    let count = other.text.utf8.count
    guard count > 0, text.utf8.count > count else { return true }
    let next = text.utf8[text.utf8.index(text.utf8.startIndex, offsetBy: count)]
    return next == UInt8(ascii: ".") || next == UInt8(ascii: "[")
  }

  /// The same in words that a user reads.
  public var description: String { text }

  /// By the text of the path.
  public static func < (left: FieldPath, right: FieldPath) -> Bool { left.text < right.text }
}

extension FieldPath {
  /// The path without the names of its elements, such as `halls[].criticalIT`.
  var pattern: String {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isInElement = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "]") { isInElement = false }
      if !isInElement { bytes.append(byte) }
      if byte == UInt8(ascii: "[") { isInElement = true }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The outermost list that the field is in, such as `halls`; `nil` outside of lists.
  var outermostList: FieldPath? {
    text.firstIndex(of: "[").map { FieldPath(text: String(text[..<$0])) }
  }

  /// The lists that the field is in with the element of each, the outermost first.
  var elements: [(list: String, element: String)] {
    var found: [(list: String, element: String)] = []
    var start: String.Index?
    var index = text.utf8.startIndex
    while index < text.utf8.endIndex {
      let byte = text.utf8[index]
      let next = text.utf8.index(after: index)
      if byte == UInt8(ascii: "[") { start = index }
      if byte == UInt8(ascii: "]"), let opening = start {
        let first = text.utf8.index(after: opening)
        found.append((String(text[..<opening]), String(text[first..<index])))
      }
      index = next
    }
    return found
  }

  /// The path one step up; `nil` for the root.
  package var parent: FieldPath? {
    guard !text.isEmpty else { return nil }
    guard let end = text.lastIndex(where: { $0 == "[" || $0 == "." }) else { return .root }
    guard text.last == "]" else { return FieldPath(text: String(text[..<end])) }
    let opening = text.lastIndex(of: "[") ?? text.startIndex
    return FieldPath(text: String(text[..<opening]))
  }
}
