import Analysis
import Bookkeeping
import FinanceBasics
import LeaseModel
import LedgerStore
import Reports

/// Questions to the books of a ledger.
struct BooksReading {
  private let session: BookSession
  private let books: Books

  init(_ options: LedgerOptions) throws {
    (session, books) = try Ledger.reading(options.path) { ledger in
      (try BookSession(try ledger.snapshot()), try ledger.books())
    }
  }

  /// The deals asked for, with documents or without; all with documents where nothing is asked.
  private func deals(_ selection: DealSelection) throws -> [DealID] {
    selection.isWhole ? books.deals : try session.deals(selection).map(\.deal.id)
  }

  /// The accounts of the deals asked for.
  func accounts(_ selection: DealSelection) throws -> [DealAccount] {
    try deals(selection).map { books.account(of: $0) }
  }

  /// The postings of the deals asked for as a journal, through a day.
  func journal(_ selection: DealSelection, through day: CalendarDate?) throws -> [JournalEntry] {
    try accounts(selection).flatMap(\.vouchers).journal.filter { $0.day <= day ?? .latest }
  }

  /// What the answer is as of.
  func sentence(on day: CalendarDate?) -> String {
    let posted = day.map { "posted through \($0)" } ?? "all that is posted"
    return "\(posted), \(session.asOfSentence)"
  }

  /// The deals of a tenant, or the one deal of an id, and what to call them.
  func customer(_ name: String) throws -> (name: String, accounts: [DealAccount]) {
    if let deal = session.deals.first(where: { $0.deal.id.text == name }) {
      return (name, [books.account(of: deal.deal.id)])
    }
    let selection = DealSelection(landlord: [], tenant: [name])
    let accounts = try session.deals(selection).map { books.account(of: $0.deal.id) }
    return (session.book.partyID(named: name).map { session.name($0.text) } ?? name, accounts)
  }
}
