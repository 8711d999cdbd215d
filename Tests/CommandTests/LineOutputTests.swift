import Foundation
import Testing

/// Answers to be read line by line, and to be pasted.
@Suite("JSON Lines and Markdown of answers")
struct LineOutputTests {
  private static let valued = "value hut8-river-bend --rate 8% --on 2026-01-01"

  static let questions = [
    "list", "rent-roll", "series", "compare --by landlord", "project hut8-river-bend",
    "project hut8-river-bend --delay all=3mo",
    "project hut8-river-bend --delay all=3mo --side-by-side", valued,
    "value --landlord hut-8 --rate 8% --on 2026-01-01",
    "\(valued) --delay all=3mo --side-by-side",
    "\(valued) --vary rate=7%..9%/1%", "\(valued) --tornado",
    "value --landlord hut-8 --rate 8% --on 2026-01-01 --vary rate=7%..9%/1%",
    "value hut8-river-bend --rate 8% --from 2026-01-01 --to 2027-01-01",
    "explain hut8-river-bend base-rent 2027-07", "diff cipher-barber-lake",
    "explain hut8-river-bend --impact rent.escalator.fixed",
  ]

  @Test("JSON Lines have a line for each row of CSV, an object each", arguments: questions)
  func rows(_ line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    let lines = try SampleBook.ask(words + ["--format", "jsonl"]).lines.filter { !$0.isEmpty }
    #expect(try lines.count == SampleBook.ask(words + ["--format", "csv"]).table.rows.count)
    for line in lines {
      #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
    }
  }

  @Test("what is known of one deal is one line")
  func show() throws {
    let lines = try SampleBook.ask("show", "hut8-river-bend", "--format", "jsonl").lines
    #expect(lines.filter { !$0.isEmpty }.count == 1)
  }

  @Test("a tree keeps its lines in Markdown, between the marks of a block")
  func tree() throws {
    let question = ["explain", "hut8-river-bend", "base-rent", "2027-07", "--hall", "hall 1"]
    let text = try SampleBook.ask(question).lines
    let markdown = try SampleBook.ask(question + ["--format", "markdown"]).lines
    let first = try #require(markdown.firstIndex(of: "```text"))
    let last = try #require(markdown.lastIndex(of: "```"))
    // Text has the title, the tree, and what is said below with a dot before each sentence.
    let tree = text.dropFirst().prefix { !$0.hasPrefix("· ") }.filter { !$0.isEmpty }
    #expect(tree.count > 10)
    #expect(Array(markdown[(first + 1)..<last]) == Array(tree))
    #expect(markdown[0] == "### \(text[0])")
    #expect(markdown[(last + 1)...].contains { $0.hasPrefix("- the projection posts ") })
  }
}
