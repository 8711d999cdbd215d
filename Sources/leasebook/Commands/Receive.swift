import ArgumentParser
import Bookkeeping
import FinanceBasics
import LeaseModel
import Reports

extension Leasebook {
  struct Receive: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "receive",
      abstract: "Take a payment in: applied to the invoice named, then to the oldest.",
      usage: "leasebook receive [<options>] --on <date> <deal> <amount>",
      discussion: """
        What is over once nothing is open waits as the tenant's credit, and is applied to the next \
        invoices. Where the lease was assigned, it settles invoices of one landlord and one \
        tenant: those of its day, or of the invoice named.

        Example: leasebook receive hut8-river-bend 1,000,000 --on 2027-07-05
        """)

    @Argument(help: "The deal's id.", completion: Completions.deals)
    var deal: String

    @Argument(help: "What came in, such as 31,363,838.60.", transform: AmountArgument.read)
    var amount: AmountArgument

    @Option(
      help: ArgumentHelp("The day on which it came in.", valueName: "date"), transform: readDay)
    var on: CalendarDate

    @Option(
      help: ArgumentHelp("The invoice that it is to settle.", valueName: "number"),
      completion: Completions.vouchers)
    var invoice: String?

    @Option(help: ArgumentHelp("What the bank calls it.", valueName: "text"))
    var reference: String?

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func validate() throws { try validateReference(reference) }

    func run() throws {
      let scope = BooksScope(deal: deal, documents: invoice.map { [$0] } ?? [])
      let result = try BooksRecorder(path: ledger.path, scope: scope).recordOne { session, books in
        let (landlord, currency) = try session.payee(of: deal, books)
        return try books.receive(
          Payment(
            deal: DealID(deal), landlord: landlord, amount: amount.money(in: currency), day: on,
            invoice: invoice, reference: reference))
      }
      try output.print { result.report("Received").rendered(as: $0, style: $1) }
    }
  }
}
