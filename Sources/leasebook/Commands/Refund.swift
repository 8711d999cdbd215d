import ArgumentParser
import Bookkeeping
import FinanceBasics
import LeaseModel
import Reports

extension Leasebook {
  struct Refund: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "refund",
      abstract: "Pay a tenant's credit back: an overpayment, or a deposit given back.",
      usage: "leasebook refund [<options>] --on <date> <deal> <amount>",
      discussion: "Example: leasebook refund hut8-river-bend 1,000,000 --on 2027-08-05")

    @Argument(help: "The deal's id.", completion: Completions.deals)
    var deal: String

    @Argument(help: "What is paid back.", transform: AmountArgument.read)
    var amount: AmountArgument

    @Option(help: ArgumentHelp("The day of the payment.", valueName: "date"), transform: readDay)
    var on: CalendarDate

    @Option(help: ArgumentHelp("What the bank calls it.", valueName: "text"))
    var reference: String?

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func validate() throws { try validateReference(reference) }

    func run() throws {
      let result = try BooksRecorder(path: ledger.path, scope: BooksScope(deal: deal)).recordOne {
        session, books in
        let (landlord, currency) = try session.payee(of: deal, books)
        return try books.refund(
          Payment(
            deal: DealID(deal), landlord: landlord, amount: amount.money(in: currency), day: on,
            reference: reference))
      }
      try output.print { result.report("Paid back").rendered(as: $0, style: $1) }
    }
  }
}
