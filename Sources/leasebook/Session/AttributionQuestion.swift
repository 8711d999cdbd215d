import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import Reports

/// What the value of deals changed by between two states of the book.
struct AttributionQuestion {
  let options: AttributionOptions
  let selection: DealSelection
  let discounting: DiscountingOptions
  let terminal: TerminalTerms?
  let scenarios: ScenarioOptions
  let view: LedgerView
  let asOf: AsOfOptions
  /// The valuation date of both ends, where the options give no two.
  let date: CalendarDate?
  let projectionCase: ProjectionCase
  /// Whether the flows of all deals are valued as one.
  let together: Bool

  private typealias States = (from: BookState, to: BookState)

  /// Each deal's change of value, or that of all as one.
  ///
  /// - Throws: `deal.unknown` of a deal that neither end has; `NotProjectable` of a named deal that
  ///   cannot be projected at either; `book.nothing-to-project`; what a valuation throws.
  func report() throws -> AttributionReport {
    let states = try states()
    let ids = try subjects(of: states)
    let (start, end) = try bases(of: states)
    let groups = together ? [ids] : ids.map { [$0] }
    let subjects = try groups.map { group in
      let deals = { (state: BookState) in
        group.compactMap { id in state.deals.first { $0.deal.id == id } }
      }
      return AttributionReport.Subject(
        name: group.count == 1 ? group[0].text : "\(group.count) deals together",
        attribution: try ValueAttribution(
          from: ValueState(deals: deals(states.from), basis: start),
          to: ValueState(deals: deals(states.to), basis: end), case: projectionCase))
    }
    return AttributionReport(
      subjects, from: statement(of: states.from), to: statement(of: states.to),
      currency: try states.to.book.currency(of: states.from.deals + states.to.deals),
      remarks: try remarks(on: states))
  }

  private func states() throws -> States {
    let first = try session(knownOn: options.fromKnownOn)
    let second =
      options.fromKnownOn == options.toKnownOn ? first : try session(knownOn: options.toKnownOn)
    let known = Set((first.deals + second.deals).map(\.deal.id)).sorted()
    let state = { (book: BookSession, names: [String]) in
      var both = scenarios
      both.scenario += names
      return try book.state(of: selection, under: try book.stack(both), known: known)
    }
    return (
      try state(first, options.fromScenario), try state(second, options.toScenario)
    )
  }

  /// The book as of the dates that hold for both ends, and of one's own day of knowledge.
  private func session(knownOn day: CalendarDate?) throws -> BookSession {
    var asOf = asOf
    asOf.knownOn = day ?? asOf.knownOn
    return try BookSession(view, asOf: asOf)
  }

  private func bases(of states: States) throws -> (start: ValuationBasis, end: ValuationBasis) {
    let from = try options.from ?? options.valuationDate(date)
    let to = try options.to ?? options.valuationDate(date)
    let start = try discounting.basis(in: states.from.book, on: from, terminal: terminal)
    let end = try discounting.basis(in: states.to.book, on: to, terminal: terminal)
    return (start, try options.end(of: end, discounting, in: states.to.book))
  }

  /// The deals that one of the ends can value: in the order given, else by id.
  private func subjects(of states: States) throws -> [DealID] {
    let valued = Set((states.from.deals + states.to.deals).map(\.deal.id))
    guard !selection.deals.isEmpty else {
      guard !valued.isEmpty else {
        let asked = states.from.unprojected + states.to.unprojected
        throw AnalysisProblem.nothingToProject(Set(asked.map(\.deal.id)).sorted())
      }
      return valued.sorted()
    }
    var ids: [DealID] = []
    for name in selection.deals where !ids.contains(where: { $0.text == name }) {
      if let id = valued.first(where: { $0.text == name }) {
        ids.append(id)
      } else if let deal = (states.to.unprojected + states.from.unprojected)
        .first(where: { $0.deal.id.text == name })
      {
        _ = try deal.resolution.get()
      } else {
        // Of a landlord or tenant beside names, only that party's deals are asked for.
        _ = try states.to.book.deal(name)
      }
    }
    guard !ids.isEmpty else { throw AnalysisProblem.nothingToProject([]) }
    return ids
  }

  private func statement(of state: BookState) -> AttributionReport.State {
    AttributionReport.State(
      asOf: state.book.asOfSentence, knownOn: state.book.asOf.knownOn,
      scenarios: state.stack.statement(of: state.deals, in: projectionCase))
  }

  /// What the figures at the end rest on, and who is left out at either end.
  private func remarks(on states: States) throws -> [String] {
    let last = states.to.deals.isEmpty ? states.from : states.to
    let flows = try last.deals.map { try DealCashFlows($0, case: projectionCase) }
    var remarks = BasisRemarks(flows, case: projectionCase).sentences
    for remark in states.from.kept + states.to.kept where !remarks.contains(remark) {
      remarks.append(remark)
    }
    return remarks
      + sentence("cannot be projected", states, \.unprojectedIDs)
      + sentence("no contracted lease", states, \.apart)
  }

  private func sentence(
    _ claim: String, _ states: States, _ deals: (BookState) -> [DealID]
  ) -> [String] {
    let (from, to) = (deals(states.from), deals(states.to))
    let both = from.filter(to.contains)
    let parts = [
      ("left out", both), ("left out at the start", from.filter { !both.contains($0) }),
      ("left out at the end", to.filter { !both.contains($0) }),
    ]
    return parts.filter { !$0.1.isEmpty }.map { place, deals in
      "\(claim), \(place): \(deals.map(\.text).joined(separator: ", "))"
    }
  }
}

extension BookState {
  fileprivate var unprojectedIDs: [DealID] { unprojected.map(\.deal.id) }
}
