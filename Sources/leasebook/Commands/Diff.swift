import ArgumentParser
import LeaseModel
import Reports

extension Leasebook {
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "Put two versions of a deal or a series, or two kept runs, side by side.",
      usage: """
        leasebook diff [<options>] <deal> [<version>] [<version>]
        leasebook diff --series [<options>] <series> [<version>] [<version>]
        leasebook diff --runs [<options>] <run> <run>
        """,
      discussion: """
        Without versions, the last one and the one before it; with one, that one and the last. A \
        correction is compared with what it corrects.

        Example: leasebook diff hut8-river-bend known:2025-12-31 known:2026-04-30

        Example: leasebook diff cipher-barber-lake 1 3

        Example: leasebook diff --runs value-1 value-2
        """)

    @Argument(help: "The deal's id; with --series that of a series, with --runs the name of a run.")
    var deal: String

    @Argument(
      help: ArgumentHelp(
        VersionChoice.help + " With --runs the other run.", valueName: "version"))
    var others: [String] = []

    @Flag(help: "Compare two versions of a series, value by value.")
    var series = false

    @Flag(help: "Compare two kept runs: what was asked, what they rest on, and each figure.")
    var runs = false

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      if runs, series {
        throw ValidationError("--runs and --series exclude each other: take one of them.")
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
        let report = try reading.runs(deal, others[0])
        return try output.print { report.rendered(as: $0, style: $1) }
      }
      if series {
        let (before, after) = try reading.seriesVersions(of: deal, try versions)
        let report = SeriesDiffReport(before, after)
        return try output.print { report.rendered(as: $0, style: $1) }
      }
      let (before, after) = try reading.versions(of: deal, try versions)
      let report = DiffReport(of: DealID(deal), before, after)
      try output.print { report.rendered(as: $0, style: $1) }
    }
  }
}
