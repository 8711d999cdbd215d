import ArgumentParser
import LedgerStore
import LeaseModel
import Reports

extension Leasebook {
  struct History: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tell the story of a deal: its versions, their dates, and what each changed.",
      usage: "leasebook history [<options>] <deal>",
      discussion: "Example: leasebook history cipher-barber-lake")

    @Argument(help: "The deal's id.")
    var deal: String

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var asOf: AsOfOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let versions = try LedgerReading(ledger).history(of: deal, asOf)
      let report = HistoryReport(of: DealID(deal), versions)
      try output.print { report.rendered(as: $0, style: $1) }
    }
  }
}
