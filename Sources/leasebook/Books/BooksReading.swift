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

  /// A document with the account that it is in.
  ///
  /// - Throws: `books.unknown-document`, with the nearest number.
  func document(_ number: String) throws -> DocumentReport {
    let (voucher, account) = try books.document(number)
    let analysed = session.deals.first { $0.deal.id == voucher.deal }
    let parties = DocumentReport.Parties(
      landlord: session.name(voucher.number.landlord.text),
      tenant: analysed?.deal.terms.tenant.map { session.name($0.value.text) },
      deal: voucher.deal.text)
    return DocumentReport(voucher, in: account, of: parties, remarks: [session.asOfSentence])
  }

  /// The deposits of the deals asked for.
  ///
  /// - Throws: As for their projection.
  func deposits(
    _ selection: DealSelection, on day: CalendarDate, by owner: DepositReport.Owner
  ) throws -> DepositReport {
    let (deals, remarks) = try session.billableDeals(selection, books)
    let lines = deals.map { deal in
      DepositReport.Line(
        owner: name(of: deal, by: owner), currency: deal.currency,
        position: books.account(of: deal.id).deposit(of: deal, on: day))
    }
    return DepositReport(lines, by: owner, on: day, remarks: remarks)
  }

  private func name(of deal: BillableDeal, by owner: DepositReport.Owner) -> String {
    switch owner {
    case .deal: return deal.id.text
    case .landlord: return deal.landlord.text
    case .tenant:
      let analysed = session.deals.first { $0.deal.id == deal.id }
      return analysed?.deal.terms.tenant?.value.text ?? "not named"
    }
  }

  /// The accounts of a tenant, or of the one deal of an id, by landlord and currency.
  ///
  /// - Throws: `party.unknown-name`, with the nearest name.
  func statements(for name: String) throws -> [StatementReport.Account] {
    let named = session.deals.filter { $0.deal.id.text == name }
    let selection = DealSelection(landlord: [], tenant: [name])
    let deals = try named.isEmpty ? session.deals(selection) : named
    let tenant =
      named.isEmpty ? session.book.partyID(named: name) : named[0].deal.terms.tenant?.value
    let accounts = deals.map { books.account(of: $0.deal.id) }.filter { !$0.vouchers.isEmpty }
    let groups = Dictionary(grouping: accounts) { account in
      [account.vouchers[0].number.landlord.text, account.vouchers[0].currency.code]
    }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, accounts in
      StatementReport.Account(
        landlord: session.name(key[0]), tenant: tenant.map { session.name($0.text) } ?? name,
        deals: accounts)
    }
  }
}
