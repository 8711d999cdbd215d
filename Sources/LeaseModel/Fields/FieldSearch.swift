import FinanceBasics

/// The fields that a person means by a name or a path.
public struct FieldSearch: Sendable {
  /// In the order of the catalog: the field itself, those below a group, or all of a name.
  public let fields: [FieldDefinition]
  /// Where nothing is found, the path that was most likely meant.
  public let nearest: String?

  /// Looks for a path with or without its block and its list brackets, or for a name alone.
  ///
  ///     FieldSearch("terms.halls[hall 1].criticalIT").fields  // one
  ///     FieldSearch("escalator").fields  // all that stand below rent.escalator, of every period
  ///
  /// - Parameter text: Letters count as they are written, then whatever their case.
  public init(_ text: String) {
    let wanted = Self.plain(text)
    let keyed = FieldCatalog.all.map { (field: $0, path: Self.plain($0.fullPattern)) }
    let exact = keyed.filter { Self.matches($0.path, wanted) }
    let below = keyed.filter { Self.stands($0.path, below: wanted) }
    let named = keyed.filter { $0.path.split(separator: ".").contains { $0 == wanted } }
    let found =
      wanted.contains(".") ? [exact, below] : exact.isEmpty ? [below, named] : [named]
    fields = found.first { !$0.isEmpty }?.map(\.field) ?? []
    nearest = fields.isEmpty ? Self.nearest(to: wanted, among: keyed.map(\.field)) : nil
  }

  private static let blocks = [
    "terms", "assumptions", "solved", "announcedfigures", "sources", "parties", "sites",
  ]

  /// A path in small letters, without its list elements and without ids.
  private static func plain(_ text: String) -> String {
    var isInElement = false
    let letters = text.lowercased().filter { letter in
      if letter == "[" { isInElement = true }
      defer { if letter == "]" { isInElement = false } }
      return !isInElement
    }
    return letters.split(separator: ".").filter { $0 != "id" }.joined(separator: ".")
  }

  private static func matches(_ path: String, _ wanted: String) -> Bool {
    path == wanted || withoutBlock(path) == withoutBlock(wanted) && sharesBlock(path, wanted)
  }

  private static func stands(_ path: String, below wanted: String) -> Bool {
    let above = withoutBlock(wanted)
    guard sharesBlock(path, wanted) else { return false }
    return above.isEmpty || withoutBlock(path).hasPrefix(above + ".")
  }

  /// Whether the block that was written, if one was, is one that the path may stand in.
  private static func sharesBlock(_ path: String, _ wanted: String) -> Bool {
    guard let written = block(of: wanted) else { return true }
    let own = block(of: path)
    return own == written || own == "terms" && ["assumptions", "solved"].contains(written)
  }

  private static func block(of path: String) -> String? {
    path.split(separator: ".").first.map(String.init).flatMap {
      blocks.contains($0) ? $0 : nil
    }
  }

  private static func withoutBlock(_ path: String) -> String {
    block(of: path) == nil
      ? path : path.split(separator: ".").dropFirst().joined(separator: ".")
  }

  private static func nearest(to text: String, among fields: [FieldDefinition]) -> String? {
    let last = text.split(separator: ".").last.map(String.init) ?? text
    let paths = fields.map(\.fullPattern)
    let names = fields.compactMap { $0.pattern.split(separator: ".").last.map(String.init) }
    return nearestName(to: text, among: paths + fields.map(\.pattern))
      ?? nearestName(to: last, among: names)
  }
}
