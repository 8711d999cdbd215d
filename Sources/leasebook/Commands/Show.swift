import ArgumentParser
import CashFlowEngine
import Reports

extension Leasebook {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show one deal: each field with its basis and source, and what follows from it.",
      usage: "leasebook show [<options>] <deal>",
      discussion: "Example: leasebook show hut8-river-bend")

    @Argument(help: "The deal's id.", completion: Completions.deals)
    var deal: String

    @OptionGroup var scenarios: ScenarioOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var asOf: AsOfOptions
    @OptionGroup var output: ListingOptions

    func run() throws {
      try output.print(of: ledger, asOf) { view in
        var selection = DealSelection(landlord: [], tenant: [])
        selection.deals = [deal]
        let book = try BookSession(view, asOf: asOf, of: selection)
        let stack = try book.stack(scenarios)
        let (deals, _) = try book.applying(stack, to: try book.deals(selection))
        return try DealReport(
          deals[0], asOf: book.asOfSentence, scenarios: stack.statement(of: deals, in: .base),
          name: book.name)
      }
    }
  }
}
