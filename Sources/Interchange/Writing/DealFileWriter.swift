import FinanceBasics
public import LeaseModel

/// Writes a deal as a deal file, which reads back as the same fields.
public struct DealFileWriter: Sendable {
  /// Needs nothing.
  public init() {}

  /// The whole file, with a line end behind the last line.
  public func text(of deal: Deal) -> String {
    var lines: [String] = []
    var written: Set<FieldBlock> = []
    let head = tree(of: deal.fields.filter { $0.block == .head })
    let fileSources = deal.fields.first { $0.block == .head && $0.path == .root.key("source") }
    var writtenHead: Set<FieldPath> = []
    for field in deal.fields {
      if field.block == .head {
        guard let key = field.path.steps.first, writtenHead.insert(FieldPath([key])).inserted else {
          continue
        }
        guard let child = head.children.first(where: { $0.step == key }) else { continue }
        if field.path == .root.key("source") {
          lines.append("source: \(list(field.sources))")
        } else {
          var writing = FieldWriting()
          writing.write(child, indent: 0, inherited: .init(sources: [], note: nil))
          lines += writing.lines
        }
      } else if written.insert(field.block).inserted {
        let isDisclosed = field.block == .terms || field.block == .announcedFigures
        let inherited = FieldTree.Standing(
          sources: isDisclosed ? fileSources?.sources ?? [] : [], note: nil)
        lines.append("\(field.block.rawValue):")
        var writing = FieldWriting()
        for child in tree(of: deal.fields.filter { $0.block == field.block }).children {
          writing.write(child, indent: 1, inherited: inherited)
        }
        lines += writing.lines
      }
    }
    return (lines + Self.sourceLines(of: deal.sources)).joined(separator: "\n") + "\n"
  }

  private func tree(of fields: [DealField]) -> FieldTree {
    var tree = FieldTree()
    for field in fields { tree.insert(field) }
    return tree
  }

  static func sourceLines(of sources: [Source]) -> [String] {
    guard !sources.isEmpty else { return [] }
    return ["sources:"]
      + sources.map { source in
        let values = [
          ("kind", source.tier.rawValue), ("date", source.date?.description),
          ("title", source.title), ("url", source.url), ("via", source.via),
        ]
        let parts = values.compactMap { key, value in value.map { "\(key): \(scalarText($0))" } }
        return "  \(source.id): {\(parts.joined(separator: ", "))}"
      }
  }
}

/// One source, or a list of sources.
func list(_ sources: [SourceID]) -> String {
  sources.count == 1 ? sources[0].text : "[\(sources.map(\.text).joined(separator: ", "))]"
}

/// The lines of one block, written group by group.
struct FieldWriting {
  private(set) var lines: [String] = []
  /// Whether a group of which nothing but its fields is to be said stands on one line in braces.
  let isBrief: Bool

  /// The column that a group on one line does not go beyond.
  private static let briefWidth = 100

  init(isBrief: Bool = false) {
    self.isBrief = isBrief
  }

  /// Writes a group, a list or a leaf under its key.
  ///
  /// - Parameter inherited: What stands behind a leaf that says nothing of its own.
  mutating func write(_ child: FieldTree.Child, indent: Int, inherited: FieldTree.Standing) {
    let space = String(repeating: "  ", count: indent)
    let lead: String
    switch child.step {
    case .key(let key): lead = "\(space)\(key):"
    case .element: lead = "\(space)-"
    }
    let tree = child.tree
    if let leaf = tree.leaf, tree.children.isEmpty {
      lines.append("\(lead) \(leafText(leaf, inherited))")
      return
    }
    if isBrief, let text = briefText(of: tree, inherited),
      lead.count + 1 + text.count <= Self.briefWidth
    {
      lines.append("\(lead) \(text)")
      return
    }
    lines.append(lead)
    if tree.isList, tree.leaf == nil {
      for element in tree.children { write(element, indent: indent + 1, inherited: inherited) }
      return
    }
    var standing = inherited
    if let common = tree.commonStanding, common != inherited, Self.isWritable(common, inherited) {
      standing = common
      lines += standingLines(common, over: inherited, indent: indent + 1)
    }
    if let leaf = tree.leaf {
      lines.append("\(space)  value: \(scalarText(leaf.text))")
      let own = FieldTree.Standing(sources: leaf.sources, note: leaf.note)
      lines += standingLines(own, over: standing, indent: indent + 1)
      standing = own
    }
    for below in tree.children { write(below, indent: indent + 1, inherited: standing) }
  }

  /// A group in braces or a list in brackets; `nil` where more is to be said than its fields.
  private func briefText(of tree: FieldTree, _ inherited: FieldTree.Standing) -> String? {
    guard tree.leaf == nil else { return nil }
    var parts: [String] = []
    for child in tree.children {
      let text: String
      if let leaf = child.tree.leaf {
        guard child.tree.children.isEmpty else { return nil }
        text = leafText(leaf, inherited)
      } else {
        guard let below = briefText(of: child.tree, inherited) else { return nil }
        text = below
      }
      switch child.step {
      case .key(let key): parts.append("\(key): \(text)")
      case .element: parts.append(text)
      }
    }
    let joined = parts.joined(separator: ", ")
    return tree.isList ? "[\(joined)]" : "{\(joined)}"
  }

  /// A note that stands behind a group cannot be taken from its leaves again.
  private static func isWritable(
    _ standing: FieldTree.Standing, _ inherited: FieldTree.Standing
  ) -> Bool {
    !standing.sources.isEmpty || inherited.sources.isEmpty
  }

  private func standingLines(
    _ standing: FieldTree.Standing, over inherited: FieldTree.Standing, indent: Int
  ) -> [String] {
    let space = String(repeating: "  ", count: indent)
    var lines: [String] = []
    if standing.sources != inherited.sources {
      lines.append("\(space)source: \(list(standing.sources))")
    }
    if standing.note != inherited.note, let note = standing.note {
      lines.append("\(space)note: \(scalarText(note))")
    }
    return lines
  }

  private func leafText(_ leaf: DealField, _ inherited: FieldTree.Standing) -> String {
    var parts = ["value: \(scalarText(leaf.text))"]
    if leaf.sources != inherited.sources { parts.append("source: \(list(leaf.sources))") }
    if leaf.note != inherited.note, let note = leaf.note {
      parts.append("note: \(scalarText(note))")
    }
    return parts.count == 1 ? scalarText(leaf.text) : "{\(parts.joined(separator: ", "))}"
  }
}
