import ArgumentParser
import Bookkeeping
import FinanceBasics
import Reports

extension Leasebook {
  struct Credit: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take something off an invoice by a credit note, for a reason of your own.",
      usage: """
        leasebook credit [<options>] --on <date> --reason <text>
          <invoice> [<amount>]
        """,
      discussion: """
        Without an amount all that is left of the lines is taken off; an amount for several lines \
        is shared by what is left of each. What the terms have otherwise than it was billed, \
        `bill` corrects by itself: this is for a concession, an outage or a dispute settled. Late \
        interest runs on it until its day.

        Example: leasebook credit hut-8-2027-0004 250,000 --line 1 --on 2027-12-20 --reason outage
        """)

    @Argument(help: "The invoice's number.", completion: Completions.vouchers)
    var invoice: String

    @Argument(help: "What is taken off.", transform: AmountArgument.read)
    var amount: AmountArgument?

    @Option(
      help: ArgumentHelp(
        "A line of the invoice, from 1, as `document` shows them; may be repeated.",
        valueName: "number"))
    var line: [Int] = []

    @Option(
      help: ArgumentHelp("The day of the credit note.", valueName: "date"), transform: readDay)
    var on: CalendarDate

    @Option(help: ArgumentHelp("Why, in a sentence.", valueName: "text"))
    var reason: String

    @Flag(help: "Take off more than is left of the one line named.")
    var beyond = false

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      try validateReason(reason)
      if beyond, amount == nil || line.count != 1 {
        throw ValidationError("--beyond takes an amount and one --line.")
      }
    }

    func run() throws {
      let result = try BooksRecorder(path: ledger.path, scope: BooksScope(document: invoice))
        .recordOne { _, books in
          if let currency = amount?.currency {
            try books.check(currency, of: invoice)
          }
          return try books.credit(
            ManualCredit(
              invoice: invoice, lines: line, minorUnits: amount?.minorUnits, day: on,
              reason: reason, goesBeyond: beyond))
        }
      try output.print { result.report("Credited").rendered(as: $0, style: $1) }
    }
  }
}

/// - Throws: `ValidationError` where nothing is said after `--reference`.
func validateReference(_ reference: String?) throws {
  guard reference?.allSatisfy(\.isWhitespace) != true else {
    throw ValidationError(
      "--reference takes what the bank calls the payment; leave it out where there is none.")
  }
}

/// - Throws: `ValidationError` where nothing is said.
func validateReason(_ reason: String) throws {
  guard !reason.allSatisfy(\.isWhitespace) else {
    throw ValidationError("--reason takes a sentence that says why.")
  }
}
