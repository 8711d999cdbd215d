import Foundation
import Testing

/// What `reconcile` makes of its options and files, whatever the figures come to.
@Suite("Input of reconcile")
struct ReconcileInputTests {
  struct Refusal: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    /// Words that the complaint must have.
    let words: String
    var status: Int32 = 64

    var testDescription: String { arguments.joined(separator: " ") }
  }

  private static let usageFaults: [Refusal] = [
    Refusal(arguments: [], words: "Name a deal or a file"),
    Refusal(arguments: ["--mw", "245"], words: "--mw goes with --new"),
    Refusal(arguments: ["x.yaml", "--value", "7 bn"], words: "--value goes with --new"),
    Refusal(arguments: ["--new", "x.yaml"], words: "name no deal or file"),
    Refusal(arguments: ["--new", "--all"], words: "name no deal or file"),
    Refusal(arguments: ["--new", "--write"], words: "--write with --new needs --output"),
    Refusal(arguments: ["x.yaml", "--output", "y.yaml"], words: "--output goes with --new"),
    Refusal(arguments: ["--all", "--write"], words: "--write takes one deal file"),
    Refusal(arguments: ["a.yaml", "b.yaml", "--write"], words: "--write takes one deal file"),
    Refusal(arguments: ["x", "--write"], words: "x is no file"),
    Refusal(arguments: ["x.yaml", "--family", "2"], words: "--family goes with --write"),
    Refusal(arguments: ["x.yaml", "--write", "--family", "0"], words: "counts from 1"),
    Refusal(arguments: ["x.yaml", "x"], words: "not both: x is no file"),
    Refusal(
      arguments: ["samples/deals/hut8-river-bend.yaml", "--known-on", "2026-01-01"],
      words: "are of the ledger"),
    Refusal(arguments: ["--new", "--id", "Not An Id"], words: "--id: 'Not An Id' is no deal id"),
    Refusal(arguments: ["--new", "--announced", "tomorrow"], words: "--announced: "),
    Refusal(arguments: ["--new", "--source", "!"], words: "names no source"),
    Refusal(arguments: ["--new", "--kind", "sublease"], words: "'lease', 'hosting' or 'cloud'"),
    Refusal(arguments: ["--new", "--structure", "double-net"], words: "--structure: "),
    Refusal(arguments: ["--new", "--mw", "many"], words: "--mw: "),
    Refusal(arguments: ["--new", "--mw", "0"], words: "--mw: error[figure.zero]", status: 65),
    Refusal(arguments: ["--new", "--mw", "nan"], words: "--mw: "),
    Refusal(arguments: ["--new", "--mw", ""], words: "--mw: "),
    Refusal(arguments: ["--new", "--mw=-245"], words: "--mw: "),
    Refusal(
      arguments: ["--new", "--years", "0"], words: "--years: error[length.zero]", status: 65),
    Refusal(arguments: ["--new", "--years", ""], words: "--years: "),
    Refusal(arguments: ["--new", "--announced", "2026-02-31"], words: "--announced: "),
    Refusal(arguments: ["--new", "--delivery", "2027-02-31"], words: "--delivery: "),
    Refusal(arguments: ["--new", "--delivery", ""], words: "--delivery: '' is no span"),
    Refusal(arguments: ["--new", "--renewals", "-3x5"], words: "--renewals"),
    Refusal(
      arguments: ["--new", "--renewals", "3x0"], words: "--renewals: error[length.zero]",
      status: 65),
    Refusal(arguments: ["--new", "--value", "7.0 zn"], words: "--value: 'zn' is not a unit"),
    Refusal(arguments: ["--new", "--value", "1e400"], words: "--value: '1e400' is not a number"),
    Refusal(arguments: ["--new", "--value", ""], words: "--value: '' is not a number"),
    Refusal(
      arguments: ["--new", "--value", "0 bn"], words: "--value: error[value.out-of-bounds]",
      status: 65),
    Refusal(arguments: ["--new", "--debt=-1 bn"], words: "--debt: '-1 bn' is below zero"),
    Refusal(arguments: ["--new", "--yield-on-cost=-2 %"], words: "'-2 %' is below zero"),
    Refusal(arguments: ["--new", "--mw", "245 kW"], words: "--mw: "),
    Refusal(arguments: ["--new", "--years", "ever"], words: "--years: "),
    Refusal(arguments: ["--new", "--years", "101"], words: "--years: "),
    Refusal(arguments: ["--new", "--delivery", ".."], words: "--delivery: '..' is no span"),
    Refusal(arguments: ["--new", "--delivery", "a..b..c"], words: "--delivery: "),
    Refusal(arguments: ["--new", "--delivery", "2027-Q5"], words: "--delivery: "),
    Refusal(arguments: ["--new", "--escalator", "3"], words: "--escalator: "),
    Refusal(arguments: ["--new", "--renewals", "3"], words: "write 3x5 for three of five years"),
    Refusal(arguments: ["--new", "--renewals", "x5"], words: "write 3x5"),
    Refusal(arguments: ["--new", "--renewals", "threex5"], words: "--renewals: "),
    Refusal(arguments: ["--new", "--value", "seven billion"], words: "--value: "),
    Refusal(arguments: ["--new", "--value", "7.0 bn XXX"], words: "--value: "),
    Refusal(arguments: ["--new", "--value", "8 bn to 7 bn"], words: "--value: "),
    Refusal(arguments: ["--new", "--currency", "Taler", "--value", "7 bn"], words: "--value: "),
    Refusal(
      arguments: ["--new", "--value", "9 bn to 8 bn"], words: "write the lower figure first"),
    Refusal(arguments: ["--new", "--tenant", "!!!"], words: "--tenant: '!!!' is no name"),
    Refusal(arguments: ["--new", "--landlord", ""], words: "--landlord: '' is no name"),
    Refusal(arguments: ["--new", "--name", " "], words: "--name: ' ' is no name"),
    Refusal(arguments: ["--new", "--rate", "128"], words: "--rate: "),
    Refusal(arguments: ["--new", "--noi", "6.9 bn%"], words: "--noi: "),
    Refusal(arguments: ["--new", "--average-noi", "454 MW"], words: "--average-noi: "),
    Refusal(
      arguments: ["--new", "--margin", "101 %"], words: "share.out-of-bounds", status: 65),
    Refusal(arguments: ["--new", "--yield-on-cost", "0.12"], words: "--yield-on-cost: "),
  ]

  @Test(
    "what the command line cannot mean is told, with the option or the fault",
    arguments: usageFaults)
  func usage(_ refusal: Refusal) throws {
    let folder = try ScratchFolder()
    let run = try folder.run(["reconcile"] + refusal.arguments)
    #expect(run.status == refusal.status)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(refusal.words), "\(run.errors)")
    #expect(try folder.names == ["samples"])
  }

  @Test("options that contradict each other are told as the file's faults, and no file is left")
  func contradiction() throws {
    let folder = try ScratchFolder()
    let run = try folder.run([
      "reconcile", "--new", "--mw", "245", "--delivery", "2027-Q4..2027-Q2", "--output", "x.yaml",
    ])
    #expect(run.status == 65)
    #expect(CommandRun.codes(in: run.errors) == ["dates.reversed"])
    #expect(run.errors.hasPrefix("--delivery: error[dates.reversed]"))
    #expect(try folder.names == ["samples"])
  }

  /// The announcement of River Bend in December 2025, as samples/deals/hut8-river-bend.yaml has it.
  static let riverBend = [
    "reconcile", "--new", "--name", "River Bend", "--announced", "2025-12-17", "--landlord",
    "Hut 8", "--tenant", "fluidstack", "--source", "release=https://example.com/a", "--structure",
    "triple-net", "--mw", "245", "--years", "15", "--value", "7.0 bn", "--escalator", "3%",
    "--renewals", "3x5", "--value-with-renewals", "17.7 bn", "--noi", "6.9 bn", "--average-noi",
    "454 M", "--delivery", "2027-Q2..2027-Q4",
  ]

  @Test("options make the file that one would write by hand")
  func newFile() throws {
    let folder = try ScratchFolder()
    let run = try folder.run(Self.riverBend + ["--output", "river-bend.yaml"])
    #expect(run.status == 0)
    let text = String(decoding: try folder.bytes(of: "river-bend.yaml"), as: UTF8.self)
    #expect(
      text == """
        # Written by leasebook reconcile --new: what was announced, and nothing else.
        deal: river-bend
        name: River Bend
        announced: 2025-12-17
        source: release

        terms:
          landlord: hut-8
          tenant: fluidstack
          contract: {kind: lease, structure: triple-net}
          criticalIT: 245 MW
          delivery: {first: 2027-Q2, last: 2027-Q4}
          term: 15 years
          rent: {contractValue: 7.0 bn USD, escalator: {fixed: 3 %}}
          renewals: {count: 3, each: 5 years}

        announcedFigures:
          contractValueWithRenewals: 17.7 bn USD
          cumulativeNOI: 6.9 bn USD
          averageAnnualNOI: 454 M USD

        sources:
          release: {kind: release, url: https://example.com/a}

        """)
    try folder.succeed("check", "river-bend.yaml")
    let again = try folder.run(Self.riverBend + ["--output", "river-bend.yaml"])
    #expect(again.status == 74)
    #expect(CommandRun.codes(in: again.errors) == ["file.exists"])
    #expect(try folder.bytes(of: "river-bend.yaml") == Data(text.utf8))
  }

  @Test("the report of options is that of the file they make")
  func newReport() throws {
    let folder = try ScratchFolder()
    let options = try folder.run(Self.riverBend + ["--format", "json"])
    try folder.run(Self.riverBend + ["--output", "river-bend.yaml"])
    let file = try folder.succeed("reconcile", "river-bend.yaml", "--format", "json")
    #expect(options.output == file.output)
  }

  @Test("a day of announcement that is not given is the clock's")
  func today() throws {
    let run = try ScratchFolder().run(["reconcile", "--new", "--mw", "100"])
    #expect(run.output.contains("\nannounced: 2026-11-21\n"))
    // Nobody gave it, and the file is not ready to be recorded.
    let words = run.output.replacing("\n", with: " ")
    #expect(words.contains("to fill in: no --landlord is given"))
    #expect(words.contains("to fill in: no --announced is given"))
  }

  private static let missingInput: [Refusal] = [
    Refusal(arguments: ["none.yaml"], words: "file.missing", status: 66),
    Refusal(arguments: ["no-such-deal"], words: "ledger.missing", status: 66),
    Refusal(arguments: ["samples/parties.yaml"], words: "reconcile.no-deal", status: 65),
    Refusal(arguments: ["samples/errors/yaml.tab.yaml"], words: "yaml.tab", status: 65),
    Refusal(arguments: ["samples/errors/deal.unknown.yaml"], words: "deal.unknown", status: 65),
  ]

  @Test("what is not there or not sound is told with its code", arguments: missingInput)
  func missing(_ refusal: Refusal) throws {
    let folder = try ScratchFolder()
    for format in ["text", "json"] {
      let run = try folder.run(["reconcile"] + refusal.arguments + ["--format", format])
      #expect(run.status == refusal.status, "\(run.errors)")
      #expect(run.output.isEmpty)
      #expect(run.errors.contains(refusal.words), "\(run.errors)")
    }
  }

  @Test("a deal that the ledger does not hold is told the nearest")
  func unknownDeal() throws {
    let run = try SampleBook.folder().run(["reconcile", "hut8-river-bent"])
    #expect(run.status == 66)
    #expect(run.errors.contains("hut8-river-bend"))
  }
}
