import Analysis
import FinanceBasics
import LeaseModel

extension ExplanationReport {
  /// The tree as text: a number a line, its formula below, then its parts.
  func text(_ style: TextStyle) -> String {
    let usual = explanation.month == nil ? Extent.years : Extent.page
    var tree = TreeText(extent: extent ?? usual, style: style)
    tree.add(explanation.derivation)
    let notes = [agreement].compactMap { $0 } + tree.footnotes + scenarios + remarks
    guard !style.isMarkdown else {
      // A list of lines that are drawn would run into one paragraph.
      let list = notes.map { "- " + markdownParagraph($0) + "\n" }.joined()
      return renderParagraphs([title], .bold, style: style) + "\n"
        + renderLines(tree.lines, style: style) + (list.isEmpty ? "" : "\n" + list)
    }
    var lines = [StyledLine(plain(title, isASCII: style.isASCII), .bold), StyledLine()]
    lines += tree.lines
    if !notes.isEmpty { lines.append(StyledLine()) }
    for note in notes {
      lines += wrapped(
        "· " + plain(note, isASCII: false), to: style.textWidth, hanging: 2
      ).map { StyledLine(style.isASCII ? plain($0, isASCII: true) : $0, .dim) }
    }
    return joined(lines, isColored: style.isColored)
  }
}

/// Writes a derivation as lines of text, each part indented below what it is a part of.
private struct TreeText {
  typealias Node = Derivation<ExplainedInput>

  let extent: ExplanationReport.Extent
  let style: TextStyle
  private(set) var lines: [StyledLine] = []
  private var text = DerivationText()
  private var printed: Set<ObjectIdentifier> = []
  private var inputs: Set<ExplainedInput> = []
  private var isCut = false
  private var isRepeated = false

  /// The parts of a long sum that are printed at its beginning; one more at its end.
  private static let shownParts = 2
  init(extent: ExplanationReport.Extent, style: TextStyle) {
    self.extent = extent
    self.style = style
  }

  /// What the tree leaves out, in sentences.
  var footnotes: [String] {
    (isCut ? ["… marks what is left out; --full prints it, --depth N more or fewer levels"] : [])
      + (isRepeated ? ["↑ marks parts that are printed above"] : [])
  }

  mutating func add(_ root: Node) {
    add(root, prefix: "", branch: "", depth: 0)
  }

  private mutating func add(_ node: Node, prefix: String, branch: String, depth: Int) {
    let stem = branch.isEmpty ? "" : (branch == "└─ " ? "   " : "│  ")
    let isKnown = !node.isLeaf && printed.contains(ObjectIdentifier(node))
    let mark = isKnown ? " ↑" : ""
    write(
      "\(node.label): \(amount(of: node))\(mark)", first: prefix + branch,
      rest: prefix + stem, .bold)
    if isKnown {
      isRepeated = true
      return
    }
    printed.insert(ObjectIdentifier(node))
    let shown = shownParts(of: node, depth: depth)
    let below = prefix + stem
    let detail = below + (shown.isEmpty ? "   " : "│  ")
    let isOpen = !shown.isEmpty || node.parts.isEmpty
    for line in details(of: node) + (isOpen ? [] : inputs(below: node)) {
      write(line, first: detail, rest: detail, .dim)
    }
    for (place, part) in shown.enumerated() {
      let isLast = place == shown.count - 1
      switch part {
      case .part(let part):
        add(part, prefix: below, branch: isLast ? "└─ " : "├─ ", depth: depth + 1)
      case .elided(let words):
        write(words, first: below + "├─ ", rest: below + "│  ", .dim)
      }
    }
  }

  /// The number with its unit: `49 MW`, `1 day`.
  private mutating func amount(of node: Node) -> String {
    let value = text.value(of: node)
    guard value == "1", ["days", "months", "years"].contains(node.unit) else {
      return node.unit.isEmpty ? value : "\(value) \(node.unit)"
    }
    return "\(value) \(node.unit.dropLast())"
  }

  private enum Part {
    case part(Node)
    case elided(String)
  }

