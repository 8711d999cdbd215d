import CashFlowEngine
import FinanceBasics

/// Posted values of deals, with the cash of the days between two valuation dates beside them.
struct WindowedValue {
  /// From the first date, included, to the last, excluded.
  let days: Range<CalendarDate>
  let projectionCase: ProjectionCase

  init(days: Range<CalendarDate>, case projectionCase: ProjectionCase) {
    self.days = days
    self.projectionCase = projectionCase
  }

  /// The present value, as a single valuation posts it.
  func value(of deals: [DealCashFlows], _ basis: ValuationBasis) throws -> Int64 {
    guard !deals.isEmpty else { return 0 }
    return try FlowValuation(of: deals, case: projectionCase, basis: basis).presentValue
  }

  /// The posted amounts due in the days; of what accrues from an exit on nothing.
  func cash(of deals: [DealCashFlows], _ basis: ValuationBasis) -> Int64 {
    var sum: Int64 = 0
    let visit = { (amount: DealCashFlows.Amount) in
      if days.contains(amount.due) { sum += amount.minorUnits }
    }
    for deal in deals {
      if let exit = basis.terminal?.exit {
        deal.forEachAmount(in: .earliest..<exit, by: .accrual, visit)
      } else {
        deal.forEachAmount(in: days, by: .cash, visit)
      }
    }
    return sum
  }

  /// The present value and the cash together.
  func worth(of deals: [DealCashFlows], _ basis: ValuationBasis) throws -> Int64 {
    try value(of: deals, basis) + cash(of: deals, basis)
  }
}
