public import FinanceBasics
public import LeaseModel

/// What was applied to an invoice, and from which day it counts.
public struct Settlement: Hashable, Sendable {
  /// The day from which it counts.
  public let day: CalendarDate
  /// In minor units; negative where a reversal took it back.
  public let minorUnits: Int64

  /// Takes the parts as given.
  public init(day: CalendarDate, minorUnits: Int64) {
    self.day = day
    self.minorUnits = minorUnits
  }
}

extension LateInterest {
  /// Interest on the open balance of an invoice up to a day, that day included, in minor units.
  ///
  /// Σ balance × rate × days ÷ 365 over the days from the due day, included, to the day of payment,
  /// excluded; the sum is rounded once, half to even. What is paid within the grace counts as paid
  /// when it was due.
  ///
  /// - Parameters:
  ///   - minorUnits: Of the invoice.
  ///   - settlements: What was applied to it, in any order.
  public func accrued(
    on minorUnits: Int64, due: CalendarDate, settlements: [Settlement], through day: CalendarDate
  ) -> Int64 {
    let end = day.adding(days: 1)
    let graceEnd = due.adding(days: graceDays)
    guard graceEnd < day else { return 0 }
    var balanceDays = PreciseReal(integer: Int(minorUnits)).times(due.days(until: end))
    for settlement in settlements where settlement.day < end {
      // Paid in time, it was never late.
      let from = settlement.day <= graceEnd ? due : settlement.day
      balanceDays = balanceDays.minus(
        PreciseReal(integer: Int(settlement.minorUnits)).times(from.days(until: end)))
    }
    let interest = balanceDays.times(rate.real).divided(by: PreciseReal(integer: 365))
    return max(0, interest.roundedHalfEven() ?? 0)
  }
}
