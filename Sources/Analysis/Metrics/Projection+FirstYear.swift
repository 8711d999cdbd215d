public import CashFlowEngine
public import FinanceBasics
import LeaseModel

extension Projection {
  /// First-year rent of all halls a kilowatt of critical IT and month, in currency units.
  ///
  /// Where halls have rates of their own, the average by megawatt.
  public var averageFirstYearRate: PreciseReal {
    firstYearRatePerKilowattMonth
      ?? firstYearRent.divided(by: lease.criticalIT.real.times(12_000))
  }
}
