import FinanceBasics

/// What a file is for, by the key at its top.
enum FilePurpose {
  /// A deal or an amendment, parties or sites; also what cannot be read.
  case deal
  /// The heading of a series, with what was found wrong in its YAML.
  case series(DocumentNode, faults: [LocatedFault])
  case scenario

  /// A file that has a key of deals is a deal, whatever else it has.
  init(_ bytes: [UInt8], file: String) {
    self = .deal
    // Most files are deals, and a search is faster than a second reading.
    guard Self.holds("series", bytes) || Self.holds("scenario", bytes),
      let source = try? SourceText(bytes, file: file)
    else { return }
    var parser = DocumentParser(source)
    guard let root = parser.parse(), root["deal"] == nil, root["amends"] == nil else { return }
    if root["scenario"] != nil {
      self = .scenario
    } else if root["series"] != nil {
      self = .series(root, faults: parser.faults)
    }
  }

  private static func holds(_ word: String, _ bytes: [UInt8]) -> Bool {
    let word = Array(word.utf8)
    guard bytes.count >= word.count else { return false }
    return (0...bytes.count - word.count).contains { start in
      bytes[start] == word[0] && bytes[start..<start + word.count].elementsEqual(word)
    }
  }
}
