import FinanceBasics
import LeaseModel
import Yams

/// Reads the one YAML document of a text, keeping every fault that leaves the rest readable.
struct DocumentParser {
  let source: SourceText
  private(set) var faults: [LocatedFault] = []
  /// The first characters of doubled keys that were replaced, by place, to read past them.
  private var replaced: [DocumentNode.Place: Unicode.Scalar] = [:]

  /// The node that was looked up last, and its offset.
  private var last = (place: DocumentNode.Place(line: 0, column: 1), offset: 0)

  /// The deepest nesting of groups and lists; the format itself needs 8.
  static let maximumDepth = 24
  /// The most brackets, and the longest run of structure at the beginning of a line, that are safe
  /// for a parser that descends once for each.
  private static let maximumBrackets = 4000
  private static let maximumLead = 200
  private static let maximumAliases = 8
  private static let maximumDoubledKeys = 20
  /// Before the first of these characters, which stand for nothing, no key is doubled.
  private static let firstReplacement: UInt32 = 0xE000

  init(_ source: SourceText) {
    self.source = source
  }

  /// The document, or `nil` where it is empty or not readable; the faults say why.
  mutating func parse() -> DocumentNode? {
    if let fault = structuralFault() {
      faults.append(fault)
      return nil
    }
    guard let root = compose() else { return nil }
    if root.scalar?.string.isEmpty == true {
      faults.append(emptyFault)
      return nil
    }
    return node(root, depth: 0)
  }

  private var emptyFault: LocatedFault {
    LocatedFault(DealFileFault.empty, at: DiagnosticLocation(file: source.file, line: 1))
  }

  /// What is missing behind the last line is missing in it: the text is parsed with line ends behind.
  private func locate(_ mark: Mark?) -> DiagnosticLocation {
    let count = source.lines.starts.count
    let last = max(1, source.bytes.last == UInt8(ascii: "\n") ? count - 1 : count)
    guard let mark, mark.line <= last else {
      return DiagnosticLocation(file: source.file, line: mark.map { _ in last })
    }
    return DiagnosticLocation(file: source.file, line: mark.line, column: mark.column)
  }

  /// Parses again past each doubled key, which the library takes for the end.
  private mutating func compose() -> Node? {
    var bytes = source.bytes
    while true {
      // The library keeps a pointer into the text, which short strings do not have.
      let text = String(decoding: bytes, as: UTF8.self) + String(repeating: "\n", count: 32)
      do {
        let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
        let root = try parser.nextRoot()
        if root != nil, let second = try parser.nextRoot() {
          faults.append(LocatedFault(DealFileFault.severalDocuments, at: locate(second.mark)))
        }
        if root == nil { faults.append(emptyFault) }
        return root
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        guard replaceKey(at: context.mark, in: &bytes) else {
          let fault = DealFault.fieldDoubled(keys.first ?? "", firstLine: context.mark.line)
          faults.append(LocatedFault(fault, at: locate(context.mark)))
          return nil
        }
      } catch {
        faults.append(fault(of: error))
        return nil
      }
    }
  }

