import Analysis
import FinanceBasics
import LeaseModel

/// The deals of one end of an attribution, as the book of that end has them.
struct BookState {
  let book: BookSession
  let stack: ScenarioStack
  /// Those that can be projected, under the scenarios.
  let deals: [AnalysedDeal]
  /// Those that lack a term without which they cannot be projected.
  let unprojected: [AnalysedDeal]
  /// Those that are no contracted leases, and were not asked for by name.
  let apart: [DealID]
  /// What some deals keep against the scenarios, in sentences.
  let kept: [String]
}

extension BookSession {
  /// The deals asked for, as far as this book has them.
  ///
  /// - Parameter known: The ids of the deals of both ends, among which those that a scenario names
  ///   must be.
  /// - Throws: `party.unknown-name`; what no deal has room for in a scenario.
  func state(
    of selection: DealSelection, under stack: ScenarioStack, known: [DealID]
  ) throws -> BookState {
    let chosen = try knownDeals(selection)
    let isNamed = !selection.deals.isEmpty
    let counted = isNamed ? chosen : chosen.filter(\.isContractedLease)
    let whole = stack.hastensDelivery ? try counted.map(withEveryVersion) : counted
    let question =
      whole.isEmpty || stack.isEmpty
      ? nil : try ScenarioQuestion(stack.scenarios, on: whole, known: known)
    let deals = question?.deals ?? whole
    log?.note(deals, in: book)
    return BookState(
      book: self, stack: stack, deals: deals.filter { $0.resolved != nil },
      unprojected: deals.filter { $0.resolved == nil },
      apart: isNamed ? [] : chosen.filter { !$0.isContractedLease }.map(\.deal.id),
      kept: question?.remarks ?? [])
  }

  /// The deals asked for, without those that only a later book has.
  private func knownDeals(_ selection: DealSelection) throws -> [AnalysedDeal] {
    let ids = Set(deals.map(\.deal.id.text))
    var own = selection
    own.deals = selection.deals.filter(ids.contains)
    return own.deals.isEmpty && !selection.deals.isEmpty ? [] : try deals(own)
  }
}
