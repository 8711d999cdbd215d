import CashFlowEngine
import FinanceBasics
import Valuation

/// Flows and sales that are priced under one basis after another.
struct FlowPricing {
  private let flows: ValuedFlows
  /// The sales at the exits under a basis.
  private let sales: (ValuationBasis) throws -> [DatedFlow]
  private let isTiered: Bool

  init(
    _ flows: ValuedFlows, isTiered: Bool,
    sales: @escaping (ValuationBasis) throws -> [DatedFlow]
  ) {
    self.flows = flows
    self.isTiered = isTiered
    self.sales = sales
  }

  /// The flows of deals, without what is had for them at an exit.
  init(of deals: [DealCashFlows], _ basis: ValuationBasis, _ view: OwnershipView) {
    let isTiered = !basis.tiers.isEmpty
    self.init(
      ValuedFlows(
        of: deals, on: basis.date, isTiered: isTiered, before: basis.terminal?.exit, view),
      isTiered: isTiered
    ) { _ in [] }
  }

  /// Values in minor units, not yet rounded.
  struct Priced {
    let contract: Double
    let terminal: Double
    let past: Double
    let tiers: [FlowValuation.TierValue]
  }

  /// The value of everything.
  func priced(_ basis: ValuationBasis) throws -> Priced {
    let sales = try sales(basis)
    let terminal = try basis.discounting(of: .residual).presentValue(of: sales, on: basis.date)
    guard isTiered else {
      let whole = try basis.discounting.presentValue(of: flows.all, on: basis.date)
      return Priced(
        contract: whole.amount, terminal: terminal.amount, past: whole.pastFlows, tiers: [])
    }
    var (sum, past) = (0.0, 0.0)
    var tiers: [FlowValuation.TierValue] = []
    for tier in CreditTier.allCases {
      let own = flows.parts.filter { $0.tier == tier }.flatMap(\.flows)
      let all = tier == .residual ? own + sales : own
      let value = try basis.discounting(of: tier).presentValue(of: all, on: basis.date)
      if tier != .residual { sum += value.amount }
      past += value.pastFlows
      let future = all.filter { $0.date >= basis.date }
      // A tier that was given a rate is shown even where it has no flow.
      guard !future.isEmpty || basis.tiers[tier] != nil else { continue }
      tiers.append(
        FlowValuation.TierValue(
          tier: tier, discounting: basis.discounting(of: tier), total: try total(of: future),
          presentValue: try postedValue(value.amount)))
    }
    return Priced(contract: sum, terminal: terminal.amount, past: past, tiers: tiers)
  }

  /// The value of each charge that occurs.
  func charges(_ basis: ValuationBasis) throws -> [FlowValuation.ChargeValue] {
    var values: [FlowValuation.ChargeValue] = []
    for charge in Charge.allCases {
      let parts = flows.parts.filter { $0.charge == charge }
      guard !parts.isEmpty else { continue }
      values.append(
        FlowValuation.ChargeValue(
          charge: charge, total: try parts.reduce(0) { $0 + (try total(of: $1.flows)) },
          presentValue: try postedValue(value(of: parts, basis))))
    }
    return values
  }

  /// The value of NOI.
  func income(_ basis: ValuationBasis) throws(ValuationProblem) -> Double {
    try value(of: flows.parts.filter { $0.charge.isInNOI }, basis)
  }

  private func value(
    of parts: [ValuedFlows.Part], _ basis: ValuationBasis
  ) throws(ValuationProblem) -> Double {
    guard isTiered else {
      let all = parts.flatMap(\.flows)
      return try basis.discounting.presentValue(of: all, on: basis.date).amount
    }
    var sum = 0.0
    for part in parts {
      sum += try basis.discounting(of: part.tier)
        .presentValue(of: part.flows, on: basis.date).amount
    }
    return sum
  }

  private func total(of flows: [DatedFlow]) throws -> Int64 {
    try flows.reduce(0) { $0 + (try postedValue($1.amount)) }
  }

  /// How the value lies in time and moves with the rates.
  func rateRisk(
    _ basis: ValuationBasis, presentValue: Double
  ) throws -> RateRisk {
    let moment = try weightedByYears(basis).worth(basis)
    let step = RateRisk.basisPoint
    let fallen = try worth(basis.raised(by: -step))
    let risen = try worth(basis.raised(by: step))
    return RateRisk(
      macaulay: moment / presentValue,
      modified: (fallen - risen) / (2 * step) / presentValue,
      basisPointValue: try postedValue((fallen - risen) / 2))
  }

  private func worth(_ basis: ValuationBasis) throws -> Double {
    let residual = basis.discounting(of: .residual)
    return try value(of: flows.parts, basis)
      + residual.presentValue(of: sales(basis), on: basis.date).amount
  }

  /// Each flow times the years to it, as its discounting counts them.
  private func weightedByYears(_ basis: ValuationBasis) throws -> FlowPricing {
    let weighted = { (flows: [DatedFlow], tier: CreditTier) in
      let discounting = isTiered ? basis.discounting(of: tier) : basis.discounting
      return flows.map { flow in
        DatedFlow(
          date: flow.date, amount: flow.amount * discounting.years(from: basis.date, to: flow),
          accrualMonth: flow.accrualMonth)
      }
    }
    let parts = flows.parts.map { part in
      ValuedFlows.Part(
        charge: part.charge, tier: part.tier, flows: weighted(part.flows, part.tier))
    }
    let sales = weighted(try sales(basis), .residual)
    return FlowPricing(ValuedFlows(parts), isTiered: isTiered) { _ in sales }
  }
}

/// How far away the value of flows lies, and how it moves when all rates and spreads move alike.
public struct RateRisk: Hashable, Sendable {
  /// The mean time to the flows, weighted by their present values, in years as they are discounted.
  public let macaulay: Double
  /// The relative fall of the value for a rise of the rates, in years, by the difference of a basis
  /// point either way; rates as stated: a spread for a curve, a nominal rate as it is compounded.
  public let modified: Double
  /// The fall of the value for a rise by a basis point (DV01), in minor units.
  public let basisPointValue: Int64

  static let basisPoint = 0.0001
}
