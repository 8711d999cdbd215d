import ArgumentParser
import LeaseModel
import Reports

extension Leasebook {
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "Put two versions of a deal or a series side by side, field by field.",
      usage: "leasebook diff [<options>] <deal> [<version>] [<version>]",
      discussion: """
        Without versions, the last one and the one before it; with one, that one and the last. A \
        correction is compared with what it corrects.

        Example: leasebook diff hut8-river-bend known:2025-12-31 known:2026-04-30

        Example: leasebook diff cipher-barber-lake 1 3
        """)

    @Argument(help: "The deal's id; with --series that of a series.")
    var deal: String

    @Argument(
      help: ArgumentHelp(VersionChoice.help, valueName: "version"),
      transform: VersionChoice.init)
    var versions: [VersionChoice] = []

    @Flag(help: "Compare two versions of a series, value by value.")
    var series = false

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard versions.count <= 2 else {
        throw ValidationError("Two versions are compared, and \(versions.count) are named.")
      }
    }

    func run() throws {
      let reading = LedgerReading(ledger)
      if series {
        let (before, after) = try reading.seriesVersions(of: deal, versions)
        let report = SeriesDiffReport(before, after)
        try output.print { report.rendered(as: $0, style: $1) }
        return
      }
      let (before, after) = try reading.versions(of: deal, versions)
      let report = DiffReport(of: DealID(deal), before, after)
      try output.print { report.rendered(as: $0, style: $1) }
    }
  }
}
