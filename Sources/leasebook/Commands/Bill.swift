import ArgumentParser
import Bookkeeping
import FinanceBasics
import Reports

extension Leasebook {
  struct Bill: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "bill",
      abstract: "Raise the invoices due through a day, each flow once.",
      usage: "leasebook bill [<options>] --through <date> [<deal> ...]",
      discussion: """
        What the terms recorded now have otherwise than it was billed is corrected by a credit \
        note or a further invoice. A deal's invoice holds what falls due on one day: rent and \
        recoveries of all its halls, a deposit, a prepayment. Credits of the tenant are applied. \
        Where a lease is assigned, each month is billed by and to those on its first day.

        --late-interest brings the interest charged on each invoice to what has accrued: it charges \
        the rest, each day at the rate of the version that governs it, and takes back by a credit \
        note what a payment entered late, or rent that was never owed, makes too much.

        Example: leasebook bill --through 2027-09-30 hut8-river-bend --dry-run
        """)

    @Option(
      help: ArgumentHelp("The last due day, included.", valueName: "date"), transform: readDay)
    var through: CalendarDate

    @Flag(help: "Charge interest too, by each lease's rule, or take back what was too much.")
    var lateInterest = false

    @Flag(help: "Show the documents without recording them.")
    var dryRun = false

    @OptionGroup var selection: DealSelection
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let recorder = BooksRecorder(path: ledger.path, scope: BooksScope(selection))
      let result = try dryRun ? recorder.preview(make) : recorder.record(make)
      let report = result.report("Billed through \(through)")
      try output.print(omissions: result.omissions) { report.rendered(as: $0, style: $1) }
    }

    /// A year that was trued up is right no more once its estimates are billed otherwise.
    private func trueUpRemarks(of vouchers: [Voucher], _ books: Books) -> [String] {
      books.yearsToTrueUpAgain(after: vouchers).map { deal, year in
        "\(deal) was trued up for \(year), and estimates of that year were billed otherwise now: "
          + "give `leasebook true-up \(deal) \(year)` again with what it came to"
      }
    }

    private func make(_ session: BookSession, _ books: inout Books) throws -> BooksNotes {
      let (deals, found) = try session.billableDeals(selection, books)
      let vouchers = deals.flatMap { deal in
        books.bill(lateInterest ? deal : deal.withoutLateInterest, through: through)
      }
      let rest = found.omissions.isEmpty ? "all that" : "all else that"
      let nothing = vouchers.isEmpty ? ["\(rest) falls due by then is billed"] : []
      var notes = found
      notes.remarks +=
        session.endRemarks(of: vouchers) + trueUpRemarks(of: vouchers, books) + nothing
      return notes
    }
  }
}
