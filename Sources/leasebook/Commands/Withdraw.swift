import ArgumentParser
import FinanceBasics
import LeaseModel
import Reports

extension Leasebook {
  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "withdraw",
      abstract: "Record that a deal ended, or never was; what was recorded stays.",
      usage: """
        leasebook withdraw [<options>] --on <date> --reason <text>
          --source <name> <deal>
        """,
      discussion: """
        From the day on the deal is in no listing and no total; before it everything is as it was. \
        A deal is withdrawn once: a wrong day is put right with `leasebook correct`.

        Example: leasebook withdraw corescientific-amd --on 2026-10-01 --reason "the option lapsed" \
        --source 8-k=https://example.com/8-k
        """)

    @Argument(help: "The deal's id.", completion: Completions.deals)
    var deal: String

    @Option(
      help: ArgumentHelp("From when the deal is no more, included.", valueName: "date"),
      transform: readDay)
    var on: CalendarDate

    @Option(
      help: ArgumentHelp(
        "When the public knew it. Default: that day, or today where it is earlier.",
        valueName: "date"),
      transform: readDay)
    var announced: CalendarDate?

    @Option(help: ArgumentHelp("Why, in a sentence.", valueName: "text"))
    var reason: String

    @Option(
      help: ArgumentHelp(
        "Where that was read: a name, and after = its address.", valueName: "name"),
      transform: SourceOption.init)
    var source: SourceOption

    @Option(
      help: ArgumentHelp(
        "What the source is: filing, release, press or aggregator.", valueName: "kind"))
    var sourceKind: Source.Tier = .release

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard !reason.allSatisfy(\.isWhitespace) else {
        throw ValidationError("--reason takes a sentence that says why.")
      }
    }

    func run() throws {
      let result = try VersionRecorder(path: ledger.path).withdraw(
        deal, on: on, known: announced, reason: reason,
        source: Source(id: source.id, tier: sourceKind, url: source.url))
      let report = RecordingReport(result)
      try output.print { report.rendered(as: $0, style: $1) }
    }
  }
}
