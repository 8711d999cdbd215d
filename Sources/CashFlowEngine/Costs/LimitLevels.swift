import FinanceBasics
import LeaseModel

/// The expense stop, the floor and the cap of a line, each with its own growth.
struct LimitLevels {
  /// Amounts in minor units a whole month.
  struct Amounts {
    /// `nil` where what the landlord bears first is no stated amount.
    let base: PreciseReal?
    let floor: PreciseReal
    let cap: PreciseReal
  }

  private struct Course {
    let amount: PreciseReal
    var level: PriceLevel

    init(_ limit: CostLimit, in setting: CostSetting) {
      amount = setting.monthly(limit.amount)
      level = PriceLevel(growth: limit.growth)
    }

    mutating func value(after growths: Int, scale: PreciseReal) -> PreciseReal {
      amount.times(level.value(after: growths)).times(scale)
    }
  }

  /// Whether any of them changes when the line's growth steps.
  let isGrowing: Bool
  private var base: Course?
  private var floor: Course?
  private var cap: Course?

  init(_ recovery: Recovery, in setting: CostSetting) {
    if case .amount(let limit) = recovery.base { base = Course(limit, in: setting) }
    floor = recovery.floor.map { Course($0, in: setting) }
    cap = recovery.cap.map { Course($0, in: setting) }
    isGrowing = [base, floor, cap].contains { $0.map { !$0.level.isFlat } ?? false }
  }

  /// The amounts after so many steps of growth, of which no call has fewer than the one before it.
  ///
  /// - Parameter scale: By how much the days count.
  mutating func amounts(after growths: Int, scale: PreciseReal) -> Amounts {
    Amounts(
      base: base?.value(after: growths, scale: scale),
      floor: floor?.value(after: growths, scale: scale) ?? .zero,
      cap: cap?.value(after: growths, scale: scale) ?? .zero)
  }
}
