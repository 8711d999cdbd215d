/// The place of a field in a deal file, such as `halls[hall 1].criticalIT`.
///
/// An element of a list is named by its `name` where it has one, else by its number from 1.
public struct FieldPath: Hashable, Sendable, Comparable, CustomStringConvertible {
  public enum Step: Hashable, Sendable {
    case key(String)
    case element(String)
  }

  public let steps: [Step]

  public static let root = FieldPath([])

  public init(_ steps: [Step]) {
    self.steps = steps
  }

  public func key(_ name: String) -> FieldPath { FieldPath(steps + [.key(name)]) }

  public func element(_ name: String) -> FieldPath { FieldPath(steps + [.element(name)]) }

  /// Whether this path is the other or lies below it.
  public func isAt(orBelow other: FieldPath) -> Bool { steps.starts(with: other.steps) }

  public var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .key(let name): text += text.isEmpty ? name : ".\(name)"
      case .element(let name): text += "[\(name)]"
      }
    }
    return text
  }

  /// By the text of the path.
  public static func < (left: FieldPath, right: FieldPath) -> Bool {
    left.description < right.description
  }
}
