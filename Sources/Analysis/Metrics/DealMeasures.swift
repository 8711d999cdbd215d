public import CashFlowEngine
public import FinanceBasics
public import LeaseModel

/// What one deal contributes to the metrics; `nil` is unknown, never zero.
///
/// Amounts are in minor units and base case, megawatts are critical IT; in the net view amounts are
/// scaled to the share that the landlord has on their days, and what is of no day to its share in
/// the version in force.
public struct DealMeasures: Sendable {
  /// The deal that is measured.
  public let analysed: AnalysedDeal
  /// Its base-case projection; `nil` where it cannot be projected.
  public let projection: Projection?
  /// The landlord's share that the figures are scaled by; 1 in the gross view.
  let share: PreciseReal
  /// As announced, else of the halls.
  let megawatts: Double?
  /// As announced.
  let statedContractValue: Int64?
  /// Posted base rent of the base term.
  let baseRent: Int64?
  /// Of all halls in their first lease year, before abatement.
  let firstYearRent: Double?
  /// Critical IT kilowatts × months in force over the base term.
  let kilowattMonths: Double?
  let operatingIncome: Int64?
  /// NOI a year over the nominal term.
  let averageIncome: Int64?
  let capitalCost: Int64?
  let stabilisedIncome: Int64?
  let guaranteedRent: Int64?
  let presentValueOfNOI: Int64?
  /// Megawatts × years from the stated date, or from commencement if later, to expiry.
  let remainingMegawattYears: Double?
  /// Megawatts of the halls that have not expired on the stated date.
  let unexpiredMegawatts: Double?

  /// The version in force.
  public var deal: Deal { analysed.deal }

  /// Works out the measures of one deal.
  ///
  /// - Parameter basis: Where it is `nil`, terms run from commencement and there is no present value.
  /// - Throws: A `ProjectionProblem` of a deal that has all its terms but cannot be projected.
  public init(
    of analysed: AnalysedDeal, view: OwnershipView, on date: CalendarDate?,
    basis: ValuationBasis?
  ) throws {
    self.analysed = analysed
    let terms = analysed.deal.terms
    let flows = try? DealCashFlows(analysed, case: .base)
    projection = flows?.projection
    let share = view == .net ? (terms.ownership?.value.fraction ?? .one) : .one
    self.share = share
    let lease = flows?.projection.lease
    megawatts = (terms.criticalIT?.value.point ?? lease?.criticalIT).map {
      $0.real.times(share).doubleValue
    }
    let shares = flows.map { OwnershipShares(of: $0, view) }
    let income = shares.flatMap { flows?.netOperatingIncome(at: $0) }
    statedContractValue = terms.statedContractValue.map { scaled($0, share) }
    baseRent = shares.flatMap { flows?.total(of: .baseRent, at: $0).roundedHalfEven() }
    firstYearRent = flows?.projection.firstYearRent.times(share).times(100).doubleValue
    kilowattMonths =
      flows?.projection.capacityMonths
      .reduce(PreciseReal.zero) { sum, part in
        let share = shares?.constant ?? shares?.share(in: part.month) ?? .one
        return sum.plus(part.kilowattMonths.times(share))
      }.doubleValue
    operatingIncome = income?.roundedHalfEven()
    averageIncome = flows.flatMap { flows in
      let years = flows.projection.lease.nominalYears
      return years.isZero ? nil : income?.divided(by: years).roundedHalfEven()
    }
    let capital = flows?.projection.total(of: .capitalCost) ?? 0
    capitalCost = lease?.capital == nil ? nil : scaled(-capital, share)
    stabilisedIncome = flows?.projection.stabilisedIncome.map { scaled($0, share) }
    guaranteedRent = shares.flatMap { flows?.guaranteedRent(at: $0)?.roundedHalfEven() }
    let unexpired = lease?.halls.filter { $0.baseTerm.upperBound > date ?? .earliest }
    let weight = unexpired?.reduce(ExactDecimal.zero) { $0 + $1.criticalIT }.real.times(share)
    unexpiredMegawatts = weight?.doubleValue
    remainingMegawattYears = unexpired.flatMap { halls in
      weightedAverageLeaseTerm(of: halls, asOf: date).flatMap { years in
        weight.map { years * $0.doubleValue }
      }
    }
    if let basis, let flows, operatingIncome != nil {
      presentValueOfNOI = try postedValue(FlowPricing(of: [flows], basis, view).income(basis))
    } else {
      presentValueOfNOI = nil
    }
  }
}

/// Minor units times a share, rounded half to even.
private func scaled(_ minorUnits: Int64, _ share: PreciseReal) -> Int64 {
  PreciseReal(integer: Int(minorUnits)).times(share).roundedHalfEven() ?? minorUnits
}
