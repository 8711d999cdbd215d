import Analysis
import Bookkeeping
import CashFlowEngine
import FinanceBasics
import LeaseModel
import LedgerStore

extension BookSession {
  /// The book as it stands while a recording is prepared.
  init(_ book: Book) throws {
    let series = book.indexSeries
    self.init(
      book: book, asOf: .all,
      deals: try book.deals.compactMap { try Self.analysed($0, series: series) })
  }

  /// What the deals asked for are projected to bill in their base terms.
  ///
  /// - Throws: As for their projection.
  func billableDeals(_ selection: DealSelection) throws -> (deals: [BillableDeal], left: [String]) {
    let book = try projectableDeals(selection, case: .base)
    return (try book.flows.map { try BillableDeal($0) }, book.remarks)
  }

  /// The deal of an id, for a payment: who is paid, and in what.
  ///
  /// - Throws: `deal.unknown`, with the nearest id.
  func payee(of id: String, _ books: Books) throws -> (landlord: PartyID, currency: Currency) {
    let analysed = try deal(id)
    guard let landlord = analysed.deal.terms.landlord?.value else {
      throw BooksCommandProblem.noLandlord(id)
    }
    let billed = books.account(of: analysed.deal.id).vouchers.first?.currency
    return (landlord, billed ?? analysed.resolved?.lease.currency ?? .usd)
  }
}

extension BillableDeal {
  /// What the tenant of a deal is to pay, as the versions governing each day have it.
  init(_ flows: DealCashFlows) throws {
    let deal = flows.analysed.deal
    guard let landlord = deal.terms.landlord?.value else {
      throw BooksCommandProblem.noLandlord(deal.id.text)
    }
    let lease = flows.projection.lease
    self.init(
      id: deal.id, landlord: landlord, currency: lease.currency,
      flows: flows.schedule.compactMap { amount in
        LineItem(amount.charge).map { item in
          BillableFlow(
            item: item, hall: amount.hall, month: amount.month, due: amount.due,
            minorUnits: amount.minorUnits, clause: amount.clause)
        }
      }, lateInterest: lease.lateInterest)
  }
}

/// What keeps a deal out of the books.
enum BooksCommandProblem: Diagnostic {
  case noLandlord(String)

  var code: String { "books.no-landlord" }
  var problem: String {
    switch self {
    case .noLandlord(let deal): "\(deal) names no landlord, so nobody can bill it"
    }
  }
  var location: DiagnosticLocation { .unknown }
  var remedy: String { "amend the deal with its landlord" }
}
