import FinanceBasics
import LeaseModel

/// How a month's cost becomes what the tenant pays back.
///
/// Source: the formula of `Recovery`.
struct RecoveryTerms {
  /// What the landlord bears first.
  enum Base {
    case none
    /// The cost at other prices.
    case level
    /// A stated amount.
    case amount
  }

  /// Whether the tenant never pays anything.
  let isNone: Bool
  /// The part of the cost that may be passed on; `nil` is all of it.
  let passedPart: PreciseReal?
  let base: Base
  let share: PreciseReal
  let hasFloor: Bool
  let hasCap: Bool
  let adminFee: PreciseReal
  /// The share of abated days that is let off; zero where the abatement does not cover the charge.
  let abatedShare: PreciseReal

  /// The way from cost to recovery in one month.
  func steps(of month: CostMonth) -> RecoverySteps {
    let excess = month.passed.minus(month.base)
    let aboveBase = excess.isPositive ? excess : .zero
    let shared = aboveBase.times(share)
    var bounded = shared
    if hasFloor { bounded = max(bounded, month.floor) }
    if hasCap { bounded = min(bounded, month.cap) }
    var charged = bounded
    if month.abatedDays > 0 {
      let part = PreciseReal(month.abatedDays, over: month.days.count)
      charged = bounded.times(PreciseReal.one.minus(abatedShare.times(part)))
    }
    return RecoverySteps(
      aboveBase: aboveBase, shared: shared, bounded: bounded, charged: charged,
      adminFee: charged.times(adminFee))
  }
}

/// The way from a cost to what the tenant pays back of it, each in the unit of the cost.
struct RecoverySteps {
  /// What may be passed on, less what the landlord bears first.
  let aboveBase: PreciseReal
  /// The tenant's share of it.
  let shared: PreciseReal
  /// Within floor and cap.
  let bounded: PreciseReal
  /// After what is let off.
  let charged: PreciseReal
  /// Added to what is charged.
  let adminFee: PreciseReal

  /// All that the tenant pays.
  var recovered: PreciseReal { charged.plus(adminFee) }
}
