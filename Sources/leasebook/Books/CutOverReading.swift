import Analysis
import Bookkeeping
import CashFlowEngine
import FinanceBasics
import LeaseModel
import LedgerStore
import Reports

/// Projections of which the books say what was billed up to a day.
struct CutOverReading {
  let session: BookSession
  private let books: Books
  private let day: CalendarDate

  /// - Parameter day: The last due day of what is as billed, included.
  init(_ view: LedgerView, asOf: AsOfOptions, through day: CalendarDate) throws {
    let (book, books) = try view.accounts(asOf)
    session = try BookSession(book, asOf: asOf, view)
    self.books = books
    self.day = day
  }

  /// The deals asked for, with those that ended since they were billed.
  ///
  /// - Throws: As for their projection; `books.other-currency` or `books.currency-changed` of a deal
  ///   whose terms are in another currency than its documents, or than the rent before.
  func deals(
    _ selection: DealSelection, case projectionCase: ProjectionCase, under stack: ScenarioStack
  ) throws -> (book: DealBook, statement: CutOverStatement) {
    let booked = Set(books.deals)
    let book = try session.projectableDeals(selection, case: projectionCase, under: stack) { deal in
      deal.isBilled || booked.contains(deal.deal.id)
    }
    var all: [CutOverFlow] = []
    let flows = try book.flows.map { flows -> DealCashFlows in
      let deal = try BillableDeal(flows)
      if let problem = books.currencyProblem(of: deal, flows) { throw problem }
      let cutOver = books.account(of: deal.id).flows(of: deal, cutOver: day)
      all += cutOver
      return flows.replacing(cutOver.compactMap { ActualFlow($0) })
    }
    let statement = CutOverStatement(through: day, CutOverSummary(all), currency: book.currency)
    return (
      DealBook(
        flows: flows, currency: book.currency, remarks: book.remarks, scenarios: book.scenarios,
        omissions: book.omissions),
      statement
    )
  }
}

extension ActualFlow {
  /// A flow up to the cut-over; `nil` of a later one.
  fileprivate init?(_ flow: CutOverFlow) {
    guard let billed = flow.billed else { return nil }
    self.init(
      charge: flow.key.item.charge, hall: flow.key.hall, month: flow.key.month, due: flow.due,
      isAllowance: flow.key.isAllowance, difference: billed - flow.projected)
  }
}