  private mutating func shownParts(of node: Node, depth: Int) -> [Part] {
    let parts = node.parts.filter { !Self.isConstant($0) }
    guard !parts.isEmpty else { return [] }
    if let most = extent.depth, depth >= most {
      isCut = true
      return []
    }
    guard parts.count > extent.longestSum else { return parts.map { .part($0) } }
    isCut = true
    let left = parts.count - Self.shownParts - 1
    return parts.prefix(Self.shownParts).map { .part($0) }
      + [.elided("… \(left) more, \(parts.count) in all; --full prints them")]
      + parts.suffix(1).map { .part($0) }
  }

  /// Whether a number is one that needs no line of its own, such as the months of a year.
  private static func isConstant(_ node: Node) -> Bool {
    guard node.quantity == nil, case .stated = node.formula else { return false }
    return true
  }

  /// The formula, the note, the exact fraction, and where a stated number comes from.
  private mutating func details(of node: Node) -> [String] {
    var details: [String] = []
    if let formula = text.formula(of: node) { details.append("= \(formula)") }
    if let fraction = text.fraction(of: node) { details.append("exactly \(fraction)") }
    if !node.note.isEmpty { details.append(node.note) }
    if let input = node.quantity {
      let isKnown = !inputs.insert(input).inserted
      if isKnown { isRepeated = true }
      details += isKnown ? [input.reference + " ↑"] : input.sentences
    }
    return details
  }

  /// The fields that a part rests on whose own parts are left out, as far as none was named before.
  private mutating func inputs(below node: Node) -> [String] {
    var found: [ExplainedInput] = []
    var seen: Set<ObjectIdentifier> = []
    var pending = node.parts
    // Every node is looked at once.
    while let next = pending.popLast() {
      guard seen.insert(ObjectIdentifier(next)).inserted else { continue }
      pending += next.parts
      if let input = next.quantity, !input.text.isEmpty, inputs.insert(input).inserted {
        found.append(input)
      }
    }
    let rest = found.count - Self.namedInputs
    return found.prefix(Self.namedInputs).flatMap { input in
      input.sentences.enumerated().map { $0.offset == 0 ? "rests on \($0.element)" : $0.element }
    } + (rest > 0 ? ["and on \(rest) more"] : [])
  }

  /// The most inputs that are named below a part that is cut off.
  private static let namedInputs = 3

  private mutating func write(_ text: String, first: String, rest: String, _ ink: Ink) {
    let width = max(20, style.textWidth - displayWidth(first))
    let clean = plain(text, isASCII: false)
    for (place, line) in wrapped(clean, to: width, hanging: 2).enumerated() {
      var styled = StyledLine(frame(place == 0 ? first : rest))
      styled.append(plain(line, isASCII: style.isASCII), ink)
      lines.append(styled)
    }
  }

  private func frame(_ text: String) -> String {
    guard style.isASCII else { return text }
    return String(
      text.map { character -> Character in
        switch character {
        case "├", "└": "+"
        case "─": "-"
        case "│": "|"
        default: character
        }
      })
  }
}

extension ExplainedInput {
  /// Basis and field, where the rest has been said.
  fileprivate var reference: String {
    guard !text.isEmpty else { return "by default (\(path))" }
    return [basis?.rawValue, path].compactMap { $0 }.joined(separator: " · ")
  }

  /// Basis, field and line; then each source.
  fileprivate var sentences: [String] {
    guard !text.isEmpty else { return ["by default (\(path))"] }
    let place = [file, line.map { "line \($0)" }].compactMap { $0 }.joined(separator: ", ")
    var parts = [basis?.rawValue].compactMap { $0 } + ["\(path): \(text)"]
    if !place.isEmpty { parts.append(place) }
    var sentences = [parts.joined(separator: " · ")]
    for source in sources where basis != .scenario {
      let title = source.title.map { " “\($0)”" } ?? ""
      let words = [source.kind?.rawValue, source.date?.description].compactMap { $0 }
      sentences.append(
        "source \(source.id)\(title)\(words.isEmpty ? "" : ", " + words.joined(separator: ", "))")
    }
    if let note { sentences.append("note: \(note)") }
    return sentences
  }
}
