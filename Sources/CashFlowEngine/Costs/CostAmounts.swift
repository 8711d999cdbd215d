public import FinanceBasics

/// What a cost line came to in a period, in currency units, unrounded.
///
/// Cost and recovery are both above zero here; cost = recovered + leakage.
public struct CostAmounts: Hashable, Sendable {
  /// What was paid.
  public let cost: PreciseReal
  /// What of it may be passed on: all but power above the guaranteed PUE.
  public let passedThrough: PreciseReal
  /// What the tenant pays back, before the admin fee.
  public let recovered: PreciseReal
  /// What the tenant pays for the handling.
  public let adminFee: PreciseReal
  /// Why the rest stays with the landlord.
  public let leakage: CostLeakage

  /// Nothing paid, nothing recovered.
  public static let zero = CostAmounts(
    cost: .zero, passedThrough: .zero, recovered: .zero, adminFee: .zero, leakage: .zero)

  /// What the landlord bears in the end: cost less all that the tenant pays.
  public var netCost: PreciseReal { cost.minus(recovered).minus(adminFee) }

  /// The sum of two periods, or of two lines.
  public func plus(_ other: CostAmounts) -> CostAmounts {
    CostAmounts(
      cost: cost.plus(other.cost), passedThrough: passedThrough.plus(other.passedThrough),
      recovered: recovered.plus(other.recovered), adminFee: adminFee.plus(other.adminFee),
      leakage: leakage.plus(other.leakage))
  }
}

/// Why a landlord bears a cost, each reason above zero where it costs money; in currency units.
public struct CostLeakage: Hashable, Sendable {
  /// Power that a lower PUE would not have needed.
  public let aboveGuaranteedPUE: PreciseReal
  /// Up to the base year, the base day or the expense stop.
  public let base: PreciseReal
  /// The share that the tenant does not bear.
  public let shareNotPassed: PreciseReal
  /// What the cap cuts, less what the floor adds.
  public let bounds: PreciseReal
  /// What an abatement lets the tenant off.
  public let abated: PreciseReal

  /// Nothing for any reason.
  public static let zero = CostLeakage(
    aboveGuaranteedPUE: .zero, base: .zero, shareNotPassed: .zero, bounds: .zero, abated: .zero)

  /// The sum of all reasons.
  public var total: PreciseReal {
    aboveGuaranteedPUE.plus(base).plus(shareNotPassed).plus(bounds).plus(abated)
  }

  /// The sum of two periods, or of two lines.
  public func plus(_ other: CostLeakage) -> CostLeakage {
    CostLeakage(
      aboveGuaranteedPUE: aboveGuaranteedPUE.plus(other.aboveGuaranteedPUE),
      base: base.plus(other.base), shareNotPassed: shareNotPassed.plus(other.shareNotPassed),
      bounds: bounds.plus(other.bounds), abated: abated.plus(other.abated))
  }
}

extension CostAmounts {
  /// Some equal months of a line, each given in minor units.
  init(_ month: CostMonth, recovery: RecoveryTerms, count: Int) {
    func units(_ minorUnits: PreciseReal) -> PreciseReal {
      minorUnits.times(count).divided(by: PreciseReal(integer: 100))
    }
    let steps = recovery.steps(of: month)
    self.init(
      cost: units(month.cost), passedThrough: units(month.passed), recovered: units(steps.charged),
      adminFee: units(steps.adminFee),
      leakage: CostLeakage(
        aboveGuaranteedPUE: units(month.cost.minus(month.passed)),
        base: units(month.passed.minus(steps.aboveBase)),
        shareNotPassed: units(steps.aboveBase.minus(steps.shared)),
        bounds: units(steps.shared.minus(steps.bounded)),
        abated: units(steps.bounded.minus(steps.charged))))
  }
}
