import Analysis
import Bookkeeping
import FinanceBasics
import LeaseModel
import LedgerStore
import Reports

/// Questions to the books of a ledger, read no further than the question needs.
struct BooksReading {
  /// The accounts of the deals asked for, with documents or without; all with documents where nothing
  /// is asked for.
  let accounts: [DealAccount]
  let session: BookSession
  let books: Books

  /// The books of some deals, or of all.
  init(_ options: LedgerOptions, of selection: DealSelection) throws {
    let (session, books) = try Ledger.reading(options.path) { ledger in
      selection.isWhole
        ? (try BookSession(try ledger.snapshot(AsOf(), of: [])), try ledger.books())
        : try BooksScope(selection).read(ledger)
    }
    let deals = try selection.isWhole ? books.deals : session.deals(selection).map(\.deal.id)
    self.init(session, books, of: deals)
  }

  /// The books of the deals of a tenant, or of the one deal of an id.
  init(_ options: LedgerOptions, ofCustomer customer: String) throws {
    let tenant = DealSelection(landlord: [], tenant: [customer])
    let (isDeal, (session, books)) = try Ledger.reading(options.path) { ledger in
      let isDeal = try ledger.hasDeal(DealID(customer))
      let scope = isDeal ? BooksScope(deal: customer) : BooksScope(tenant)
      return (isDeal, try scope.read(ledger))
    }
    let deals = try isDeal ? [session.deal(customer)] : session.deals(tenant)
    self.init(session, books, of: deals.map(\.deal.id))
  }

  /// The account that a document is in.
  init(_ options: LedgerOptions, ofDocument number: String) throws {
    let (session, books) = try Ledger.reading(options.path) { ledger in
      let owner = try ledger.deal(ofDocument: number)
      let scope = owner.map { BooksScope(deal: $0.text, documents: [number]) }
      return try (scope ?? BooksScope(document: number)).read(ledger)
    }
    self.init(session, books, of: books.deals)
  }

  /// The deals themselves with their books, also of deals without documents.
  init(_ options: LedgerOptions, billedTo selection: DealSelection) throws {
    let (session, books) = try Ledger.reading(options.path) { try BooksScope(selection).read($0) }
    self.init(session, books, of: books.deals)
  }

  private init(_ session: BookSession, _ books: Books, of deals: [DealID]) {
    self.session = session
    self.books = books
    accounts = deals.map { books.account(of: $0) }
  }

  /// The postings as a journal, through a day.
  func journal(through day: CalendarDate?) -> [JournalEntry] {
    accounts.flatMap(\.vouchers).journal.filter { $0.day <= day ?? .latest }
  }

  /// What the answer is as of.
  func sentence(on day: CalendarDate?) -> String {
    let posted = day.map { "posted through \($0)" } ?? "all that is posted"
    return "\(posted), \(session.asOfSentence)"
  }
}

extension BooksReading {
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

  /// The accounts that were read, for a statement: one a landlord and currency.
  ///
  /// - Parameter customer: As it was asked for: a tenant's name or a deal's id.
  func statements(for customer: String) -> [StatementReport.Account] {
    let deal = session.deals.first { $0.deal.id.text == customer }
    let tenant =
      deal.map { $0.deal.terms.tenant?.value } ?? session.book.partyID(named: customer)
    let groups = Dictionary(grouping: accounts.filter { !$0.vouchers.isEmpty }) { account in
      [account.vouchers[0].number.landlord.text, account.vouchers[0].currency.code]
    }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, accounts in
      StatementReport.Account(
        landlord: session.name(key[0]), tenant: tenant.map { session.name($0.text) } ?? customer,
        deals: accounts)
    }
  }
}
