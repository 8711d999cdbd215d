import FinanceBasics
import LeaseModel

/// Takes fields out of a block of a document by turning their lines into comments.
///
/// A field on lines of its own is commented out. Of a group in braces, and of the first field behind
/// a dash, the whole line becomes a comment and stands below anew without the field.
struct FieldWithdrawal {
  let layout: DocumentLayout
  /// Where the values of the fields begin.
  let places: Set<DocumentNode.Place>
  /// Where every scalar begins that is no field any more; names of elements that went among them.
  private(set) var vanished: Set<DocumentNode.Place> = []
  /// The lines that become comments, in their order, with the indentation of the comment.
  private var commented: [(lines: ClosedRange<Int>, indentation: Int)] = []
  private var rewritings: [Rewriting] = []

  /// Lines that become comments and stand below them again without some of their bytes.
  private struct Rewriting {
    var lines: ClosedRange<Int>
    var deletions: [Range<Int>]
  }

  /// Words of a group that say nothing without the fields beside them.
  private static let accompanying: Set = ["name", "source", "note"]

  /// - Parameter root: The entry of the block, which begins a line.
  /// - Throws: `solved.layout`.
  init(
    _ places: Set<DocumentNode.Place>, from root: DocumentNode.Entry, before end: Int,
    in layout: DocumentLayout
  ) throws(SolvedEditFault) {
    self.layout = layout
    self.places = places
    let line = root.keyPlace.line - 1
    let lines = line...layout.lastContentLine(from: line, before: end)
    if isWithdrawn(root.value) {
      comment(lines, of: root.value)
    } else {
      try withdraw(from: root.value, unit: lines, before: end)
    }
  }

  // MARK: - What goes

  /// Whether nothing is left of a node.
  private func isWithdrawn(_ node: DocumentNode) -> Bool {
    switch node.content {
    case .scalar: return places.contains(node.place)
    case .sequence(let elements): return !elements.isEmpty && elements.allSatisfy(isWithdrawn)
    case .mapping(let entries):
      let fields = entries.filter { !Self.accompanying.contains($0.key) }
      return !fields.isEmpty && fields.allSatisfy { isWithdrawn($0.value) }
    }
  }

  private func holdsWithdrawn(_ node: DocumentNode) -> Bool {
    switch node.content {
    case .scalar: places.contains(node.place)
    case .sequence(let elements): elements.contains(where: holdsWithdrawn)
    case .mapping(let entries): entries.contains { holdsWithdrawn($0.value) }
    }
  }

  private mutating func vanish(_ node: DocumentNode) {
    switch node.content {
    case .scalar: vanished.insert(node.place)
    case .sequence(let elements): for element in elements { vanish(element) }
    case .mapping(let entries): for entry in entries { vanish(entry.value) }
    }
  }

  private mutating func comment(_ lines: ClosedRange<Int>, of node: DocumentNode) {
    vanish(node)
    commented.append((lines, layout.indentation(ofLine: lines.lowerBound)))
  }

  private mutating func delete(_ range: Range<Int>, in unit: ClosedRange<Int>) {
    if let index = rewritings.firstIndex(where: { $0.lines == unit }) {
      rewritings[index].deletions.append(range)
    } else {
      rewritings.append(Rewriting(lines: unit, deletions: [range]))
    }
  }

  // MARK: - Going down

  /// - Parameters:
  ///   - unit: The lines of the innermost entry around the node that begins a line.
  ///   - end: The line on which something else begins.
  private mutating func withdraw(
    from node: DocumentNode, unit: ClosedRange<Int>, before end: Int, isInFlow: Bool = false
  ) throws(SolvedEditFault) {
    let isFlow = layout.isFlow(node)
    switch node.content {
    case .scalar: break
    case .mapping(let entries) where isFlow:
      let places = entries.map { (key: $0.keyPlace, value: $0.value) }
      try withdraw(fromFlow: places, unit: unit, before: end)
    case .sequence(let elements) where isFlow:
      let places = elements.map { (key: $0.place, value: $0) }
      try withdraw(fromFlow: places, unit: unit, before: end)
    case .mapping where isInFlow, .sequence where isInFlow:
      throw layout.layoutFault(at: layout.offset(of: node.place))
    case .mapping(let entries):
      try withdraw(from: entries, unit: unit, before: end)
    case .sequence(let elements):
      try withdraw(from: elements, unit: unit, before: end)
    }
  }

  /// A group with a line or more for each entry.
  private mutating func withdraw(
    from entries: [DocumentNode.Entry], unit: ClosedRange<Int>, before end: Int
  ) throws(SolvedEditFault) {
    var first = 0
    if let entry = entries.first, isWithdrawn(entry.value), !beginsLine(entry) {
      first = entries.firstIndex { !isWithdrawn($0.value) } ?? entries.endIndex
      guard first < entries.endIndex else {
        throw layout.layoutFault(at: layout.offset(of: entry.keyPlace))
      }
      for gone in entries[..<first] { vanish(gone.value) }
      delete(
        layout.offset(of: entry.keyPlace)..<layout.offset(of: entries[first].keyPlace), in: unit)
    }
    for index in first..<entries.count {
      let entry = entries[index]
      let line = entry.keyPlace.line - 1
      let next = index + 1 < entries.count ? entries[index + 1].keyPlace.line - 1 : end
      let lines = line...layout.lastContentLine(from: line, before: next)
      if isWithdrawn(entry.value) {
        guard beginsLine(entry) else {
          throw layout.layoutFault(at: layout.offset(of: entry.keyPlace))
        }
        comment(lines, of: entry.value)
      } else if holdsWithdrawn(entry.value) {
        try withdraw(from: entry.value, unit: beginsLine(entry) ? lines : unit, before: next)
      }
    }
  }

