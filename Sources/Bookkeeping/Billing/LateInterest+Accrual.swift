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

extension LateInterestHistory {
  /// Interest on the open balance of an invoice up to a day, that day included, in minor units.
  ///
  /// Σ balance × rate × days ÷ 365 over the days from the due day, included, to the day of payment,
  /// excluded, each day at the rate that governs it; the sum is rounded once, half to even. What is
  /// paid within the grace, which is that of the due day, counts as paid when it was due. A balance
  /// below zero bears nothing.
  ///
  /// - Parameters:
  ///   - minorUnits: What was owed from the due day on.
  ///   - settlements: What was applied to it, in any order.
  public func accrued(
    on minorUnits: Int64, due: CalendarDate, settlements: [Settlement], through day: CalendarDate
  ) -> Int64 {
    let end = day.adding(days: 1)
    let graceEnd = due.adding(days: graceDays(due: due))
    guard graceEnd < day else { return 0 }
    var paid: [CalendarDate: Int64] = [:]
    for settlement in settlements where settlement.day < end {
      // Paid in time, it was never late.
      let from = settlement.day <= graceEnd ? due : settlement.day
      paid[from, default: 0] += settlement.minorUnits
    }
    let changes = steps.map(\.from).filter { due < $0 && $0 < end }
    let days = Set(paid.keys).union(changes).union([due, end]).sorted()
    var balance = minorUnits
    var yearlyInterestDays = PreciseReal(integer: 0)
    for (start, next) in zip(days, days.dropFirst()) {
      balance -= paid[start] ?? 0
      guard balance > 0, let rate = rule(on: start)?.rate else { continue }
      yearlyInterestDays = yearlyInterestDays.plus(
        PreciseReal(integer: Int(balance)).times(start.days(until: next)).times(rate.real))
    }
    return yearlyInterestDays.divided(by: PreciseReal(integer: 365)).roundedHalfEven() ?? 0
  }
}
