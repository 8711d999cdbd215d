import ArgumentParser
import Bookkeeping
import FinanceBasics
import Reports

extension Leasebook {
  struct Arrears: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "arrears",
      abstract: "List the open invoices on a day by how long they have been due.",
      usage: "leasebook arrears [<options>] --on <date> [<deal> ...]",
      discussion: """
        Credits of a tenant that are applied to nothing on that day are listed below zero.

        Example: leasebook arrears --on 2027-12-31
        """)

    @Option(help: ArgumentHelp("The day of the ages.", valueName: "date"), transform: readDay)
    var on: CalendarDate

    @OptionGroup var selection: DealSelection
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: ListingOptions

    func run() throws {
      try output.print(of: ledger) {
        let books = try BooksReading(ledger, of: selection)
        let invoices = books.accounts.flatMap { $0.arrears(on: on) }
        let waiting = books.accounts.flatMap { $0.waiting(on: on) }
        return ArrearsReport(
          invoices, waiting: waiting, on: on, remarks: [books.sentence(on: on)])
      }
    }
  }
}
