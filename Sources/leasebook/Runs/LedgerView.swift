import Bookkeeping
import FinanceBasics
import LeaseModel
import LedgerStore

/// A ledger as a question sees it: as it is, or up to an entry and with the files of then.
struct LedgerView {
  private let source: Source
  /// Notes what is read; `nil` where nobody asks for it.
  let log: InputLog?
  /// Files by the names at which a question names them; `nil` where they are read as they lie.
  let files: [String: Document]?

  private enum Source {
    /// The whole ledger, opened for each reading.
    case whole(LedgerOptions)
    /// An open ledger up to an entry.
    case open(Ledger, last: Int)
  }

  /// The ledger as it is now.
  init(_ options: LedgerOptions) {
    source = .whole(options)
    log = nil
    files = nil
  }

  /// An open ledger as it was after an entry; what is read is noted.
  ///
  /// - Parameter files: What a kept question was asked with; `nil` to read files where they lie.
  init(_ ledger: Ledger, through last: Int, files: [Document]? = nil) {
    source = .open(ledger, last: last)
    log = InputLog()
    self.files = files.map { files in
      Dictionary(files.map { ($0.name, $0) }) { first, _ in first }
    }
  }

  /// The book as of the dates asked for.
  ///
  /// - Throws: `LedgerProblem`; `entry.unknown` for an entry that the ledger does not have.
  func book(_ options: AsOfOptions) throws -> Book {
    try reading { try Self.book(options, of: $0, last: $1) }
  }

  /// The book, and what was billed and received, as of the dates asked for.
  ///
  /// - Throws: `LedgerProblem`; `entry.unknown` for an entry that the ledger does not have.
  func accounts(_ options: AsOfOptions) throws -> (book: Book, books: Books) {
    try reading { ledger, last in
      let book = try Self.book(options, of: ledger, last: last)
      let entry = try last ?? options.recordedBy ?? ledger.head().count
      let day = options.knownOn ?? .latest
      return (book, try ledger.books(recordedBy: entry, knownOn: day))
    }
  }

  /// The ledger that is looked at as it is now; `nil` of a view up to an entry.
  var whole: LedgerOptions? { if case .whole(let options) = source { options } else { nil } }

  /// Asks the ledger, and tells how far the view reaches; `nil` for all of it.
  func reading<Answer>(_ ask: (Ledger, _ last: Int?) throws -> Answer) throws -> Answer {
    switch source {
    case .whole(let options): try Ledger.reading(options.path) { try ask($0, nil) }
    case .open(let ledger, let last): try ask(ledger, last)
    }
  }

  private static func book(_ options: AsOfOptions, of ledger: Ledger, last: Int?) throws -> Book {
    var asOf = options
    asOf.recordedBy = last ?? options.recordedBy
    let book = try ledger.snapshot(asOf.asOf)
    let count = try ledger.head().count
    if let entry = options.recordedBy, entry > count {
      throw CommandProblem.unknownEntry(entry, last: count)
    }
    return book
  }
}
