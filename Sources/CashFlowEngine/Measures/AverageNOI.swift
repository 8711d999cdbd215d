public import FinanceBasics
import LeaseModel

/// Average NOI a year of the base term, on the three bases that companies publish it on.
///
/// In currency units. Source: CONVENTIONS §5.
public struct AverageNOI: Hashable, Sendable {
  /// Over the stated length of the term.
  public let overNominalTerm: PreciseReal
  /// Over the years in force, weighted by megawatt.
  public let overMegawattYears: PreciseReal
  /// Over the years from first commencement to last expiry.
  public let overSpan: PreciseReal
}

extension Projection {
  /// The average of posted NOI; `nil` where costs are unknown, or the projection is not of the
  /// base term as agreed: renewals are in it, or it ends early.
  public var averageNOI: AverageNOI? {
    netOperatingIncome.flatMap { minorUnits in
      average(of: PreciseReal(integer: Int(minorUnits)).divided(by: PreciseReal(integer: 100)))
    }
  }

  /// The average of exact NOI; `nil` where costs are unknown, or the projection is not of the
  /// base term as agreed: renewals are in it, or it ends early.
  public var exactAverageNOI: AverageNOI? {
    exactNetOperatingIncome.flatMap(average)
  }

  private func average(of income: PreciseReal) -> AverageNOI? {
    guard lease.termination == nil,
      !runs.contains(where: { $0.charge.order == Charge.renewalRent.order })
    else { return nil }
    return AverageNOI(
      overNominalTerm: income.divided(by: lease.nominalYears),
      overMegawattYears: income.divided(by: lease.megawattWeightedYears),
      overSpan: income.divided(by: lease.spanYears))
  }
}
