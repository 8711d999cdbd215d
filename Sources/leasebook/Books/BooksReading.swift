import Analysis
import Bookkeeping
import FinanceBasics
import LeaseModel
import LedgerStore
import Reports

/// Questions to the books of a ledger.
struct BooksReading {
  /// The accounts of the deals asked for, with documents or without; all with documents where nothing
  /// is asked for.
  let accounts: [DealAccount]
  /// What to call those whose accounts they are.
  let name: String
  private let asOfSentence: String

  /// The books of some deals, or of all.
  init(_ options: LedgerOptions, of selection: DealSelection) throws {
    (accounts, asOfSentence) = try Ledger.reading(options.path) { ledger in
      guard selection.isWhole else {
        let (session, books) = try BooksScope(selection).read(ledger)
        let deals = try session.deals(selection).map(\.deal.id)
        return (deals.map { books.account(of: $0) }, session.asOfSentence)
      }
      let session = try BookSession(try ledger.snapshot(AsOf(), of: []))
      let books = try ledger.books()
      return (books.deals.map { books.account(of: $0) }, session.asOfSentence)
    }
    name = ""
  }

  /// The books of the deals of a tenant, or of the one deal of an id.
  init(_ options: LedgerOptions, ofCustomer customer: String) throws {
    (accounts, name, asOfSentence) = try Ledger.reading(options.path) { ledger in
      if try ledger.hasDeal(DealID(customer)) {
        let (session, books) = try BooksScope(deal: customer).read(ledger)
        let deal = try session.deal(customer).deal.id
        return ([books.account(of: deal)], customer, session.asOfSentence)
      }
      let selection = DealSelection(landlord: [], tenant: [customer])
      let (session, books) = try BooksScope(selection).read(ledger)
      let accounts = try session.deals(selection).map { books.account(of: $0.deal.id) }
      let name = session.book.partyID(named: customer).map { session.name($0.text) }
      return (accounts, name ?? customer, session.asOfSentence)
    }
  }

  /// The postings as a journal, through a day.
  func journal(through day: CalendarDate?) -> [JournalEntry] {
    accounts.flatMap(\.vouchers).journal.filter { $0.day <= day ?? .latest }
  }

  /// What the answer is as of.
  func sentence(on day: CalendarDate?) -> String {
    let posted = day.map { "posted through \($0)" } ?? "all that is posted"
    return "\(posted), \(asOfSentence)"
  }
}
