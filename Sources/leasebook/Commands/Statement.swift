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
      discussion: """
        One statement for each landlord, to the cent, as it may be sent to the tenant.

        Example: leasebook statement fluidstack --on 2027-12-31 --from 2027-10-01
        """)

    @Argument(
      help: "The tenant by id or alias, or one deal by its id.",
      completion: Completions.tenantsAndDeals)
    var tenant: String

    @Option(help: ArgumentHelp("The last day, included.", valueName: "date"), transform: readDay)
    var on: CalendarDate?

    @Option(
      help: ArgumentHelp(
        "The first day; what was owed before is brought forward.", valueName: "date"),
      transform: readDay)
    var from: CalendarDate?

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: ListingOptions

    func validate() throws {
      if let from, let on, on < from {
        throw ValidationError("--on \(on) is before --from \(from).")
      }
    }

    func run() throws {
      try output.print(of: ledger) {
        let books = try BooksReading(ledger, ofCustomer: tenant)
        return StatementReport(
          books.statements(for: tenant), from: from, through: on,
          remarks: [books.sentence(on: on)])
      }
    }
  }
}
