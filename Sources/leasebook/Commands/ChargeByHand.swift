import ArgumentParser
import Bookkeeping
import FinanceBasics
import LeaseModel
import Reports

extension Leasebook {
  struct ChargeByHand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "charge",
      abstract: "Raise an invoice by hand, for what the terms do not have.",
      usage: """
        leasebook charge [<options>] --on <date> --reason <text>
          <deal> <amount>
        """,
      discussion: """
        Credits of the tenant are applied to it. What the terms have, `bill` raises: this is for a \
        repair, metered power beyond the estimate, or work that the tenant ordered.

        Example: leasebook charge hut8-river-bend 48,200.50 --on 2027-09-15 --due 2027-10-15 \
        --reason "cage fit-out, order 7713"
        """)

    @Argument(help: "The deal's id.", completion: Completions.deals)
    var deal: String

    @Argument(help: "What is asked for.", transform: AmountArgument.read)
    var amount: AmountArgument

    @Option(
      name: .customLong("as"),
      help: ArgumentHelp("What it is for.", valueName: "item"))
    var item: LineItem = .otherIncome

    @Option(
      help: ArgumentHelp("The hall that it is for.", valueName: "name"),
      completion: Completions.halls)
    var hall: String?

    @Option(
      help: ArgumentHelp("The day of the invoice.", valueName: "date"), transform: readDay)
    var on: CalendarDate

    @Option(
      help: ArgumentHelp("When it is to be paid. Default: on that day.", valueName: "date"),
      transform: readDay)
    var due: CalendarDate?

    @Option(help: ArgumentHelp("Why, in a sentence.", valueName: "text"))
    var reason: String

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func validate() throws { try validateReason(reason) }

    func run() throws {
      let result = try BooksRecorder(path: ledger.path, scope: BooksScope(deal: deal)).recordOne {
        session, books in
        let (landlord, currency) = try session.payee(of: deal, books)
        return try books.charge(
          ManualCharge(
            payee: Payee(deal: DealID(deal), landlord: landlord, currency: currency), item: item,
            hall: try session.hall(hall, of: deal), amount: amount.money(in: currency), day: on,
            due: due, reason: reason))
      }
      try output.print { result.report("Charged").rendered(as: $0, style: $1) }
    }
  }
}
