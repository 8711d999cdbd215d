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
  private let balances: [AccountBalance]

  /// - Parameter day: Of the balances; `nil` for all that is posted.
  init(_ options: LedgerOptions, balancesOn day: CalendarDate? = nil) throws {
    let ledger = try Ledger.open(at: options.path, mode: .readOnly)
    session = try BookSession(try ledger.snapshot())
    books = try ledger.books()
    balances = try ledger.accountBalances(on: day)
    try ledger.close()
  }

  /// The deals asked for, with documents or without; all with documents where nothing is asked.
  private func deals(_ selection: DealSelection) throws -> [DealID] {
    let isWhole =
      selection.deals.isEmpty && selection.landlord.isEmpty && selection.tenant.isEmpty
    return isWhole ? books.deals : try session.deals(selection).map(\.deal.id)
  }

  /// The accounts of the deals asked for.
  func accounts(_ selection: DealSelection) throws -> [DealAccount] {
    try deals(selection).map { books.account(of: $0) }
  }

  /// The postings of the deals asked for as a journal, through a day.
  func journal(_ selection: DealSelection, through day: CalendarDate?) throws -> [JournalEntry] {
    let wanted = Set(try deals(selection))
    // In the order of numbers of entries, which the accounts keep apart.
    return try accounts(selection).flatMap(\.vouchers)
      .filter { wanted.contains($0.deal) }.journal.filter { $0.day <= day ?? .latest }
  }

  /// What stands in the accounts of the deals asked for.
  func trialBalance(
    _ selection: DealSelection, byDeal: Bool, on day: CalendarDate?
  ) throws -> TrialBalanceReport {
    let wanted = Set(try deals(selection))
    let lines = balances.filter { wanted.contains($0.deal) }.map { balance in
      TrialBalanceReport.Line(
        owner: byDeal ? balance.deal.text : balance.landlord.text, account: balance.account,
        currency: balance.currency, debits: balance.debits, credits: balance.credits)
    }
    return TrialBalanceReport(
      lines, by: byDeal ? .deal : .landlord, remarks: [sentence(on: day)])
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
