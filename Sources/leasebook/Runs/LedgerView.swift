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
    /// The whole ledger at a path, opened for each reading.
    case path(String)
    /// An open ledger up to an entry.
    case open(Ledger, last: Int)
  }

  /// The ledger as it is now.
  init(_ options: LedgerOptions) {
    source = .path(options.path)
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
    switch source {
    case .path(let path):
      return try Ledger.reading(path) { try Self.book(options, of: $0, last: nil) }
    case .open(let ledger, let last): return try Self.book(options, of: ledger, last: last)
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
