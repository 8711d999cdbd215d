import ArgumentParser
import Reports

extension Leasebook {
  struct History: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "history",
      abstract: "Tell the story of a deal: its versions, their dates, and what each changed.",
      usage: "leasebook history [<options>] <deal>",
      discussion: """
        A party or a site may be named as well.

        Example: leasebook history cipher-barber-lake

        Example: leasebook history hut-8
        """)

    @Argument(
      help: "The id of the deal, the party or the site.", completion: Completions.subjects)
    var deal: String

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var asOf: AsOfOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let reading = LedgerReading(ledger)
      let report =
        if let versions = try reading.registered(deal, asOf) {
          HistoryReport(of: deal, versions, listsFirst: true)
        } else {
          HistoryReport(of: deal, try reading.history(of: deal, asOf))
        }
      try output.print { report.rendered(as: $0, style: $1) }
    }
  }
}
