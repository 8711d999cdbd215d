import CashFlowEngine
public import FinanceBasics
public import LeaseModel
import Valuation

/// What a deal's halls are worth when its projected flows end, apart from those flows.
public struct TerminalValuation: Hashable, Sendable {
  /// The deal whose halls they are.
  public let deal: DealID
  /// The first day that belongs to the buyer, and the day of the flow.
  public let exit: CalendarDate
  /// The NOI that is capitalised, of a year, in minor units; `nil` of a shell value.
  public let income: Int64?
  /// The days whose NOI was projected, end excluded; `nil` of a shell value.
  public let incomeDays: Range<CalendarDate>?
  /// The worth, rounded to minor units.
  public let value: Int64
  /// What selling costs, in minor units.
  public let sellingCost: Int64

  /// What is left of the worth on the exit.
  public var proceeds: Int64 { value - sellingCost }

  var flow: DatedFlow { DatedFlow(date: exit, amount: Double(proceeds)) }

  /// `nil` of a deal whose NOI is unknown, where NOI is capitalised.
  ///
  /// A deal whose last term ends before the exit is sold when it ends. Forward NOI is that of the 12
  /// months from the exit on where no hall's term ends in them; else of the 12 months before the
  /// exit, or before the first hall's term ends if that is earlier, grown by a year.
  ///
  /// - Throws: A `TerminalProblem`, or a `ValuationProblem` of the rate.
  init?(of flows: DealCashFlows, _ terms: TerminalTerms, basis: ValuationBasis) throws {
    let projection = flows.projection
    let force = projection.lease.daysInForce(in: projection.projectionCase)
    guard let first = force.map(\.upperBound).min(), let last = force.map(\.upperBound).max()
    else { return nil }
    let exit = min(terms.exit ?? last, last)
    guard (terms.exit ?? basis.date) >= basis.date else {
      throw TerminalProblem.exitPast(exit, on: basis.date)
    }
    // What ended before the valuation date has been sold, and is worth nothing now.
    guard exit >= basis.date else { return nil }
    deal = flows.analysed.deal.id
    self.exit = exit
    let worth: PreciseReal
    switch terms.method {
    case .shell(let figure):
      (income, incomeDays) = (nil, nil)
      worth = try Self.shellWorth(figure, of: projection.lease)
    case .capRate, .growth:
      guard flows.netOperatingIncome != nil else { return nil }
      let isForward = exit.adding(months: 12) <= first
      let end = isForward ? exit.adding(months: 12) : min(exit, first)
      let days = end.adding(months: -12)..<end
      let income = flows.income(in: days)
      (self.income, incomeDays) = (income, days)
      let growth = isForward ? 0 : terms.incomeGrowth
      worth = PreciseReal(integer: Int(income))
        .times(PreciseReal(exactly: (1 + growth) / (try Self.yield(terms, basis, at: exit))))
    }
    guard let value = worth.roundedHalfEven(),
      let cost = PreciseReal(integer: Int(value))
        .times(PreciseReal(exactly: terms.sellingCost)).roundedHalfEven(),
      value.magnitude <= Self.greatest
    else { throw TerminalProblem.beyondRange }
    self.value = value
    sellingCost = value > 0 ? cost : 0
  }

  /// A thousand trillion units: more than any hall is worth, and safe to add.
  private static let greatest: UInt64 = 100_000_000_000_000_000

  /// The rate that forward NOI is divided by.
  private static func yield(
    _ terms: TerminalTerms, _ basis: ValuationBasis, at exit: CalendarDate
  ) throws -> Double {
    switch terms.method {
    case .capRate(let rate): return rate
    case .growth(let growth):
      let rate = try basis.discounting(of: .residual).effectiveRate(from: basis.date, to: exit)
      guard rate > growth else {
        throw TerminalProblem.growthNotBelowRate(growth: growth, rate: rate)
      }
      return rate - growth
    case .shell: return 1
    }
  }

  private static func shellWorth(_ figure: Figure, of lease: Lease) throws -> PreciseReal {
    guard figure.unit.currency == lease.currency else {
      throw TerminalProblem.currencyDiffers(figure.text, of: lease.currency.code)
    }
    return figure.point.real.times(lease.criticalIT.real).times(100)
  }
}

extension DealCashFlows {
  /// Posted NOI that accrues on some days, end excluded.
  func income(in days: Range<CalendarDate>) -> Int64 {
    var sum: Int64 = 0
    forEachAmount(in: days, by: .accrual) { amount in
      if amount.charge.isInNOI { sum += amount.minorUnits }
    }
    return sum
  }
}
