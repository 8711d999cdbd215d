import Analysis
import Bookkeeping
import FinanceBasics
import LeaseModel
import LedgerStore
import Reports

/// Questions to the books of a ledger, read no further than the question needs.
struct BooksReading {
  /// The accounts of the deals asked for, with documents or without; all with documents where nothing
  /// is asked for. Of parties their documents alone, whoever the parties of the deal are now.
  let accounts: [AccountPart]
  let session: BookSession
  let books: Books
  /// Whose documents are asked for.
  private let isMeant: (Counterparties) -> Bool

  /// The books of some deals, of parties, or all.
  ///
  /// - Parameter entry: The last entry of the documents of parties that counts; `nil` for all.
  init(
    _ options: LedgerOptions, of selection: DealSelection, recordedBy entry: Int? = nil
  ) throws {
    self = try Ledger.reading(options.path) { ledger in
      try BookSession.checkEntry(entry, of: ledger)
      if selection.isWhole {
        let books = try ledger.books()
        let session = try BookSession(try ledger.snapshot(AsOf(), of: []))
        return BooksReading(session, books, of: books.deals)
      }
      guard selection.landlord.isEmpty, selection.tenant.isEmpty else {
        return try BooksReading(ledger, ofParties: selection, recordedBy: entry)
      }
      let (session, books) = try BooksScope(selection).read(ledger)
      return BooksReading(session, books, of: try session.deals(selection).map(\.deal.id))
    }
  }

  /// The books of a tenant, or of the one deal of an id.
  init(_ options: LedgerOptions, ofCustomer customer: String) throws {
    self = try Ledger.reading(options.path) { ledger in
      guard try ledger.hasDeal(DealID(customer)) else {
        return try BooksReading(
          ledger, ofParties: DealSelection(landlord: [], tenant: [customer]))
      }
      let (session, books) = try BooksScope(deal: customer).read(ledger)
      return BooksReading(session, books, of: [try session.deal(customer).deal.id])
    }
  }

  /// The documents of parties, of all deals that ever were theirs, or of those named.
  private init(
    _ ledger: Ledger, ofParties selection: DealSelection, recordedBy entry: Int? = nil
  ) throws {
    let session = try BookSession(ledger, of: selection, recordedBy: entry)
    let landlords = try session.parties(selection.landlord)
    let tenants = try session.parties(selection.tenant)
    let named = Set(try selection.deals.map { try session.deal($0).deal.id })
    let theirs = try ledger.deals(of: landlords.union(tenants))
    let deals = named.isEmpty ? theirs : theirs.intersection(named)
    let books =
      try entry.map { try ledger.books(recordedBy: $0, knownOn: .latest) }
      ?? ledger.books(of: deals)
    self.init(session, books, of: deals.sorted()) { parties in
      (landlords.isEmpty || landlords.contains(parties.landlord))
        && (tenants.isEmpty || parties.tenant.map(tenants.contains) == true)
    }
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

  /// The deals themselves with their books, also of deals without documents; of parties all deals
  /// that ever were theirs.
  init(_ options: LedgerOptions, billedTo selection: DealSelection) throws {
    self = try Ledger.reading(options.path) { ledger in
      guard selection.landlord.isEmpty, selection.tenant.isEmpty else {
        return try BooksReading(ledger, ofParties: selection)
      }
      let (session, books) = try BooksScope(selection).read(ledger)
      return BooksReading(session, books, of: books.deals)
    }
  }

  private init(
    _ session: BookSession, _ books: Books, of deals: [DealID],
    where isMeant: @escaping (Counterparties) -> Bool = { _ in true }
  ) {
    self.session = session
    self.books = books
    self.isMeant = isMeant
    accounts = deals.map { AccountPart(of: books.account(of: $0), where: isMeant) }
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
    let parties = DocumentReport.Parties(
      account.parties(of: voucher.number), deal: voucher.deal, name: session.name)
    return DocumentReport(voucher, in: account, of: parties, remarks: [session.asOfSentence])
  }

  /// The deposits of the deals asked for; of parties those that they hold, or that are held of them.
  ///
  /// - Throws: As for their projection.
  func deposits(
    _ selection: DealSelection, on day: CalendarDate, by owner: DepositReport.Owner
  ) throws -> DepositReport {
    var all = DealSelection(landlord: [], tenant: [])
    all.deals = selection.deals
    let (deals, notes) = try session.billableDeals(all, books)
    let lines = deals.flatMap { deal in
      books.account(of: deal.id).deposits(of: deal, on: day).filter { isMeant($0.parties) }
        .map { held in
          DepositReport.Line(
            owner: Self.name(of: held.parties, deal: deal.id, by: owner), currency: deal.currency,
            position: held.position)
        }
    }
    return DepositReport(
      lines, by: owner, on: day, remarks: notes.remarks, omissions: notes.omissions)
  }

  private static func name(
    of parties: Counterparties, deal: DealID, by owner: DepositReport.Owner
  ) -> String {
    switch owner {
    case .deal: deal.text
    case .landlord: parties.landlord.text
    case .tenant: parties.tenant?.text ?? "not named"
    }
  }

  /// The accounts that were read, for a statement: one a landlord, tenant and currency.
  ///
  /// - Parameter customer: As it was asked for: a tenant's name or a deal's id.
  func statements(for customer: String) -> [StatementReport.Account] {
    let parts = accounts.flatMap(\.byParties)
    let groups = Dictionary(grouping: parts) { parties, part in
      [
        parties.landlord.text, part.vouchers.first?.currency.code ?? "",
        parties.tenant?.text ?? "",
      ]
    }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, parts in
      StatementReport.Account(
        landlord: session.name(key[0]), tenant: key[2].isEmpty ? customer : session.name(key[2]),
        deals: parts.map(\.part))
    }
  }
}
