import ArgumentParser
import Reports

extension Leasebook {
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "Put two versions of a deal, or of anything else, or two kept runs, side by side.",
      usage: """
        leasebook diff [<options>] <name> [<version>] [<version>]
        leasebook diff --runs [<options>] <run> <run>
        """,
      discussion: """
        Without versions, the last one and the one before it; with one, that one and the last. A \
        correction is compared with what it corrects. A party, a site, a series or a scenario may \
        be named as well.

        Example: leasebook diff hut8-river-bend known:2025-12-31 known:2026-04-30

        Example: leasebook diff cipher-barber-lake 1 3

        Example: leasebook diff --runs value-1 value-2
        """)

    @Argument(
      help: "The id of the deal, party, site, series or scenario; with --runs the name of a run.",
      completion: Completions.compared)
    var name: String

    @Argument(
      help: ArgumentHelp(
        VersionChoice.help + " With --runs the other run.", valueName: "version"),
      completion: Completions.otherRuns)
    var others: [String] = []

    @Option(
      help: ArgumentHelp(
        "What the name is of, where several have it: \(SubjectKind.words).", valueName: "kind"))
    var kind: SubjectKind?

    @Flag(help: "Compare two kept runs: what was asked, what they rest on, and each figure.")
    var runs = false

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      if runs, kind != nil {
        throw ValidationError("--runs and --kind exclude each other: take one of them.")
      }
      guard !runs else {
        guard others.count == 1 else {
          throw ValidationError("Two runs are compared, and \(others.count + 1) named.")
        }
        return
      }
      guard others.count <= 2 else {
        throw ValidationError("Two versions are compared, and \(others.count) are named.")
      }
      _ = try versions
    }

    private var versions: [VersionChoice] {
      get throws { try others.map(VersionChoice.init) }
    }

    func run() throws {
      let reading = LedgerReading(ledger)
      if runs {
        let report = try reading.runs(name, others[0])
        return try output.print(lines: report.jsonLines) { report.rendered(as: $0, style: $1) }
      }
      let report = try reading.difference(of: name, kind, try versions)
      try output.print(lines: report.jsonLines) { report.rendered(as: $0, style: $1) }
    }
  }
}
