public import CashFlowEngine
import FinanceBasics
import LeaseModel

/// The change of present value between two states, split into parts that sum to it exactly.
///
/// The parts are differences of posted values, taken in the order of `Step`, each with all that
/// stands before it in place. What a state is worth at the end is the present value there and the
/// cash of the days between: a rent that slips from before the end to after it is a loss of time,
/// and no gain.
///
///     let split = try ValueAttribution(from: spring, to: autumn, case: .base)
///     split.start + split.parts.reduce(0) { $0 + $1.amount } == split.end  // true, to the cent
public struct ValueAttribution: Sendable {
  /// What moves the value, in the order in which it is taken.
  public enum Step: String, CaseIterable, Hashable, Sendable {
    /// Flows due from the first date, included, to the last, excluded, leave the value.
    case cash = "cash-received"
    /// The last date in place of the first, at the rates and curves of the start.
    case time = "passage-of-time"
    /// The rates and curves of the end.
    case rates
    /// What is assumed, solved or changed by a scenario at the end, delays and series included.
    case assumptions
    /// The rest: what sources say at the end, and deals that only one state has.
    case terms
  }

  /// What one step does to the value.
  public struct Part: Hashable, Sendable {
    /// The step.
    public let step: Step
    /// In minor units.
    public let amount: Int64
  }

  /// How the start is valued.
  public let from: ValuationBasis
  /// How the end is valued.
  public let to: ValuationBasis
  /// Which renewals count.
  public let projectionCase: ProjectionCase
  /// The present value at the start, in minor units.
  public let start: Int64
  /// The present value at the end, in minor units.
  public let end: Int64
  /// One a step, in their order.
  public let parts: [Part]
  /// The cash of the days between as the end has it, in minor units.
  public let cashReceived: Int64
  /// The cash of the days between as the start projected it, in minor units.
  public let cashExpected: Int64
  /// Flows before the first date, as the start and as the end has them, of deals that both have.
  ///
  /// They are in neither value; what moves over that date is in the step that moves it.
  public let past: (atStart: Int64, atEnd: Int64)
  /// What differs in each deal that differs, in the order of the deals.
  public let changes: [DealChange]

  /// Splits the change of value of the deals of two states, valued together.
  ///
  /// Deals are met by their ids. Each is projected by the terms and the assumptions of its state;
  /// between them stands the deal with the old terms and the new assumptions.
  ///
  /// - Precondition: The start's date is not after the end's, and one state has a deal.
  /// - Throws: `NotProjectable` or a `ProjectionProblem` of a deal; `book.currencies-mixed`; a
  ///   `ValuationProblem` or a `TerminalProblem` of either state.
  public init(
    from: ValueState, to: ValueState, case projectionCase: ProjectionCase
  ) throws {
    precondition(from.basis.date <= to.basis.date, "a state begins before it ends")
    precondition(!from.deals.isEmpty || !to.deals.isEmpty, "an attribution is of deals")
    self.from = from.basis
    self.to = to.basis
    self.projectionCase = projectionCase
    let deals = try Transitions(from.deals, to.deals, case: projectionCase)
    _ = try commonCurrency(of: deals.before + deals.after)
    changes = deals.changes
    let between = WindowedValue(days: from.basis.date..<to.basis.date, case: projectionCase)
    start = try between.value(of: deals.before, from.basis)
    let worths = try Worths(of: deals, from.basis, to.basis, between)
    cashReceived = between.cash(of: deals.after, to.basis)
    cashExpected = between.cash(of: deals.before, from.basis)
    end = worths.stated - cashReceived
    let earlier = WindowedValue(days: .earliest..<from.basis.date, case: projectionCase)
    past = (
      earlier.cash(of: deals.kept.compactMap(\.before), from.basis),
      earlier.cash(of: deals.kept.compactMap(\.after), to.basis)
    )
    parts = [
      Part(step: .cash, amount: -cashReceived),
      Part(step: .time, amount: worths.aged - start),
      Part(step: .rates, amount: worths.repriced - worths.aged),
      Part(step: .assumptions, amount: worths.assumed - worths.repriced),
      Part(step: .terms, amount: worths.stated - worths.assumed),
    ]
    checkInvariants()
  }

  private func checkInvariants() {
    assert(parts.map(\.step) == Step.allCases, "the parts stand in the order of the steps")
    assert(start + parts.reduce(0) { $0 + $1.amount } == end, "the parts sum to the change")
  }

  /// What a step does to the value, in minor units.
  public func amount(of step: Step) -> Int64 {
    parts.first { $0.step == step }?.amount ?? 0
  }
}

/// The deals of two states in the order of the start, then those that only the end has.
private struct Transitions {
  let all: [DealTransition]

  init(
    _ from: [AnalysedDeal], _ to: [AnalysedDeal], case projectionCase: ProjectionCase
  ) throws {
    let known = Set(from.map(\.deal.id))
    let after = Dictionary(uniqueKeysWithValues: to.map { ($0.deal.id, $0) })
    let old = try from.map {
      try DealTransition(from: $0, to: after[$0.deal.id], case: projectionCase)
    }
    let new = try to.filter { !known.contains($0.deal.id) }.map {
      try DealTransition(from: nil, to: $0, case: projectionCase)
    }
    all = old + new
  }

  var before: [DealCashFlows] { all.compactMap(\.before) }
  var middle: [DealCashFlows] { all.compactMap(\.middle) }
  var after: [DealCashFlows] { all.compactMap(\.after) }
  var changes: [DealChange] { all.compactMap(\.change) }

  /// The deals that both states have.
  var kept: [DealTransition] { all.filter { $0.before != nil && $0.after != nil } }
  var haveNewAssumptions: Bool { all.contains(where: \.hasNewAssumptions) }
  var haveNewTerms: Bool { all.contains(where: \.hasNewTerms) }
}

/// What deals are worth on the last date, with the cash of the days before it, step upon step.
private struct Worths {
  let aged: Int64
  let repriced: Int64
  let assumed: Int64
  let stated: Int64

  init(
    of deals: Transitions, _ from: ValuationBasis, _ to: ValuationBasis, _ between: WindowedValue
  ) throws {
    let rolled = from.rolled(to: to.date)
    let priced = rolled.repriced(as: to)
    aged = try between.worth(of: deals.before, rolled)
    repriced = priced == rolled ? aged : try between.worth(of: deals.before, priced)
    let isAssumedAlike = !deals.haveNewAssumptions && priced == to
    assumed = isAssumedAlike ? repriced : try between.worth(of: deals.middle, to)
    stated = deals.haveNewTerms ? try between.worth(of: deals.after, to) : assumed
  }
}

extension ValuationBasis {
  /// The same on another date: the rates are kept, and a curve's forward rates come true.
  fileprivate func rolled(to date: CalendarDate) -> ValuationBasis {
    ValuationBasis(date: date, discounting: discounting, tiers: tiers, terminal: terminal)
  }

  /// The same at the rates and on the curves of another.
  fileprivate func repriced(as other: ValuationBasis) -> ValuationBasis {
    ValuationBasis(
      date: date, discounting: other.discounting, tiers: other.tiers, terminal: terminal)
  }
}
