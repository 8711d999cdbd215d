import ArgumentParser
import Bookkeeping
import FinanceBasics
import Reports

extension Leasebook {
  struct WriteOff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "write-off",
      abstract: "Give up an invoice, or a part of it.",
      usage: "leasebook write-off --on <date> --reason <why> <invoice> [<sum>]",
      discussion: """
        Example: leasebook write-off hut-8-2027-0004 --on 2028-03-31 --reason insolvency
        """)

    @Argument(help: "The invoice's number.", completion: Completions.vouchers)
    var invoice: String

    @Argument(
      help: ArgumentHelp("What is given up; all that is open if left out.", valueName: "sum"),
      transform: AmountArgument.read)
    var amount: AmountArgument?

    @Option(help: ArgumentHelp("The day of the write-off.", valueName: "date"), transform: readDay)
    var on: CalendarDate

    @Option(help: ArgumentHelp("Why.", valueName: "why"))
    var reason: String

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func validate() throws { try validateReason(reason) }

    func run() throws {
      let result = try BooksRecorder(path: ledger.path, scope: BooksScope(document: invoice))
        .recordOne { _, books in
          try books.writeOff(invoice, minorUnits: amount?.minorUnits, on: on, reason: reason)
        }
      try output.print { result.report("Written off").rendered(as: $0, style: $1) }
    }
  }
}
