import FinanceBasics
import LeaseModel

/// The levels of months, each times the capacity of its hall, summed.
struct LevelSum {
  private var term: (start: MonthDay, end: MonthDay)?
  private var proration = RentRules.Proration.actualMonth
  /// Whether a day of any month is one part of as many as the month has days.
  private var isByDaysOfMonth = true
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
    switch proration {
    case .actualMonth, .wholeMonthFromNext: isByDaysOfMonth = true
    case .thirty360, .actual365: isByDaysOfMonth = false
    }
    levels = 0
    months = 0
  }

  mutating func add(_ stretch: CertifiedStretch, _ values: borrowing Scratch<UInt64>) {
    guard stretch.years == 1 else { return addYears(of: stretch, values) }
    add(stretch.start..<stretch.end, level: values[stretch.level])
  }

  /// Whole lease years are twelve months each: what their first month lacks, the month after the
  /// last has, where both are as long and each day is the same part of either.
  private mutating func addYears(of stretch: CertifiedStretch, _ values: borrowing Scratch<UInt64>)
  {
    let places = stretch.level..<stretch.level + stretch.years
    guard stretch.start.day == 1 || (isByDaysOfMonth && stretch.start.month % 12 != 1) else {
      for (year, place) in places.enumerated() {
        add(stretch.days(ofYear: year), level: values[place])
      }
      return
    }
    for place in places { levels &+= UInt128(values[place]) &* 12 }
    months += UInt128(UInt64(12 * stretch.years))
  }

  private mutating func add(_ days: Range<MonthDay>, level: UInt64) {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first.month == last.month {
      return addPart(of: first.month, days: last.day - first.day, level: level)
    }
    var month = first.month
    if first.day > 1 {
      addPart(of: month, days: dayCount(ofMonth: month) + 1 - first.day, level: level)
      month += 1
    }
    levels += UInt128(level) * UInt128(UInt64(last.month - month))
    months += UInt128(UInt64(last.month - month))
    if last.day > 1 { addPart(of: last.month, days: last.day - 1, level: level) }
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
