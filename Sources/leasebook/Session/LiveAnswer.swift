import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import Reports
import Spreadsheets
import Valuation

/// One deal for a workbook with live formulas.
struct LiveAnswer: Noted {
  private let flows: DealCashFlows
  private let valuation: LiveValuation?
  let conventions: [String]

  /// - Throws: A `ValuationProblem` of a rate that none can be.
  init(_ deals: DealBook, case projectionCase: ProjectionCase, _ options: LiveOptions) throws {
    flows = deals.flows[0]
    guard let rate = options.rate, let date = options.on else {
      valuation = nil
      conventions = deals.remarks
      return
    }
    let basis = ValuationBasis(date: date, discounting: .annual(rate: rate, .actual365))
    let value = try FlowValuation(of: [deals.flows[0]], case: projectionCase, basis: basis)
    valuation = LiveValuation(
      rate: rate, date: date, presentValue: value.presentValue, pastFlows: value.pastFlows)
    conventions =
      ["present value on \(date), flows on their cash dates; earlier ones are past"]
      + deals.remarks
  }

  /// - Throws: A `LiveProblem`.
  func workbook(notes: WorkbookNotes) throws -> Workbook {
    try Workbook(
      live: flows, title: "Cash flows of \(flows.analysed.deal.id)", valuation: valuation,
      notes: notes)
  }
}
