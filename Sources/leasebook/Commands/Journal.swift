import ArgumentParser
import FinanceBasics
import Foundation
import Reports

extension Leasebook {
  struct Journal: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "journal",
      abstract: "Print the books as a journal for hledger, ledger, beancount or a spreadsheet.",
      usage: "leasebook journal [<options>] --to <program> [<deal> ...]",
      discussion: """
        Every account is declared. Below each stands one for each deal, below the bank one for \
        each landlord.

        Example: leasebook journal --to hledger
        """)

    @Option(help: ArgumentHelp("hledger, ledger, beancount or csv.", valueName: "program"))
    var to: JournalFormat

    @Option(help: ArgumentHelp("The last day, included.", valueName: "date"), transform: readDay)
    var through: CalendarDate?

    @OptionGroup var selection: DealSelection
    @OptionGroup var ledger: LedgerOptions

    func run() throws {
      let journal = try BooksReading(ledger, of: selection).journal(through: through)
      FileHandle.standardOutput.write(Data(JournalText(journal).rendered(as: to).utf8))
    }
  }
}
