import ArgumentParser
import Reports

extension Leasebook {
  struct History: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "history",
      abstract: "Tell the story of a deal: its versions, their dates, and what each changed.",
      usage: "leasebook history [<options>] <name>",
      discussion: """
        A party, a site, a series or a scenario may be named as well.

        Example: leasebook history cipher-barber-lake

        Example: leasebook history hut-8
        """)

    @Argument(
      help: "The id of the deal, party, site, series or scenario.",
      completion: Completions.subjects)
    var name: String

    @Option(
      help: ArgumentHelp(
        "What the name is of, where several have it: \(SubjectKind.words).", valueName: "kind"))
    var kind: SubjectKind?

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var asOf: AsOfOptions
    @OptionGroup var output: ListingOptions

    func run() throws {
      try output.print(of: ledger, asOf) { view in
        try LedgerReading(ledger).history(of: name, kind, asOf, in: view)
      }
    }
  }
}
