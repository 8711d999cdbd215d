import ArgumentParser

extension Leasebook {
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put two versions of a deal, or of anything else, side by side, field by field.",
      usage: "leasebook diff [<options>] <name> [<version>] [<version>]",
      discussion: """
        Without versions, the last one and the one before it; with one, that one and the last. A \
        correction is compared with what it corrects. A party, a site, a series or a scenario may \
        be named as well.

        Example: leasebook diff hut8-river-bend known:2025-12-31 known:2026-04-30

        Example: leasebook diff cipher-barber-lake 1 3
        """)

    @Argument(help: "The id of the deal, party, site, series or scenario.")
    var name: String

    @Argument(
      help: ArgumentHelp(VersionChoice.help, valueName: "version"),
      transform: VersionChoice.init)
    var versions: [VersionChoice] = []

    @Option(
      help: ArgumentHelp(
        "What the name is of, where several have it: \(SubjectKind.words).", valueName: "kind"))
    var kind: SubjectKind?

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard versions.count <= 2 else {
        throw ValidationError("Two versions are compared, and \(versions.count) are named.")
      }
    }

    func run() throws {
      let report = try LedgerReading(ledger).difference(of: name, kind, versions)
      try output.print { report.rendered(as: $0, style: $1) }
    }
  }
}
