public import CashFlowEngine
public import FinanceBasics
import LeaseModel
import Valuation

/// The flows behind a present value, in the order of their days, each with its discount factor.
public struct FlowSchedule: Sendable {
  /// What is paid for one charge on one day, of what one month earned.
  public struct Row: Hashable, Sendable {
    /// When it is paid.
    public let due: CalendarDate
    /// The month that earned it.
    public let month: YearMonth
    /// What it is for; `nil` of a terminal value.
    public let charge: Charge?
    /// Who stands behind it; matters where tiers have rates of their own.
    public let tier: CreditTier
    /// In minor units.
    public let minorUnits: Int64
    /// What one unit of it is worth on the valuation date; `nil` of a flow before it.
    public let factor: Double?
  }

  /// In the order of days, months and charges.
  public let rows: [Row]

  private struct Key: Hashable {
    let due: CalendarDate
    let month: YearMonth
    let charge: Charge?
    let tier: CreditTier
  }

  /// The flows of deals on one basis, whole.
  ///
  /// - Throws: A `ValuationProblem` for a rate of −100 % or less; a `TerminalProblem`.
  public init(of deals: [DealCashFlows], basis: ValuationBasis) throws {
    let flows = ValuedFlows(
      of: deals, on: basis.date, isTiered: !basis.tiers.isEmpty, before: basis.terminal?.exit)
    var sums: [Key: Double] = [:]
    for part in flows.parts {
      for flow in part.flows {
        let key = Key(
          due: flow.date, month: flow.accrualMonth, charge: part.charge, tier: part.tier)
        sums[key, default: 0] += flow.amount
      }
    }
    if let terms = basis.terminal {
      for sale in try deals.compactMap({ try TerminalValuation(of: $0, terms, basis: basis) }) {
        let key = Key(
          due: sale.flow.date, month: sale.flow.accrualMonth, charge: nil, tier: .residual)
        sums[key, default: 0] += sale.flow.amount
      }
    }
    let order = Dictionary(uniqueKeysWithValues: Charge.allCases.enumerated().map { ($1, $0) })
    let place = { (key: Key) in key.charge.flatMap { order[$0] } ?? order.count }
    rows = try sums.sorted {
      ($0.key.due, $0.key.month, place($0.key), $0.key.tier.rawValue)
        < ($1.key.due, $1.key.month, place($1.key), $1.key.tier.rawValue)
    }.map { key, amount in
      let flow = DatedFlow(date: key.due, amount: amount, accrualMonth: key.month)
      let factor =
        key.due < basis.date
        ? nil : try basis.discounting(of: key.tier).factor(of: flow, on: basis.date)
      return Row(
        due: key.due, month: key.month, charge: key.charge, tier: key.tier,
        minorUnits: try postedValue(amount), factor: factor)
    }
  }
}
