import Bookkeeping
import LedgerStore
import Reports

/// What a reader must know beside the documents of the books.
struct BooksNotes {
  var remarks: [String] = []
  /// Those of the remarks that say which deals are left out.
  var omissions: [String] = []
}

/// Makes documents of the books under the ledger's write lock, and records them: all or none.
struct BooksRecorder {
  let path: String
  /// What of the books the documents are made from.
  let scope: BooksScope

  /// The documents that were recorded, and the chain after them.
  struct Result {
    let vouchers: [Voucher]
    let remarks: [String]
    /// Those of the remarks that say which deals are left out.
    let omissions: [String]
  }

  /// Records what the books make.
  ///
  /// - Parameter make: Is given the book and the books as no other command can change them; it gives
  ///   back what a reader must know.
  /// - Throws: What `make` throws, or a store's failure; nothing is changed then.
  func record(_ make: (BookSession, inout Books) throws -> BooksNotes) throws -> Result {
    let ledger = try Ledger.opened(at: path, for: .readWrite)
    var made = Result(vouchers: [], remarks: [], omissions: [])
    let outcome = try ledger.record(
      recordedAt: try Surroundings.timestamp(), program: Leasebook.program
    ) {
      made = try Self.made(make, from: try scope.read(ledger))
      return made.vouchers.map { .voucher($0) }
    }
    try ledger.close()
    let head = outcome.head
    let remark = made.vouchers.isEmpty ? "nothing was recorded" : "the ledger now has \(head)"
    return Result(
      vouchers: made.vouchers, remarks: made.remarks + [remark], omissions: made.omissions)
  }

  /// The same documents without recording them.
  func preview(_ make: (BookSession, inout Books) throws -> BooksNotes) throws -> Result {
    let made = try Self.made(make, from: try Ledger.reading(path) { try scope.read($0) })
    return Result(
      vouchers: made.vouchers, remarks: made.remarks + ["a dry run: nothing was recorded"],
      omissions: made.omissions)
  }

  /// Makes one document and records it, with those that it calls for.
  func recordOne(_ make: (BookSession, inout Books) throws -> Voucher?) throws -> Result {
    try record { session, books in
      _ = try make(session, &books)
      return BooksNotes()
    }
  }

  private static func made(
    _ make: (BookSession, inout Books) throws -> BooksNotes,
    from recorded: (session: BookSession, books: Books)
  ) throws -> Result {
    var books = recorded.books
    let notes = try make(recorded.session, &books)
    return Result(vouchers: books.made, remarks: notes.remarks, omissions: notes.omissions)
  }
}

extension BooksRecorder.Result {
  /// The report of what was recorded.
  func report(_ title: String) -> VoucherReport {
    VoucherReport(title: title, vouchers, remarks: remarks)
  }
}