  /// Puts a character that stands for nothing in place of the first one of a key.
  private mutating func replaceKey(at mark: Mark, in bytes: inout [UInt8]) -> Bool {
    let place = DocumentNode.Place(line: mark.line, column: mark.column)
    guard replaced.count < Self.maximumDoubledKeys, replaced[place] == nil,
      let replacement = Unicode.Scalar(Self.firstReplacement + UInt32(replaced.count))
    else { return false }
    var offset = LineIndex(bytes).offset(line: mark.line, column: mark.column, in: bytes)
    guard offset < bytes.count else { return false }
    if bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "'") { offset += 1 }
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    guard end <= bytes.count,
      let first = String(decoding: bytes[offset..<end], as: UTF8.self).unicodeScalars.first,
      first.properties.isAlphabetic || first.properties.numericType != nil
    else { return false }
    bytes.replaceSubrange(offset..<end, with: Array(String(replacement).utf8))
    replaced[place] = first
    return true
  }

  /// What would make the library descend too deep, or unfold without end.
  private func structuralFault() -> LocatedFault? {
    var brackets = 0
    var lead = 0
    var isInLead = true
    var aliases = 0
    var anchor: Int?
    var previous = UInt8(ascii: "\n")
    for (offset, byte) in source.bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        isInLead = true
        lead = 0
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"), 0x09:
        lead += isInLead ? 1 : 0
      default: isInLead = false
      }
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { brackets += 1 }
      let begins = " \t\n\r[{,:-?".utf8.contains(previous)
      if begins, byte == UInt8(ascii: "*") { aliases += 1 }
      if begins, byte == UInt8(ascii: "&"), anchor == nil { anchor = offset }
      if brackets > Self.maximumBrackets || lead > Self.maximumLead {
        return LocatedFault(DealFileFault.tooDeep, at: source.place(ofByte: offset))
      }
      previous = byte
    }
    guard let anchor, aliases > Self.maximumAliases else { return nil }
    return LocatedFault(DealFileFault.anchor, at: source.place(ofByte: anchor))
  }

  /// What stands for no value where it is not quoted; nothing at all does too.
  ///
  /// Source: YAML 1.2.2, 10.3.2, the core schema.
  static let nulls: Set = ["~", "null", "Null", "NULL"]

  private func fault(of error: any Error) -> LocatedFault {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _):
      let offset = source.lines.offset(
        line: mark.line, column: mark.column, in: source.bytes)
      let isTab = source.bytes.indices.contains(offset) && source.bytes[offset] == 0x09
      return LocatedFault(isTab ? DealFileFault.tab : .syntax(problem), at: locate(mark))
    case YamlError.composer(_, let problem, let mark, _):
      let isAlias = problem.contains("alias")
      return LocatedFault(isAlias ? DealFileFault.alias : .syntax(problem), at: locate(mark))
    default:
      return LocatedFault(
        DealFileFault.syntax("the text is not YAML"), at: DiagnosticLocation(file: source.file))
    }
  }

  private mutating func node(
    _ node: Node, depth: Int, isKey: Bool = false
  ) -> DocumentNode {
    let place = DocumentNode.Place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    let empty = DocumentNode(content: .scalar(""), place: place)
    switch byte(at: place) {
    case UInt8(ascii: "&"): faults.append(LocatedFault(DealFileFault.anchor, at: locate(node.mark)))
    case UInt8(ascii: "!"): faults.append(LocatedFault(DealFileFault.tag, at: locate(node.mark)))
    default: break
    }
    guard depth < Self.maximumDepth else {
      faults.append(LocatedFault(DealFileFault.tooDeep, at: locate(node.mark)))
      return empty
    }
    switch node {
    case .scalar(let scalar):
      let isNull = scalar.style == .plain && Self.nulls.contains(scalar.string)
      return DocumentNode(
        content: .scalar(isNull && !isKey ? "" : scalar.string), place: place)
    case .sequence(let sequence):
      var elements: [DocumentNode] = []
      for element in sequence { elements.append(self.node(element, depth: depth + 1)) }
      return DocumentNode(content: .sequence(elements), place: place)
    case .mapping(let mapping):
      return DocumentNode(content: .mapping(entries(of: mapping, depth: depth)), place: place)
    case .alias:
      faults.append(LocatedFault(DealFileFault.alias, at: locate(node.mark)))
      return empty
    }
  }

  /// The first byte of a node, going on from the node before where that is on the same line.
  private mutating func byte(at place: DocumentNode.Place) -> UInt8 {
    let isOnward = place.line == last.place.line && place.column >= last.place.column
    let offset =
      isOnward
      ? LineIndex.offset(
        after: place.column - last.place.column, from: last.offset, in: source.bytes)
      : source.lines.offset(line: place.line, column: place.column, in: source.bytes)
    last = (place, offset)
    return source.bytes.indices.contains(offset) ? source.bytes[offset] : 0
  }

  private mutating func entries(of mapping: Node.Mapping, depth: Int) -> [DocumentNode.Entry] {
    var entries: [DocumentNode.Entry] = []
    var first: [String: DocumentNode.Place] = [:]
    for (keyNode, valueNode) in mapping {
      let key = self.node(keyNode, depth: depth + 1, isKey: true)
      guard let text = key.scalar else {
        faults.append(LocatedFault(DealFileFault.keyNotText, at: locate(keyNode.mark)))
        continue
      }
      let name = original(text, at: key.place)
      let value = self.node(valueNode, depth: depth + 1)
      if let earlier = first[name] {
        var location = locate(keyNode.mark)
        location.field = name
        let fault = DealFault.fieldDoubled(name, firstLine: earlier.line)
        faults.append(LocatedFault(fault, at: location))
        continue
      }
      first[name] = key.place
      entries.append(DocumentNode.Entry(key: name, keyPlace: key.place, value: value))
    }
    return entries
  }

  /// The key as it was written before its first character was replaced.
  private func original(_ key: String, at place: DocumentNode.Place) -> String {
    guard let first = replaced[place] else { return key }
    return String(Character(first)) + String(key.unicodeScalars.dropFirst())
  }
}
