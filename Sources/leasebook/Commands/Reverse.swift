import ArgumentParser
import Bookkeeping
import FinanceBasics
import Reports

extension Leasebook {
  struct Reverse: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reverse",
      abstract: "Undo a receipt, a write-off or a refund by another document.",
      usage: "leasebook reverse [<options>] --on <date> --reason <text> <document>",
      discussion: """
        What it settled is open again, and credits that wait are applied to it. Nothing that was \
        recorded is changed.

        Example: leasebook reverse hut-8-2027-R0001 --on 2027-07-20 --reason bounced
        """)

    @Argument(help: "The document's number.", completion: Completions.vouchers)
    var document: String

    @Option(help: ArgumentHelp("The day of the reversal.", valueName: "date"), transform: readDay)
    var on: CalendarDate

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func validate() throws { try validateReason(reason) }

    func run() throws {
      let result = try BooksRecorder(path: ledger.path, scope: BooksScope(document: document))
        .recordOne { _, books in
          try books.reverse(document, on: on, reason: reason)
        }
      try output.print { result.report("Reversed").rendered(as: $0, style: $1) }
    }
  }
}
