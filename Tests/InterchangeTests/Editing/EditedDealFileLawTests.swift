import FinanceBasics
import Interchange
import LeaseModel
import Testing

/// What holds for every sample and every choice of assumptions that solved values displace.
@Suite("Laws of deal files with solved values put in")
struct EditedDealFileLawTests {
  /// A field without its place.
  private struct Content: Hashable {
    let block: FieldBlock
    let path: FieldPath
    let text: String
    let sources: [SourceID]
    let note: String?

    init(_ field: DealField) {
      block = field.block
      path = field.path
      text = field.text
      sources = field.sources
      note = field.note
    }
  }

  private static let deals: [String] = Samples.dealNames.filter { name in
    guard let file = try? Samples.file("deals/\(name)"),
      let contents = try? DealFileReader().read(bytes: file.bytes, file: file.path)
    else { return false }
    return contents.deal != nil
  }

  private func fields(_ bytes: [UInt8]) throws -> [DealField] {
    try #require(try DealFileReader().read(bytes: bytes, file: "law.yaml").deal).fields
  }

  /// Some of a deal's assumptions, each solved at its own value.
  private func values(
    of fields: [DealField], using generator: inout SplitMix64
  ) -> SolvedValues {
    let assumed = fields.filter { $0.block == .assumptions && isSolvable($0.path) }
    let chosen = assumed.filter { _ in Bool.random(using: &generator) }
    return SolvedValues(
      chosen.map { SolvedValues.Value($0.path, $0.text) }
        + (chosen.isEmpty
          ? [SolvedValues.Value(FieldPath.root.key("payment").key("graceDays"), "5")] : []),
      remark: Bool.random(using: &generator) ? "found by a law" : nil)
  }

  private func isSolvable(_ path: FieldPath) -> Bool {
    let text = path.description
    return !["].name", "periodDay", "probability", "afterLast", "exercised"].contains {
      text.hasSuffix($0)
    } && text != "holdover.length"
  }

  private func varied(_ bytes: [UInt8], using generator: inout SplitMix64) -> [UInt8] {
    var text = String(decoding: bytes, as: UTF8.self)
    if Bool.random(using: &generator), text.hasSuffix("\n") { text.removeLast() }
    if Bool.random(using: &generator) {
      text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(
        separator: "\r\n")
    }
    if Bool.random(using: &generator) { text = "\u{FEFF}" + text }
    return Array(text.utf8)
  }

  @Test(
    "the file says the same but for the block of each solved field", arguments: deals,
    0..<4 as Range<UInt64>)
  func meaning(_ name: String, seed: UInt64) throws {
    var generator = SplitMix64(state: seed)
    let sample = try Samples.file("deals/\(name)")
    let bytes = varied(sample.bytes, using: &generator)
    let before = try fields(bytes)
    let values = values(of: before, using: &generator)
    let file = try EditedDealFile(putting: values, into: bytes, file: name)
    let after = try fields(file.bytes)
    let moved = Set(values.values.map(\.path))
    let stays = { (field: DealField) in
      !(field.block == .assumptions && (moved.contains(field.path) || field.path.isElementNameOnly))
    }
    let expected = Set(before.filter(stays).map(Content.init))
    let others = Set(after.filter { $0.block != .solved && stays($0) }.map(Content.init))
    #expect(others == expected)
    let solved = after.filter { $0.block == .solved && !$0.path.isElementNameOnly }
    #expect(Set(solved.map(\.path)) == moved)
    let texts = Dictionary(
      values.values.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
    for field in solved { #expect(field.text == texts[field.path]) }
  }

  @Test(
    "every line is there as it was, or behind a sign of comment, in its order", arguments: deals,
    0..<4 as Range<UInt64>)
  func lines(_ name: String, seed: UInt64) throws {
    var generator = SplitMix64(state: seed)
    let sample = try Samples.file("deals/\(name)")
    let bytes = varied(sample.bytes, using: &generator)
    let values = values(of: try fields(bytes), using: &generator)
    let file = try EditedDealFile(putting: values, into: bytes, file: name)
    let old = Self.lines(of: bytes)
    let new = Self.lines(of: file.bytes)
    var position = 0
    for line in old {
      while position < new.count, new[position] != line, !Self.isComment(new[position], of: line) {
        position += 1
      }
      #expect(position < new.count, "\(line)")
      position += 1
    }
    let isEnded = bytes.last == 0x0A
    #expect((file.bytes.last == 0x0A) == isEnded)
    let lineFeeds = file.bytes.count { $0 == 0x0A }
    let returns = file.bytes.count { $0 == 0x0D }
    #expect(returns == (bytes.contains(0x0D) ? lineFeeds : 0))
  }

  @Test(
    "where nothing is displaced, the bytes before and behind the block are untouched",
    arguments: deals, 0..<4 as Range<UInt64>)
  func bytes(_ name: String, seed: UInt64) throws {
    var generator = SplitMix64(state: seed)
    let sample = try Samples.file("deals/\(name)")
    let bytes = varied(sample.bytes, using: &generator)
    let values = SolvedValues([
      SolvedValues.Value(FieldPath.root.key("payment").key("graceDays"), "5")
    ])
    let file = try EditedDealFile(putting: values, into: bytes, file: name)
    let added = file.bytes.count - bytes.count
    #expect(added > 0)
    let head = zip(bytes, file.bytes).prefix { $0 == $1 }.count
    #expect(Array(file.bytes[(head + added)...]) == Array(bytes[head...]))
    let again = try EditedDealFile(putting: values, into: file.bytes, file: name)
    #expect(again.bytes == file.bytes)
  }

  private static func lines(of bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self)
      .split(separator: "\r\n", omittingEmptySubsequences: false)
      .flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }.map(String.init)
  }

  /// Whether a line is another with `# ` put in behind spaces.
  private static func isComment(_ line: String, of other: String) -> Bool {
    guard let sign = line.firstIndex(of: "#"), line[..<sign].allSatisfy({ $0 == " " }) else {
      return false
    }
    let rest = line[line.index(after: sign)...]
    return rest.hasPrefix(" ") && line[..<sign] + rest.dropFirst() == other
  }
}

extension FieldPath {
  fileprivate var isElementNameOnly: Bool { description.hasSuffix("].name") }
}
