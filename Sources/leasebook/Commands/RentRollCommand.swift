import Analysis
import ArgumentParser
import CashFlowEngine
import FinanceBasics
import LeaseModel
import Reports

extension Leasebook {
  struct RentRollCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rent-roll",
      abstract: "List the halls of the book: who pays what, until when, and what may follow.",
      usage: "leasebook rent-roll [<options>] [<deal> ...]",
      discussion: """
        A row a hall, with the rent of a whole month at the terms of a day; sums, and averages by \
        megawatt. Halls whose term has ended are left out.

        Example: leasebook rent-roll --on 2028-06-30 --landlord "Hut 8"
        """)

    @OptionGroup var selection: DealSelection

    @Option(
      help: ArgumentHelp(
        "The day that the halls are seen on. Default: each hall's first day.", valueName: "date"),
      transform: readDay)
    var on: CalendarDate?

    @Option(help: "landlord, tenant, site or deal.")
    var by: RentRollReport.Grouping = .landlord

    @OptionGroup var scenarios: ScenarioOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var asOf: AsOfOptions
    @OptionGroup var output: ListingOptions

    func run() throws {
      try output.print(of: ledger, asOf) { view in
        let book = try BookSession(view, asOf: asOf, of: selection)
        return try book.rentRoll(selection, on: on, by: by, under: try book.stack(scenarios))
      }
    }
  }
}

extension BookSession {
  /// The halls of the deals asked for; of a landlord or the whole book only contracted leases.
  ///
  /// - Throws: As for the deals asked for; `book.currencies-mixed`.
  func rentRoll(
    _ selection: DealSelection, on date: CalendarDate?, by grouping: RentRollReport.Grouping,
    under stack: ScenarioStack
  ) throws -> RentRollReport {
    let chosen = try deals(selection)
    let isNamed = !selection.deals.isEmpty
    let (deals, kept) = try applying(
      stack, to: isNamed ? chosen : chosen.filter(\.isContractedLease))
    let apart = isNamed ? [] : chosen.filter { !$0.isContractedLease }.map(\.deal.id.text)
    let statement = stack.statement(of: deals, in: .base)
    return RentRollReport(
      RentRoll(of: deals, on: date), by: grouping, currency: try currency(of: deals),
      remarks: [asOfSentence] + (statement?.sentences ?? []) + kept
        + (apart.isEmpty
          ? [] : ["no contracted lease, left out: " + apart.joined(separator: ", ")]),
      name: shortName)
  }
}
