import CashFlowEngine
import FinanceBasics
import LeaseModel

/// What a valuation says a megawatt, a share and a dollar of cost.
public struct ValueRatios: Sendable {
  /// Stabilised NOI over the capital cost that the landlord pays, of the deals of which both are
  /// known; `nil` of none.
  public let yieldOnCost: Double?
  /// Yield on cost less the capitalisation rate; `nil` without one.
  public let developmentSpread: Double?
  /// Present value a megawatt of critical IT of all halls, in minor units.
  public let presentValuePerMegawatt: Int64?
  /// First-year rent a kilowatt and month at which the present value is zero, all else equal.
  public let breakEvenRent: BreakEvenRent?
  /// What the landlord's shares have of the value; `nil` where no count is given.
  public let perShare: ValuePerShare?

  /// - Parameters:
  ///   - flows: What was valued.
  ///   - equity: The landlord's shares, where the value is to be told by share.
  /// - Throws: A `ValuationProblem`.
  public init(
    of flows: [DealCashFlows], valuation: FlowValuation, equity: LandlordEquity? = nil
  ) throws {
    yieldOnCost = flows.yieldOnCost
    let capRate = valuation.basis.terminal?.capRate
    developmentSpread = yieldOnCost.flatMap { yield in capRate.map { yield - $0 } }
    let megawatts = flows.reduce(ExactDecimal.zero) { $0 + $1.projection.lease.criticalIT }
    presentValuePerMegawatt =
      megawatts.digits == 0
      ? nil
      : PreciseReal(integer: Int(valuation.presentValue)).divided(by: megawatts.real)
        .roundedHalfEven()
    breakEvenRent =
      flows.count == 1 ? BreakEvenRent(of: flows[0], valuation: valuation) : nil
    perShare = try equity.map { try ValuePerShare($0, of: flows, valuation: valuation) }
  }
}

extension [DealCashFlows] {
  /// Stabilised NOI over capital cost of the deals of which both are known; `nil` of none.
  var yieldOnCost: Double? {
    var (income, cost): (Int64, Int64) = (0, 0)
    for flow in self where flow.projection.lease.capital != nil {
      guard let stabilised = flow.projection.stabilisedIncome else { continue }
      income += stabilised
      cost -= flow.projection.total(of: .capitalCost)
    }
    return cost > 0 ? Double(income) / Double(cost) : nil
  }
}
