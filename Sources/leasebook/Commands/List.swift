import ArgumentParser
import LeaseModel
import Reports

extension Leasebook {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the deals of the book, on any known date.",
      usage: "leasebook list [<options>]",
      discussion: "Example: leasebook list --landlord \"Hut 8\" --known-on 2025-12-31")

    @Option(
      help: ArgumentHelp("Only deals of this landlord.", valueName: "party"),
      completion: Completions.landlords)
    var landlord: [String] = []

    @Option(
      help: ArgumentHelp("Only deals of this tenant.", valueName: "party"),
      completion: Completions.tenants)
    var tenant: [String] = []

    @Option(help: ArgumentHelp("Only deals of this kind: lease, hosting or cloud."))
    var kind: ContractKind?

    @Option(
      help: ArgumentHelp("Only deals of this status, such as 'under construction'."),
      completion: Completions.choices(DealStatus.allCases.map(\.rawValue)))
    var status: DealStatus?

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var asOf: AsOfOptions
    @OptionGroup var output: ListingOptions

    func run() throws {
      let filter = DealListing.Filter(
        selection: DealSelection(landlord: landlord, tenant: tenant), kind: kind, status: status)
      try output.print(of: ledger, asOf) { view in
        try DealListing(
          view, asOf: asOf, filter, isWhole: output.format != .printed(.text)
        ).report
      }
    }
  }
}
