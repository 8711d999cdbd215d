import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel

extension ExplanationReport {
  /// The whole tree: a part that stands in several places is written once, and named elsewhere.
  var json: JSONValue {
    var rows = DerivationRows(explanation.derivation, depth: extent?.depth)
    var members: [JSONValue.Member] = [
      .init("deal", .string(explanation.deal.text)),
      .init("subject", .string(explanation.subject)),
      .init("hall", .optional(explanation.hall)),
      .init("month", .optional(explanation.month?.description)),
      .init("case", .string(explanation.projectionCase.rawValue)),
      .init("projected", explanation.projectedMinorUnits.map { .amount($0) } ?? .null),
      .init("agrees", .bool(explanation.agrees)),
      .init("scenarios", .array(scenarios.map { .string($0) })),
      .init("remarks", .array(remarks.map { .string($0) })),
    ]
    members.append(.init("derivation", rows.tree()))
    return .object(members)
  }

  /// The tree as rows, each with the number of the row that it is a part of.
  var table: Table {
    var rows = DerivationRows(explanation.derivation, depth: extent?.depth)
    return Table(
      title: "Explanation", columns: DerivationRows.columns, rows: rows.table(), currency: nil,
      footnotes: [])
  }
}

extension ExplanationReport {
  /// A line a place of the tree, as CSV has them.
  public var jsonLines: String { renderJSONLines(table) }
}

/// Numbers the nodes of a derivation in the order in which they are met.
private struct DerivationRows {
  typealias Node = Derivation<ExplainedInput>

  private let root: Node
  private let depth: Int?
  private var text = DerivationText()
  private var numbers: [ObjectIdentifier: Int] = [:]
  private var count = 0

  init(_ root: Node, depth: Int?) {
    self.root = root
    self.depth = depth
  }

  mutating func tree() -> JSONValue { object(of: root, level: 0) }

  private mutating func object(of node: Node, level: Int) -> JSONValue {
    if !node.isLeaf, let number = numbers[ObjectIdentifier(node)] {
      return .object([.init("same_as", .integer(number))])
    }
    count += 1
    let number = count
    numbers[ObjectIdentifier(node)] = number
    var members: [JSONValue.Member] = [
      .init("id", .integer(number)), .init("label", .string(node.label)),
      .init("value", .string(text.plainValue(of: node))),
      .init("unit", .optional(node.unit.isEmpty ? nil : node.unit)),
      .init("operation", .string(node.operation)),
    ]
    if case .power(_, let power) = node.formula { members.append(.init("power", .integer(power))) }
    if let fraction = text.fraction(of: node) {
      members.append(.init("exactly", .string(fraction)))
    }
    if !node.note.isEmpty { members.append(.init("note", .string(node.note))) }
    if let input = node.quantity { members.append(.init("input", input.json)) }
    if !node.parts.isEmpty, depth.map({ level < $0 }) ?? true {
      var parts: [JSONValue] = []
      for part in node.parts { parts.append(object(of: part, level: level + 1)) }
      members.append(.init("parts", .array(parts)))
    }
    return .object(members)
  }

  static let columns = [
    Column("id", "Id", .count, isKey: true), Column("part_of", "Part of", .count),
    Column("same_as", "Same as", .count), Column("label", "Label", .text),
    Column("value", "Value", .text), Column("unit", "Unit", .text),
    Column("operation", "Operation", .text), Column("note", "Note", .text),
    Column("basis", "Basis", .text), Column("path", "Path", .text),
    Column("text", "Text", .text), Column("file", "File", .text), Column("line", "Line", .count),
    Column("sources", "Sources", .text),
  ]

  mutating func table() -> [Row] {
    var rows: [Row] = []
    var pending: [(node: Node, parent: Int?, level: Int)] = [(root, nil, 0)]
    // Each pass takes one place of the tree off the list.
    while let (node, parent, level) = pending.popLast() {
      let known = node.isLeaf ? nil : numbers[ObjectIdentifier(node)]
      let id = rows.count + 1
      if known == nil { numbers[ObjectIdentifier(node)] = id }
      rows.append(row(of: node, id: id, parent: parent, same: known))
      guard known == nil, depth.map({ level < $0 }) ?? true else { continue }
      pending += node.parts.reversed().map { ($0, id, level + 1) }
    }
    return rows
  }

  private mutating func row(of node: Node, id: Int, parent: Int?, same: Int?) -> Row {
    let input = node.quantity
    let words = { (text: String?) -> Value in text.map { $0.isEmpty ? .blank : .text($0) } ?? .blank
    }
    return Row([
      .count(id), parent.map { .count($0) } ?? .blank, same.map { .count($0) } ?? .blank,
      .text(node.label), .text(text.plainValue(of: node)), words(node.unit),
      .text(node.operation), words(node.note), words(input?.basis?.rawValue), words(input?.path),
      words(input?.text), words(input?.file), input?.line.map { .count($0) } ?? .blank,
      words(input?.sources.map(\.id).joined(separator: " ")),
    ])
  }
}

extension ExplainedInput {
  fileprivate var json: JSONValue {
    .object([
      .init("basis", .optional(basis?.rawValue)), .init("path", .string(path)),
      .init("text", .string(text)), .init("block", .string(block)),
      .init("file", .optional(file)), .init("line", line.map { .integer($0) } ?? .null),
      .init("note", .optional(note)),
      .init(
        "sources",
        .array(
          sources.map { source in
            [
              "id": .string(source.id), "kind": .optional(source.kind?.rawValue),
              "title": .optional(source.title), "date": .optional(source.date?.description),
              "url": .optional(source.url),
            ]
          })),
    ])
  }
}