  private func beginsLine(_ entry: DocumentNode.Entry) -> Bool {
    layout.beginsLine(layout.offset(of: entry.keyPlace), entry.keyPlace.line - 1)
  }

  /// A list with a dash for each element.
  private mutating func withdraw(
    from elements: [DocumentNode], unit: ClosedRange<Int>, before end: Int
  ) throws(SolvedEditFault) {
    var dashes: [Int] = []
    for element in elements { dashes.append(try lineOfDash(before: element)) }
    for (index, element) in elements.enumerated() {
      let next = index + 1 < dashes.count ? dashes[index + 1] : end
      let lines = dashes[index]...layout.lastContentLine(from: dashes[index], before: next)
      if isWithdrawn(element) {
        comment(lines, of: element)
      } else if holdsWithdrawn(element) {
        try withdraw(from: element, unit: lines, before: next)
      }
    }
  }

  /// The line of the dash that an element stands behind.
  private func lineOfDash(before element: DocumentNode) throws(SolvedEditFault) -> Int {
    let start = layout.offset(of: element.place)
    var offset = start - 1
    while offset >= 0, [UInt8(ascii: " "), 0x0A, 0x0D].contains(layout.bytes[offset]) {
      offset -= 1
    }
    guard offset >= 0, layout.bytes[offset] == UInt8(ascii: "-") else {
      throw layout.layoutFault(at: start)
    }
    let line = layout.source.lines.line(ofByte: offset) - 1
    guard layout.beginsLine(offset, line) else { throw layout.layoutFault(at: start) }
    return line
  }

  /// What stands in brackets with commas between.
  private mutating func withdraw(
    fromFlow items: [(key: DocumentNode.Place, value: DocumentNode)], unit: ClosedRange<Int>,
    before end: Int
  ) throws(SolvedEditFault) {
    let kept = items.indices.filter { !isWithdrawn(items[$0].value) }
    guard let last = kept.last else { throw layout.layoutFault(at: layout.start(ofLine: end)) }
    for index in items.indices where !kept.contains(index) {
      vanish(items[index].value)
      guard index < last else { continue }
      delete(
        layout.offset(of: items[index].key)..<layout.offset(of: items[index + 1].key), in: unit)
    }
    if last < items.count - 1 {
      let start = try layout.flowEnd(of: items[last].value)
      delete(start..<(try layout.flowEnd(of: items[items.count - 1].value)), in: unit)
    }
    for index in kept where holdsWithdrawn(items[index].value) {
      try withdraw(from: items[index].value, unit: unit, before: end, isInFlow: true)
    }
  }
}

// MARK: - Edits

extension FieldWithdrawal {
  /// The edits that take the fields out; every byte of the text stays, some of them in comments.
  var edits: [TextEdit] {
    let units = merged
    let inUnits = { (lines: ClosedRange<Int>) in
      units.contains { $0.lines.overlaps(lines) }
    }
    let comments = commented.filter { !inUnits($0.lines) }
      .flatMap { commenting($0.lines, at: $0.indentation) }
    return comments + units.flatMap(edits)
  }

  /// Rewritten lines, those within others joined to them, with the commented ones among them.
  private var merged: [Rewriting] {
    var units: [Rewriting] = []
    let widestFirst = rewritings.sorted { $0.lines.count > $1.lines.count }
    for rewriting in widestFirst {
      if let index = units.firstIndex(where: { $0.lines.overlaps(rewriting.lines) }) {
        units[index].deletions += rewriting.deletions
      } else {
        units.append(rewriting)
      }
    }
    for (lines, _) in commented {
      guard let index = units.firstIndex(where: { $0.lines.overlaps(lines) }) else { continue }
      units[index].deletions.append(
        layout.start(ofLine: lines.lowerBound)..<layout.start(ofLine: lines.upperBound + 1))
    }
    return units
  }

  private func commenting(_ lines: ClosedRange<Int>, at indentation: Int) -> [TextEdit] {
    lines.filter { !layout.isBlank($0) && !layout.isComment($0) }.map { line in
      let column = min(indentation, layout.indentation(ofLine: line))
      let offset = layout.start(ofLine: line) + column
      return TextEdit(range: offset..<offset, replacement: Array("# ".utf8))
    }
  }

  /// The lines as comments, and behind them the lines without what is deleted.
  private func edits(of rewriting: Rewriting) -> [TextEdit] {
    let lines = rewriting.lines
    let indentation = layout.indentation(ofLine: lines.lowerBound)
    let (start, end) = (
      layout.start(ofLine: lines.lowerBound), layout.start(ofLine: lines.upperBound + 1)
    )
    let lineEnd = layout.lineEnd(near: lines.upperBound)
    var copy: [UInt8] = []
    var position = start
    for range in rewriting.deletions.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      copy += layout.bytes[min(position, range.lowerBound)..<range.lowerBound]
      position = max(position, range.upperBound)
    }
    copy += layout.bytes[min(position, end)..<end]
    let isEnded = layout.end(ofLine: lines.upperBound) < end
    if !isEnded {
      while copy.last == 0x0A || copy.last == 0x0D { copy.removeLast() }
      copy = lineEnd + copy
    }
    return commenting(lines, at: indentation)
      + [TextEdit(range: end..<end, replacement: copy)]
  }
}
