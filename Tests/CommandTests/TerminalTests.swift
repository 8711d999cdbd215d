import Foundation
import Testing

/// Colour is for terminals, and a table is as wide as there is room.
@Suite("Text on a terminal")
struct TerminalTests {
  private static let escape: Character = "\u{1B}"

  /// Runs a line in a pseudo-terminal, whose lines end in CR LF.
  private static func terminal(
    _ line: String, environment: [String: String]
  ) throws -> CommandRun {
    let command = try #require(PackageFolder.command)
    let full = "'\(command.path)' \(line)"
    return try RunningCommand(
      ["-qec", full, "/dev/null"], of: PackageFolder.program("script"),
      in: SampleBook.folder().url,
      environment: environment.merging(["TERM": "xterm-256color"]) { first, _ in first }
    ).finished()
  }

  private static let hasScript = PackageFolder.program("script") != nil
  private static let project = "project hut8-river-bend"

  @Test(
    "has colour, which adds nothing but colour",
    .enabled(if: hasScript, "there is no script(1) to make a terminal"))
  func colour() throws {
    let coloured = try Self.terminal(Self.project, environment: ["NO_COLOR": ""])
    #expect(coloured.status == 0)
    #expect(coloured.output.contains(Self.escape))
    let plain = coloured.output.replacing(/\u{1B}\[[0-9;]*m/, with: "").replacing(
      "\r\n", with: "\n")
    #expect(try plain == SampleBook.ask("project", "hut8-river-bend").output)
  }

  @Test(
    "has none with NO_COLOR, or on a terminal that knows none",
    .enabled(if: hasScript, "there is no script(1) to make a terminal"),
    arguments: [["NO_COLOR": "1"], ["NO_COLOR": "", "TERM": "dumb"]])
  func noColour(_ environment: [String: String]) throws {
    let run = try Self.terminal(Self.project, environment: environment)
    #expect(run.status == 0)
    #expect(!run.output.contains(Self.escape))
  }

  static let listings: [[String]] = [
    ["list"], ["show", "hut8-river-bend"], ["show", "terawulf-lake-mariner-cb5"],
    ["history", "cipher-barber-lake"], ["project"], ["project", "hut8-river-bend"],
    [
      "project", "--by", "quarter", "--in", "units", "--from", "2030-01-01", "--through",
      "2031-12-31",
    ],
    ["project", "--by", "total", "--group-by", "landlord,deal,hall,charge"],
    ["value", "hut8-river-bend", "--rate", "8%", "--on", "2026-01-01"],
    ["value", "--landlord", "Hut 8", "--rate", "8%", "--on", "2026-01-01"],
    ["compare"], ["compare", "--by", "deal", "--on", "2026-10-01", "--rate", "8%"],
    ["compare", "--by", "guarantor"], ["compare", "--define"], ["verify"],
  ]

  @Test("no line is longer than there are columns", arguments: listings, [80, 160])
  func width(_ arguments: [String], _ columns: Int) throws {
    let run = try SampleBook.folder().run(arguments, environment: ["COLUMNS": "\(columns)"])
    #expect(run.status == 0)
    for line in run.lines where line.count > columns {
      Issue.record("\(line.count) columns: \(line)")
    }
  }

  @Test("has no colour in a pipe, and no space at the end of a line", arguments: listings)
  func piped(_ arguments: [String]) throws {
    let run = try SampleBook.folder().run(
      arguments, environment: ["NO_COLOR": "", "TERM": "xterm-256color"])
    #expect(!run.output.contains(Self.escape))
    #expect(run.lines.allSatisfy { !$0.hasSuffix(" ") })
    #expect(run.output.hasSuffix("\n") && !run.output.hasSuffix("\n\n"))
  }

  @Test("CSV and JSON do not depend on the width of the terminal")
  func machineWidth() throws {
    for format in ["csv", "json"] {
      let narrow = try SampleBook.folder().run(
        ["compare", "--format", format], environment: ["COLUMNS": "40"])
      #expect(try narrow.outputBytes == SampleBook.ask("compare", "--format", format).outputBytes)
    }
  }
}
