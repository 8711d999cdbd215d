import ArgumentParser
import Bookkeeping
import FinanceBasics
import Reports

extension Leasebook {
  struct ShowDocument: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "document",
      abstract: "Show a document of the books: its lines, what settles it, and what is open.",
      usage: "leasebook document [<options>] <number>",
      discussion: "Example: leasebook document hut-8-2027-0004")

    @Argument(help: "The document's number.")
    var number: String

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let report = try BooksReading(ledger, ofDocument: number).document(number)
      try output.print { report.rendered(as: $0, style: $1) }
    }
  }
}
