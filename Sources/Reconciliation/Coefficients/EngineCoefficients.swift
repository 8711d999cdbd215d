import CashFlowEngine
import FinanceBasics
import LeaseModel

extension RentCoefficients {
  /// The coefficients of one lease, from the engine; exact but for the ends' last bits.
  ///
  /// `nil` of a lease that charges nothing.
  init?(_ projected: ProjectedLease, margin: PreciseReal?) {
    let monthly = projected.annualisedRent.divided(by: PreciseReal(integer: 12))
    guard monthly.isPositive else { return nil }
    let perMonth = { (amount: PreciseReal) -> Interval in
      Interval(enclosing: amount.divided(by: monthly))
    }
    let twelve = projected.firstTwelveMonthsRent ?? projected.annualisedRent
    base = perMonth(projected.contractValue)
    renewals = projected.renewalRent.map(perMonth)
    renewalsOverBase = projected.renewalRent.flatMap { rent in
      let value = projected.contractValue
      return value.isPositive ? Interval(enclosing: rent.divided(by: value)) : nil
    }
    firstTwelve = perMonth(twelve)
    stabilised = nil
    stabilisedOverBase = nil
    if let margin, margin.isPositive, let income = projected.stabilisedIncome {
      // Posted cents, so that a few of them may be missing.
      stabilised = perMonth(income.divided(by: margin)).widened(by: 1e-6)
      stabilisedOverBase = stabilised?.share(of: base)
    }
    nominalYears = Interval(enclosing: projected.years(.nominalTerm))
    megawattYears = Interval(enclosing: projected.years(.megawattYears))
    spanYears = Interval(enclosing: projected.years(.span))
  }
}
