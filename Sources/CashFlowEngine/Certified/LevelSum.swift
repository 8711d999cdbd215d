import FinanceBasics
import LeaseModel

/// The levels of months, each times the capacity of its hall, summed.
struct LevelSum {
  private var term: (start: MonthDay, end: MonthDay)?
  private var proration = RentRules.Proration.actualMonth
  private var capacity: UInt128 = 0
  private var share = MonthShare()
  /// Of the hall at hand, in units of 2⁻⁶⁰; a part of a month is too low by less than five.
  private var levels: UInt128 = 0
  /// The months of the hall, whole or not.
  private var months: UInt128 = 0
  /// Of all halls.
  private var capacityMonths: UInt128 = 0
  private var capacityLevels: UInt128 = 0

  /// Turns to another hall.
  mutating func begin(_ term: HallTerm, capacity: UInt64, rules: RentRules) {
    self.term = (term.start, term.baseEnd)
    self.capacity = UInt128(capacity)
    proration = rules.proration
    levels = 0
    months = 0
  }

  mutating func add(_ stretch: CertifiedStretch) {
    let (first, last) = (stretch.start, stretch.end)
    if first.month == last.month {
      return addPart(of: first.month, days: last.day - first.day, level: stretch.level)
    }
    var month = first.month
    if first.day > 1 {
      addPart(of: month, days: dayCount(ofMonth: month) + 1 - first.day, level: stretch.level)
      month += 1
    }
    levels += UInt128(stretch.level) * UInt128(UInt64(last.month - month))
    months += UInt128(UInt64(last.month - month))
    if last.day > 1 { addPart(of: last.month, days: last.day - 1, level: stretch.level) }
  }

  private mutating func addPart(of month: Int, days: Int, level: UInt64) {
    guard let term else { return }
    share.turn(
      to: MonthPart(days: 1, month: month, start: term.start, end: term.end, proration: proration))
    let numerator = UInt128(UInt64(share.numerator * days))
    levels += UInt128(share.quotient(of: UInt128(level) * numerator))
    months += 1
  }

  /// Ends the hall.
  mutating func finish() {
    capacityLevels += capacity * levels
    capacityMonths += capacity * months
  }

  /// The rate for a unit of capacity at which a sum of rents comes to a value.
  ///
  /// Each month's level is too low by less than e = `levelError` × 33/32 + 6 units, as the shares of a
  /// month come to less than that. The sum, raised by e for each month, is not below the true one;
  /// that much too high is less than 2⁶ × e units of 2⁻⁶⁴ of it, if a month has 2⁵⁸ at least.
  func rate(of value: ExactDecimal, levelError: UInt64) -> CertifiedReal? {
    guard levelError < 1 << 20, capacityLevels >= capacityMonths << 58, capacityMonths > 0 else {
      return nil
    }
    let error = levelError + levelError / 32 + 6
    let sum = capacityLevels + capacityMonths * UInt128(error)
    return CertifiedReal(value, times: 100, over: sum, 0)?
      .scaled(byPowerOfTwo: 60).addingError(error << 6 + 2)
  }
}
