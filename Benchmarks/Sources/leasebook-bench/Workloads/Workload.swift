/// One thing that is measured, in a process of its own.
enum Workload: String, CaseIterable {
  /// Compile leases into runs, and sum them.
  case project
  /// Expand them to cells as well.
  case expand
  /// Keep all projections.
  case hold
  /// Project and value.
  case value
  /// A book to totals and present value.
  case bookTotals = "book-totals"
  /// A book to sums by month and charge.
  case bookRows = "book-rows"
  /// Record deals into a fresh ledger.
  case record
  /// Load and rebuild what was recorded.
  case load
  /// Post the documents of the books, beside SQLite's shell.
  case post
  /// Ask the ledger of the books, and add to it, by the command.
  case ask
  /// The trial balance of the books, beside ledger, hledger and beancount.
  case trialBalance = "trial-balance"
  /// The command's comparison of the samples.
  case compare
  /// The command's monthly cash flows of the samples.
  case printRows = "print-rows"

  /// Whether it is done once for each set of leases.
  var isOfLeases: Bool {
    switch self {
    case .project, .expand, .hold, .value: true
    case .bookTotals, .bookRows, .record, .load, .post, .ask, .trialBalance, .compare, .printRows:
      false
    }
  }

  /// Whether it runs the command as a process.
  var isOfCommand: Bool {
    switch self {
    case .ask, .trialBalance, .compare, .printRows: true
    case .project, .expand, .hold, .value, .bookTotals, .bookRows, .record, .load, .post: false
    }
  }
}

/// How much is measured, and where.
struct Scale {
  let leases: Int
  /// Of the book.
  let bookLeases: Int
  let deals: Int
  /// Of the books.
  let bookDeals: Int
  let postings: Int
  let repetitions: Int
  /// A folder for the ledgers that are made.
  let scratch: String
}
