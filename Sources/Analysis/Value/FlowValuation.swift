public import CashFlowEngine
public import FinanceBasics
import LeaseModel
public import Valuation

/// The value of one or more deals' projected flows: present value, rate of return, payback.
public struct FlowValuation: Sendable {
  /// Date, discounting and terminal value.
  public let basis: ValuationBasis
  /// Which renewals count.
  public let projectionCase: ProjectionCase
  /// Of all projected flows from the valuation date on and the terminal value, in minor units.
  public let presentValue: Int64
  /// The sum of the flows before the valuation date, which are left out of the present value.
  public let pastFlows: Int64
  /// In the order of `Charge`; only charges that occur.
  public let charges: [ChargeValue]
  /// In the order of `CreditTier`, and summing to the present value; empty where no tier has a rate
  /// of its own.
  public let tiers: [TierValue]
  /// One a deal that has one; empty where none is asked for.
  public let terminals: [TerminalValuation]
  /// Of all terminal values, in minor units.
  public let presentValueOfTerminal: Int64
  /// Of rent, recoveries and other income less operating cost; `nil` where that cost is unknown.
  public let presentValueOfNOI: Int64?
  /// Of all flows, past ones and the terminal value included.
  public let rateOfReturn: Result<RateOfReturn, ValuationProblem>
  /// Of the net flows in the order of their days.
  public let signChanges: Int
  /// Received over paid, the flows of a day set off against each other; `nil` where nothing is paid.
  public let equityMultiple: Double?
  /// The first day from which the running sum of all flows stays at or above zero.
  public let payback: CalendarDate?
  /// How far away the value lies, and how it moves with the rates; `nil` where it is nothing.
  public let rateRisk: RateRisk?

  /// The value of one charge's flows.
  public struct ChargeValue: Hashable, Sendable {
    /// What the flows are for.
    public let charge: Charge
    /// Undiscounted, past flows included, in minor units.
    public let total: Int64
    /// From the valuation date on, in minor units.
    public let presentValue: Int64
  }

  /// The value of the flows that one party stands behind.
  public struct TierValue: Hashable, Sendable {
    /// Who stands behind the flows.
    public let tier: CreditTier
    /// How they are discounted.
    public let discounting: Discounting
    /// Undiscounted, from the valuation date on, in minor units.
    public let total: Int64
    /// From the valuation date on, in minor units.
    public let presentValue: Int64
  }

  /// Values the flows of deals together, on their cash dates.
  ///
  /// Where an exit is stated, what accrues from that day on is another's and does not count.
  ///
  /// - Parameter view: Whether flows are whole, or each deal's landlord's share in them.
  /// - Throws: A `ValuationProblem` for a rate of −100 % or less, or flows beyond any sense; a
  ///   `TerminalProblem`.
  public init(
    of deals: [DealCashFlows], case projectionCase: ProjectionCase, basis: ValuationBasis,
    view: OwnershipView = .gross
  ) throws {
    self.basis = basis
    self.projectionCase = projectionCase
    let isTiered = !basis.tiers.isEmpty
    let flows = ValuedFlows(
      of: deals, on: basis.date, isTiered: isTiered, before: basis.terminal?.exit, view)
    let terminals = try Self.terminals(of: deals, basis)
    self.terminals = terminals
    let sales = Self.sales(terminals, of: deals, view)
    let pricing = FlowPricing(flows, isTiered: isTiered) { moved in
      // The worth of a perpetuity moves with the rates; any other is found without them.
      guard case .growth = moved.terminal?.method, moved != basis else { return sales }
      return Self.sales(try Self.terminals(of: deals, moved), of: deals, view)
    }
    let priced = try pricing.priced(basis)
    presentValueOfTerminal = try postedValue(priced.terminal)
    tiers = priced.tiers
    presentValue =
      isTiered
      ? priced.tiers.reduce(0) { $0 + $1.presentValue }
      : try postedValue(priced.contract) + presentValueOfTerminal
    pastFlows = try postedValue(priced.past)
    charges = try pricing.charges(basis)
    let hasNOI = deals.allSatisfy { $0.projection.netOperatingIncome != nil }
    presentValueOfNOI = hasNOI ? try postedValue(pricing.income(basis)) : nil
    let all = flows.all + sales
    let net = Self.netted(all)
    rateOfReturn = Self.rateOfReturn(of: net)
    let signs = net.map(\.amount).filter { $0 != 0 }.map { $0 < 0 }
    signChanges = zip(signs, signs.dropFirst()).count { $0 != $1 }
    equityMultiple = Valuation.equityMultiple(of: net)
    payback = paybackDate(of: net)
    rateRisk =
      presentValue == 0
      ? nil : try? pricing.rateRisk(basis, presentValue: priced.contract + priced.terminal)
  }

  private static func terminals(
    of deals: [DealCashFlows], _ basis: ValuationBasis
  ) throws -> [TerminalValuation] {
    guard let terms = basis.terminal else { return [] }
    return try deals.compactMap { try TerminalValuation(of: $0, terms, basis: basis) }
  }

  /// What is had at the exits, at the share of the day.
  private static func sales(
    _ terminals: [TerminalValuation], of deals: [DealCashFlows], _ view: OwnershipView
  ) -> [DatedFlow] {
    guard view == .net else { return terminals.map(\.flow) }
    return terminals.map { terminal in
      let deal = deals.first { $0.analysed.deal.id == terminal.deal }
      let share = deal.map { OwnershipShares(of: $0, view).share(on: terminal.exit) } ?? .one
      return DatedFlow(date: terminal.exit, amount: terminal.flow.amount * share.doubleValue)
    }
  }

  /// One flow a day: a cost that is paid out of the same day's rent is not money put in.
  private static func netted(_ flows: [DatedFlow]) -> [DatedFlow] {
    var sums: [CalendarDate: Double] = [:]
    for flow in flows { sums[flow.date, default: 0] += flow.amount }
    return sums.sorted { $0.key < $1.key }.map { DatedFlow(date: $0.key, amount: $0.value) }
  }

  private static func rateOfReturn(
    of flows: [DatedFlow]
  ) -> Result<RateOfReturn, ValuationProblem> {
    do throws(ValuationProblem) {
      return .success(try internalRateOfReturn(of: flows))
    } catch {
      return .failure(error)
    }
  }
}

/// A present value as minor units, rounded half to even: where `Double` ends.
///
/// - Throws: `valuation.beyond-range` of a value that an amount cannot hold safely.
func postedValue(_ amount: Double) throws(AnalysisProblem) -> Int64 {
  guard amount.magnitude <= greatestPostedValue else { throw .valueBeyondRange }
  return Int64(amount.rounded(.toNearestOrEven))
}

/// A thousand trillion units: more than any book is worth, and safe to add.
let greatestPostedValue = 1e17
