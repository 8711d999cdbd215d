import ArgumentParser
import Bookkeeping
import FinanceBasics
import LeaseModel
import Reports

extension Leasebook {
  struct TrueUp: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "true-up",
      abstract: "Bring a year's estimated recoveries to what they came to.",
      usage: "leasebook true-up [<options>] --on <date> <deal> <year> <actual>",
      discussion: """
        The difference from what was billed for the year is an invoice or a credit note; a later \
        true-up of the year counts it as billed, and corrects what an amendment changed since. \
        All estimates of the year must be billed, and the year be over. Power is not in it. Of a \
        lease that was assigned in the year, it is made out by and to those of its December.

        Example: leasebook true-up hut8-river-bend 2027 1,250,000 --on 2028-03-31
        """)

    @Argument(help: "The deal's id.", completion: Completions.deals)
    var deal: String

    @Argument(help: "The calendar year.")
    var year: Int

    @Argument(help: "What the tenant owes for the year in all.", transform: AmountArgument.read)
    var actual: AmountArgument

    @Option(help: ArgumentHelp("The day of the document.", valueName: "date"), transform: readDay)
    var on: CalendarDate

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard (1...9999).contains(year) else { throw ValidationError("'\(year)' is no year.") }
      guard actual.minorUnits >= 0 else {
        throw ValidationError("The tenant owes nothing or more: write an amount of 0 or above.")
      }
    }

    func run() throws {
      var selection = DealSelection(landlord: [], tenant: [])
      selection.deals = [deal]
      let result = try BooksRecorder(path: ledger.path, scope: BooksScope(deal: deal)).record {
        session, books in
        let deals = try session.billableDeals(selection, books).deals
        let voucher = try deals.first.flatMap { deal in
          try books.trueUp(deal, year: year, actual: actual.money(in: deal.currency), on: on)
        }
        return BooksNotes(
          remarks: voucher.map { partyRemarks(of: $0, in: books, named: session.name) } ?? [])
      }
      try output.print { result.report("True-up of \(year)").rendered(as: $0, style: $1) }
    }

    /// Between whom a true-up is, where others were billed estimates of its year.
    private func partyRemarks(
      of voucher: Voucher, in books: Books, named name: @escaping (String) -> String
    ) -> [String] {
      let account = books.account(of: voucher.deal)
      let (own, billed) = (
        account.parties(of: voucher.number), account.partiesBilled(recoveriesOf: year)
      )
      guard billed.contains(where: { $0 != own }) else { return [] }
      let words = { (parties: Counterparties) in
        "by \(name(parties.landlord.text)) to "
          + (parties.tenant.map { name($0.text) } ?? "a tenant that is not named")
      }
      let number = voucher.number
      return [
        "\(number) is made out \(words(own)), whose December \(year) is; the estimates of "
          + "\(year) were billed \(billed.map(words).joined(separator: ", "))",
        "what each of them bears of the difference is between them, and is not booked",
      ]
    }
  }
}
