import ArgumentParser
import Bookkeeping
import FinanceBasics
import Reports

extension Leasebook {
  struct Register: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "register",
      abstract: "List the postings of one account, with its balance after each.",
      usage: "leasebook register [<options>] <account> [<deal> ...]",
      discussion: "Example: leasebook register receivables hut8-river-bend")

    @Argument(
      help: "An account of the chart, such as receivables or Income:Base-Rent.",
      completion: Completions.accounts, transform: readAccount)
    var account: Account

    @Option(help: ArgumentHelp("The last day, included.", valueName: "date"), transform: readDay)
    var through: CalendarDate?

    @OptionGroup var selection: DealSelection
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: ListingOptions

    func run() throws {
      try output.print(of: ledger) {
        let books = try BooksReading(ledger, of: selection)
        return RegisterReport(
          of: account, books.journal(through: through),
          remarks: [books.sentence(on: through)])
      }
    }
  }
}
