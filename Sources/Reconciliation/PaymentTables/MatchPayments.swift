public import Analysis
import FinanceBasics
import LeaseModel

/// Finds the halls' commencements, rents and escalator that reproduce a deal's table of contracted
/// payments, as the engine projects them.
///
/// `nil` where the deal states no table.
///
/// - Parameter progress: Called now and then; `false` ends the search with what it has.
public func matchPayments(
  of deal: AnalysedDeal, limits: SearchLimits = .standard,
  progress: (SearchProgress) -> Bool = { _ in true }
) -> PaymentTableOutcome? {
  guard let stated = deal.deal.terms.contractedPayments else { return nil }
  let table: PaymentTable
  do {
    table = try PaymentTable(stated)
  } catch {
    let note = ReconciliationNote(
      subject: .missing, description: "\(error.problem); \(error.remedy)")
    return PaymentTableOutcome(deal: deal, table: nil, notes: [note])
  }
  return PaymentTableOutcome(deal: deal, table: table, notes: [])
}

extension PaymentTableOutcome {
  /// What a table says without any fit.
  init(deal: AnalysedDeal, table: PaymentTable?, notes: [ReconciliationNote]) {
    self.init(
      deal: deal, table: table, footing: table.flatMap { PaymentFooting($0) },
      growth: table?.growth ?? [], verdict: .incomplete, fits: [], suspects: [], notes: notes,
      search: SearchExtent(boxes: 0, undecided: 0, wasStopped: false))
  }
}
