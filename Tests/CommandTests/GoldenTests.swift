import Foundation
import Testing

/// What people read, whole and at 80 columns; the figures in it have tests of their own.
@Suite("Golden reports")
struct GoldenTests {
  static let verbs = [
    "init", "new", "check", "reconcile", "record", "correct", "withdraw", "list", "rent-roll",
    "show", "history",
    "diff", "series", "project", "value", "compare", "explain", "runs", "verify", "backup",
    "export", "import", "config", "schema", "docs",
  ]

  @Test("help of each verb is the golden one", arguments: verbs)
  func help(_ verb: String) throws {
    let run = try SampleBook.ask(verb, "--help")
    try Golden.expect(run.output, equals: "help-\(verb).txt")
    #expect(run.lines.allSatisfy { $0.count <= 80 })
  }

  @Test("help of the command is the golden one, and names every verb")
  func wholeHelp() throws {
    let run = try SampleBook.ask("--help")
    try Golden.expect(run.output, equals: "help.txt")
    for verb in Self.verbs {
      #expect(run.lines.contains { $0.hasPrefix("  \(verb) ") }, "\(verb)")
    }
  }

  static let reports: [(name: String, arguments: [String])] = [
    ("list", ["list"]),
    ("rent-roll", ["rent-roll", "--on", "2028-06-30", "--by", "deal"]),
    ("show-hut8-river-bend", ["show", "hut8-river-bend"]),
    ("history-cipher-barber-lake", ["history", "cipher-barber-lake"]),
    ("project-hut8-river-bend", ["project", "hut8-river-bend"]),
    ("value-hut8-river-bend", ["value", "hut8-river-bend", "--rate", "8%", "--on", "2026-01-01"]),
    ("compare-landlord", ["compare", "--by", "landlord", "--on", "2026-10-01", "--rate", "8%"]),
    ("compare-define", ["compare", "--define"]),
    (
      "diff-hut8-river-bend",
      ["diff", "hut8-river-bend", "known:2025-12-31", "known:2026-04-30"]
    ),
    ("series", ["series"]),
    ("bridge-hut8-river-bend", ["project", "hut8-river-bend", "--bridge"]),
    (
      "value-side-by-side",
      [
        "value", "hut8-river-bend", "--rate", "8%", "--on", "2026-01-01", "--side-by-side",
        "--scenario", "samples/scenarios/late-two-quarters.yaml", "--scenario",
        "samples/scenarios/margins-lower.yaml",
      ]
    ),
    (
      "value-tiers",
      [
        "value", "terawulf-lake-mariner-cb3-cb4", "--curve", "ust-curve-2026-q2", "--spread",
        "250bp", "--on", "2026-06-30", "--tier", "guaranteed=ust-curve-2026-q2+90bp",
        "--terminal", "cap-rate=7%", "--selling-cost", "2%", "--shares", "400,000,000",
        "--share-price", "12 USD",
      ]
    ),
    (
      "value-grid",
      [
        "value", "hut8-river-bend", "--rate", "8%", "--on", "2026-01-01", "--vary",
        "rate=6%..12%/1%", "--vary", "delay=0..12mo/3mo",
      ]
    ),
    (
      "value-tornado",
      ["value", "hut8-river-bend", "--rate", "8%", "--on", "2026-01-01", "--tornado"]
    ),
    (
      "value-solve",
      [
        "value", "hut8-river-bend", "--rate", "8%", "--on", "2026-01-01", "--solve", "irr=12%",
        "--for", "capitalCost",
      ]
    ),
    ("reconcile-cipher-barber-lake", ["reconcile", "samples/deals/cipher-barber-lake.yaml"]),
    ("reconcile-galaxy-helios-1", ["reconcile", "samples/deals/galaxy-helios-1.yaml"]),
    ("reconcile-all", ["reconcile", "--all", "--known-on", "2025-12-01"]),
    ("explain-base-rent", ["explain", "hut8-river-bend", "base-rent", "2028-06"]),
    (
      "explain-impact",
      [
        "explain", "hut8-river-bend", "--impact", "rent.escalator.fixed", "--to", "4 %", "--rate",
        "8%", "--on", "2026-01-01",
      ]
    ),
  ]

  @Test("a report on the samples is the golden one", arguments: reports)
  func report(_ report: (name: String, arguments: [String])) throws {
    try Golden.expect(SampleBook.ask(report.arguments).output, equals: "\(report.name).txt")
  }

  @Test("each verb's examples run on the samples as they are written", arguments: verbs)
  func examples(_ verb: String) throws {
    let help = try SampleBook.ask(verb, "--help").output
    let examples = help.matches(of: /Example: (leasebook [^\n]*(\n(?! *Example:)[^\n]+)*)/)
    #expect(!examples.isEmpty)
    for example in examples {
      let line = example.output.1.split(separator: "\n").joined(separator: " ")
      let folder = try verb == "record" ? ScratchFolder() : ScratchFolder.withSampleLedger()
      try Self.prepare(folder, for: verb)
      let run = try ShellLine(Self.line(line, in: folder)).run(in: folder)
      #expect(run.status == 0, "\(line): \(run.errors)")
      #expect(run.errors.isEmpty)
    }
  }

  /// Makes what the example of a verb reads beside the samples.
  private static func prepare(_ folder: ScratchFolder, for verb: String) throws {
    switch verb {
    case "record": try folder.succeed("init")
    case "diff", "runs":
      for rate in ["8%", "9%"] {
        let run = try folder.run(
          "value", "hut8-river-bend", "--rate", rate, "--on", "2026-01-01", "--keep")
        try #require(run.status == 0)
      }
    case "correct":
      let file = PackageFolder.samples.appending(path: "deals/cipher-stingray.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      try folder.write(text.replacing("{value: 70 MW", with: "{value: 71 MW"), to: "stingray.yaml")
    case "import": try folder.succeed("export", "exported")
    default: break
    }
  }

  /// An example as it is written, but for the number of an entry, which moves with the samples.
  private static func line(_ example: String, in folder: ScratchFolder) throws -> String {
    guard let entry = example.firstMatch(of: /--entry ([0-9]+)/) else { return example }
    let history = try folder.succeed("history", "cipher-stingray", "--format", "csv").table
    return try example.replacing(entry.output.1, with: history.column("entry")[0])
  }
}
