import Analysis
import CashFlowEngine
import FinanceBasics
import Foundation
import LeaseModel
import Valuation

/// What one deal pays by the year, and what that is worth.
struct DealSummary {
  private let deal: Deal
  private let years: [CashFlowTable.Row]
  private let valuation: FlowValuation
  private let currency: Currency

  /// - Parameter rate: Effective annual.
  /// - Throws: `NotProjectable`, with what the deal leaves open; a `ValuationProblem`.
  init(of analysed: AnalysedDeal, on date: CalendarDate, rate: Double) throws {
    let flows = try DealCashFlows(analysed, case: .base)
    let request = CashFlowRequest(length: .year, groups: [.charge])
    let table = try CashFlowTable(of: [flows], case: .base, request: request)
    deal = analysed.deal
    years = table.rows.filter { $0.group.charge == .baseRent }
    currency = table.currency
    valuation = try FlowValuation(
      of: [flows], case: .base, basis: ValuationBasis(date: date, rate: rate))
  }

  var text: String {
    let terms = deal.terms
    let parties = [terms.landlord?.value.text, terms.tenant?.value.text].map { $0 ?? "unknown" }
    let rents = years.map { "  \($0.firstDay.year): \(amount($0.minorUnits))" }
    let total = years.reduce(0) { $0 + $1.minorUnits }
    return """
      \(deal.id): \(parties[0]) to \(parties[1])
      \(rents.joined(separator: "\n"))
        base rent: \(amount(total))
        present value on \(valuation.basis.date): \(amount(valuation.presentValue))
        rate of return: \(rateOfReturn)
      """
  }

  private func amount(_ minorUnits: Int64) -> String {
    Money(minorUnits: minorUnits, currency: currency).description
  }

  /// An ill-posed question says why it has no answer.
  private var rateOfReturn: String {
    switch valuation.rateOfReturn {
    case .success(let rates):
      let texts = rates.roots.map { String(format: "%.4f %%", $0 * 100) }
      return texts.isEmpty ? "none" : texts.joined(separator: ", ")
    case .failure(let problem): return problem.problem
    }
  }
}
