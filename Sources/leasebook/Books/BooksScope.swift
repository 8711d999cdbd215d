import Analysis
import Bookkeeping
import LeaseModel
import LedgerStore

/// What of the books a command needs: the accounts of deals, and those that some documents are in.
struct BooksScope {
  var deals = DealSelection(landlord: [], tenant: [])
  /// The numbers of documents as written.
  var documents: [String] = []

  /// The accounts of one deal, and those that some documents are in.
  init(deal: String, documents: [String] = []) {
    deals.deals = [deal]
    self.documents = documents
  }

  /// The accounts of deals, of all where nothing is asked for.
  init(_ deals: DealSelection) {
    self.deals = deals
  }

  /// The account that a document is in.
  init(document: String) {
    documents = [document]
  }

  /// The deals themselves, and the books as far as the scope needs them.
  func read(_ ledger: Ledger) throws -> (session: BookSession, books: Books) {
    let isOfDeals = documents.isEmpty || !deals.isWhole
    let session =
      try isOfDeals
      ? BookSession(ledger, of: deals) : BookSession(try ledger.snapshot(AsOf(), of: []))
    return (session, try ledger.books(of: try accounts(session, in: ledger)))
  }

  /// The deals whose accounts are read; `nil` for all, also where a document is not there, so that
  /// the nearest number can be told.
  private func accounts(_ session: BookSession, in ledger: Ledger) throws -> Set<DealID>? {
    let owners = try documents.compactMap { try ledger.deal(ofDocument: $0) }
    guard owners.count == documents.count, !deals.isWhole || !documents.isEmpty else { return nil }
    let chosen = deals.isWhole ? [] : try session.deals(deals).map(\.deal.id)
    return Set(owners + chosen)
  }
}
