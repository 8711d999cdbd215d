import ArgumentParser
import FinanceBasics
import Reports

extension Leasebook {
  struct Balance: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "balance",
      abstract: "Show what stands in each account of the books.",
      usage: "leasebook balance [<options>] [<deal> ...]",
      discussion: """
        Debit is positive, credit negative; the sum of all accounts is nothing. What was answered \
        after an entry is answered again with --recorded-by.

        Example: leasebook balance --on 2027-12-31
        """)

    @Option(help: ArgumentHelp("The last day, included.", valueName: "date"), transform: readDay)
    var on: CalendarDate?

    @Flag(help: "An account for each deal, rather than for each landlord.")
    var byDeal = false

    @Option(help: AsOfOptions.entryHelp) var recordedBy: Int?

    @OptionGroup var selection: DealSelection
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: ListingOptions

    func validate() throws { try AsOfOptions.validate(recordedBy: recordedBy) }

    func run() throws {
      try output.print(of: ledger) {
        try TrialBalanceReading(
          ledger, on: on, recordedBy: recordedBy, of: selection, by: byDeal ? .deal : .landlord
        ).report
      }
    }
  }
}
