import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import Reports

/// Deals with their projections, and what a reader must know of those that have none.
struct DealBook {
  let flows: [DealCashFlows]
  let currency: Currency
  let remarks: [String]
  /// The scenarios that the deals are under; `nil` as recorded.
  let scenarios: ScenarioStatement?
  /// Those of the remarks that say which deals are left out for want of a projection.
  var omissions: [String] = []

  /// Each deal's value, or that of all flows as one.
  func valued(
    together: Bool, case projectionCase: ProjectionCase, basis: ValuationBasis,
    equity: LandlordEquity? = nil
  ) throws -> [ValuationReport.Subject] {
    let groups = together ? [flows] : flows.map { [$0] }
    return try groups.map { group in
      let names = group.map(\.analysed.deal.id.text)
      let valuation = try FlowValuation(of: group, case: projectionCase, basis: basis)
      return ValuationReport.Subject(
        name: names.count == 1 ? names[0] : "\(names.count) deals together",
        valuation: valuation,
        ratios: try ValueRatios(of: group, valuation: valuation, equity: equity), deals: group)
    }
  }
}

extension BookSession {
  /// The deals asked for with their projections.
  ///
  /// Deals that are named must be projectable; of a landlord or the whole book, those that cannot be
  /// projected, and those that are no contracted leases, are left out and named in the remarks.
  ///
  /// - Parameter everyVersion: Whether the versions before the one in force are taken however late
  ///   rent began, because delivery may be hastened.
  /// - Parameter isCounted: Of a landlord or the whole book, which deals are taken.
  /// - Throws: `NotProjectable` of a named deal; `book.nothing-to-project`; what no deal has room
  ///   for in a scenario.
  func projectableDeals(
    _ selection: DealSelection, case projectionCase: ProjectionCase,
    under stack: ScenarioStack = .recorded, withEveryVersion everyVersion: Bool = false,
    counting isCounted: (AnalysedDeal) -> Bool = \.isContractedLease
  ) throws -> DealBook {
    let projected = try projectedDeals(
      selection, case: projectionCase, under: stack, withEveryVersion: everyVersion,
      counting: isCounted)
    return DealBook(
      flows: projected.flows, currency: try currency(of: projected.counted),
      remarks: projected.remarks, scenarios: projected.scenarios, omissions: projected.omissions)
  }

  /// Deals with their projections, in as many currencies as they are.
  struct ProjectedDeals {
    let flows: [DealCashFlows]
    let remarks: [String]
    /// The scenarios that the deals are under; `nil` as recorded.
    let scenarios: ScenarioStatement?
    /// Those of the remarks that say which deals are left out for want of a projection.
    let omissions: [String]
    /// Those with a projection, and those that have none.
    fileprivate let counted: [AnalysedDeal]
  }

  /// The same deals, in as many currencies as they are: nothing of them is added.
  ///
  /// - Throws: As for those of one currency, but for `book.currencies-mixed`; what a deal lacks
  ///   that is the only one.
  func projectedDeals(
    _ selection: DealSelection, case projectionCase: ProjectionCase,
    under stack: ScenarioStack = .recorded, withEveryVersion everyVersion: Bool = false,
    counting isCounted: (AnalysedDeal) -> Bool
  ) throws -> ProjectedDeals {
    let named = try deals(selection)
    let chosen = everyVersion ? try named.map(self.withEveryVersion) : named
    let isNamed = !selection.deals.isEmpty
    let recorded = isNamed ? chosen : chosen.filter(isCounted)
    let (counted, kept) = try applying(stack, to: recorded)
    var flows: [DealCashFlows] = []
    var unprojected: [DealID] = []
    for analysed in counted {
      if analysed.resolved == nil, !isNamed {
        unprojected.append(analysed.deal.id)
      } else {
        flows.append(try DealCashFlows(analysed, case: projectionCase))
      }
    }
    guard !flows.isEmpty else {
      if counted.count == 1, case .failure(let missing) = counted[0].resolution { throw missing }
      throw AnalysisProblem.nothingToProject(chosen.map(\.deal.id))
    }
    let omissions = sentence("cannot be projected, left out", unprojected)
    let apart = isNamed ? [] : chosen.filter { !isCounted($0) }.map(\.deal.id)
    let statement = stack.statement(of: flows.map(\.analysed), in: projectionCase)
    return ProjectedDeals(
      flows: flows,
      remarks: [asOfSentence] + (statement?.sentences ?? []) + kept
        + remarks(of: flows, case: projectionCase) + omissions
        + sentence("no contracted lease, left out", apart),
      scenarios: statement, omissions: omissions, counted: counted)
  }

  /// The deals as recorded, then under each scenario that is laid beside that.
  ///
  /// - Throws: As for one stack.
  func sideBySide(
    _ selection: DealSelection, case projectionCase: ProjectionCase, _ options: ScenarioOptions
  ) throws -> [DealBook] {
    try ([.recorded] + stacks(options)).map {
      try projectableDeals(selection, case: projectionCase, under: $0)
    }
  }

  /// The one currency of deals.
  ///
  /// - Throws: `book.currencies-mixed`.
  func currency(of deals: [AnalysedDeal]) throws -> Currency {
    let codes = Set(deals.compactMap { $0.currency?.code }).sorted()
    guard codes.count <= 1 else { throw AnalysisProblem.currenciesMixed(codes) }
    return codes.first.flatMap { Currency(code: $0) } ?? .usd
  }

  private func remarks(
    of flows: [DealCashFlows], case projectionCase: ProjectionCase
  ) -> [String] {
    var remarks = BasisRemarks(flows, case: projectionCase).sentences
    for flow in flows where !flow.analysed.isContractedLease {
      remarks.append("\(flow.analysed.deal.id): no contracted lease, in no contracted total")
    }
    return remarks
  }

  func sentence(_ claim: String, _ deals: [DealID]) -> [String] {
    deals.isEmpty ? [] : ["\(claim): \(deals.map(\.text).joined(separator: ", "))"]
  }
}

extension [DealBook] {
  /// What a reader must know of deals side by side: of the recorded ones all, then what each
  /// scenario adds to that.
  var remarks: [String] {
    var seen: [String] = []
    for remark in flatMap(\.remarks) where !seen.contains(remark) { seen.append(remark) }
    return seen
  }
}
