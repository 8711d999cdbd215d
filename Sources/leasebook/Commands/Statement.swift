import ArgumentParser
import Bookkeeping
import FinanceBasics
import Reports

extension Leasebook {
  struct Statement: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "statement",
      abstract: "Show what a tenant was billed, what it paid, and what it owes.",
      usage: "leasebook statement [<options>] <tenant>",
      discussion: "Example: leasebook statement fluidstack --on 2027-12-31")

    @Argument(help: "The tenant by id or alias, or one deal by its id.")
    var tenant: String

    @Option(help: ArgumentHelp("The last day, included.", valueName: "date"), transform: readDay)
    var on: CalendarDate?

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let books = try BooksReading(ledger, ofCustomer: tenant)
      let report = StatementReport(
        of: books.name, books.accounts.flatMap(\.vouchers), on: on,
        remarks: [books.sentence(on: on)])
      try output.print { report.rendered(as: $0, style: $1) }
    }
  }
}
