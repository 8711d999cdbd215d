import Foundation
import Testing

/// The article that walks through the library shows the example as it is built and run.
@Suite("The article on River Bend")
struct ArticleTests {
  /// What stands between lines of three backquotes, by the word behind the first of them.
  private static func blocks(_ kind: String, of path: String) throws -> [[String]] {
    var blocks: [[String]] = []
    var isOpen = false
    for line in try text(of: path).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isOpen = line == "```\(kind)"
        if isOpen { blocks.append([]) }
      } else if isOpen {
        blocks[blocks.count - 1].append(String(line))
      }
    }
    return blocks
  }

  private static func text(of path: String) throws -> String {
    try String(contentsOf: SourceTree.root.appending(path: path), encoding: .utf8)
  }

  private static let article = "Sources/Analysis/Analysis.docc/RiverBend.md"

  @Test("shows all that the example does, in its order")
  func code() throws {
    let blocks = try Self.blocks("swift", of: Self.article)
    #expect(blocks.count > 4)
    let shown = blocks.map { $0.map { "    \($0)\n" }.joined() }.joined(separator: "\n")
    let example = try Self.text(of: "Examples/Sources/river-bend/RiverBend.swift")
    #expect(example.contains("main() throws {\n\(shown)  }\n"))
  }

  @Test("ends with what scripts/examples compares the example's output with")
  func output() throws {
    let printed = try Self.text(of: "Examples/river-bend.txt")
    #expect(
      try Self.blocks("text", of: Self.article).map { $0.map { "\($0)\n" }.joined() } == [printed])
  }
}
