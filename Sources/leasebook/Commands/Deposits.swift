import ArgumentParser
import Bookkeeping
import FinanceBasics
import Reports

extension Leasebook {
  struct Deposits: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show the deposits that leases require on a day, and what of them is held.",
      usage: "leasebook deposits [<options>] --on <date> [<deal> ...]",
      discussion: """
        Held is what was received and not given back. What an invoice was paid counts for its \
        lines in their order, in which the deposit comes last. What was never paid when a deposit \
        is to be given back is no longer owed, and is named below the table. A deposit is of the \
        landlord and the tenant of the documents that asked for it, whoever has the lease now.

        Example: leasebook deposits --on 2027-12-31 --by landlord
        """)

    @Option(help: ArgumentHelp("The last day, included.", valueName: "date"), transform: readDay)
    var on: CalendarDate

    @Option(help: "deal, tenant or landlord.")
    var by: DepositReport.Owner = .deal

    @OptionGroup var selection: DealSelection
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: ListingOptions

    func run() throws {
      try output.print(of: ledger) {
        try BooksReading(ledger, billedTo: selection).deposits(selection, on: on, by: by)
      }
    }
  }
}
