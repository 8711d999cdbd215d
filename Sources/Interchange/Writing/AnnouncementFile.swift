public import LeaseModel

/// A deal file with what one announcement says, and nothing else.
public struct AnnouncementFile: Sendable {
  private let id: DealID
  private let source: Source
  private var fields: [DealField] = []

  /// A file without terms, which no check passes.
  ///
  /// - Parameters:
  ///   - announced: The day or the period as written.
  ///   - source: What stands behind every term and figure.
  public init(id: DealID, name: String?, announced: String, source: Source) {
    self.id = id
    self.source = source
    state(.head, "deal", id.text)
    if let name { state(.head, "name", name) }
    state(.head, "announced", announced)
    state(.head, "source", source.id.text)
  }

  /// Adds what the announcement says of a field.
  ///
  /// - Parameters:
  ///   - path: Without the name of the block, such as `rent.contractValue`.
  ///   - text: As the file is to have it.
  /// - Precondition: The path is one that a field can have.
  public mutating func state(_ block: FieldBlock, _ path: String, _ text: String) {
    guard let path = FieldPath(parsing: path) else {
      preconditionFailure("\(path) is the path of a field")
    }
    fields.append(
      DealField(block: block, path: path, text: text, sources: [source.id], line: 0, column: 0))
  }

  /// The file, with a line end behind the last line.
  public var text: String {
    let head = fields.filter { $0.block == .head }.map { "\($0.path): \(scalarText($0.text))" }
    let blocks = [FieldBlock.terms, .announcedFigures].flatMap { block -> [String] in
      let lines = lines(of: block)
      return lines.isEmpty ? [] : [""] + lines
    }
    return (Self.remark + head + blocks + [""] + DealFileWriter.sourceLines(of: [source]))
      .joined(separator: "\n") + "\n"
  }

  private static let remark = [
    "# Written by leasebook reconcile --new: what was announced, and nothing else."
  ]

  private func lines(of block: FieldBlock) -> [String] {
    var tree = FieldTree()
    for field in fields where field.block == block { tree.insert(field) }
    guard !tree.children.isEmpty else { return [] }
    var writing = FieldWriting(isBrief: true)
    for child in tree.children {
      writing.write(
        child, indent: 1, inherited: FieldTree.Standing(sources: [source.id], note: nil))
    }
    return ["\(block.rawValue):"] + writing.lines
  }
}
