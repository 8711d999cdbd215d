import FinanceBasics
import LeaseModel

/// Writes the rent of one hall as rows of levels, in units of 2⁻⁶⁰ of the first level.
///
/// It cuts a term into rows as `RunWriter` does; a row's minor units are its level until the rate
/// is known.
struct LevelWriter {
  /// The sum of all levels, a row's as often as it has months.
  private(set) var monthSum: UInt128 = 0
  private let hall: Int
  private let rules: RentRules
  private let term: HallTerm
  private let isInAdvance: Bool
  private var monthCount = 0
  private var years: UInt64 = 0
  private var lastLevel: UInt64 = 1 << 60

  /// The month that is being put together from parts, or below zero.
  private var openMonth = -1
  private var openLength = 0
  private var openDay = MonthPart.none
  private var openSum: UInt128 = 0

  init(_ term: HallTerm, hall: Int, rules: RentRules) {
    self.term = term
    self.hall = hall
    self.rules = rules
    switch rules.timing {
    case .advance: isInAdvance = true
    case .arrears: isInAdvance = false
    }
  }

  /// How far a rate solved from the sum, times a level, may be off, in multiples of the rate.
  ///
  /// A year's level is its predecessor times a growth below 2, truncated, so that its error grows
  /// as e → g·e + 2: after k years it is below e = 2·k·L units, where L is the last level. A row of
  /// parts adds one. The sum has at least a quarter of a unit level a month, which makes its error
  /// below 4·(e + 1)·2⁻⁶⁰ of itself, and so the rate's, to which its division adds 2⁻⁶¹. Times L,
  /// and with one unit for the products of errors:
  var amountError: UInt64 {
    let level = lastLevel >> 60 + 1
    let row = 2 * years * level + 1
    return row + level * (4 * row + 1) + 1
  }

  /// Writes the rows of the base term.
  ///
  /// - Parameter growth: A year's, in units of 2⁻⁶³.
  /// - Returns: False where a level comes to 8, or the sum is too small for the bound of its error.
  @inline(__always)
  mutating func write(growth: UInt64, to rows: inout OutputSpan<PostedRun>) -> Bool {
    guard term.start < term.baseEnd else { return false }
    let isGrowing = growth > 1 << 63
    var day = term.start
    var year = 0
    while true {
      year += 1
      let next = isGrowing ? min(term.baseEnd, term.clock.beginning(ofYear: year)) : term.baseEnd
      add(from: day, to: next, to: &rows)
      if next == term.baseEnd { break }
      let (high, low) = lastLevel.multipliedFullWidth(by: growth)
      lastLevel = high << 1 | low >> 63
      guard lastLevel < 1 << 63 else { return false }
      day = next
    }
    finish(&rows)
    years = UInt64(year)
    return monthSum >= UInt128(monthCount) << 58
  }

  /// Takes the days of a range that follows the last one, at the last level.
  @inline(__always)
  private mutating func add(
    from first: MonthDay, to last: MonthDay, to rows: inout OutputSpan<PostedRun>
  ) {
    var month = first.month
    if first.day > 1 || last.month == month {
      let isWithin = last.month == month
      open(month, &rows)
      addDays(first.day..<(isWithin ? last.day : openLength + 1))
      if isWithin { return }
      month += 1
    }
    if last.month > month {
      finish(&rows)
      append(month, count: last.month - month, level: lastLevel, to: &rows)
    }
    if last.day > 1 {
      open(last.month, &rows)
      addDays(1..<last.day)
    }
  }

  @inline(__always)
  private mutating func open(_ month: Int, _ rows: inout OutputSpan<PostedRun>) {
    guard month != openMonth else { return }
    finish(&rows)
    openMonth = month
    openLength = dayCount(ofMonth: month)
    let first = month == term.start.month ? term.start.day : 1
    let last = month == term.baseEnd.month ? term.baseEnd.day : openLength + 1
    openDay = MonthPart(
      days: 1, inForce: first..<last, dayCount: openLength, proration: rules.proration)
    openSum = 0
  }

  @inline(__always)
  private mutating func addDays(_ days: Range<Int>) {
    openSum &+= UInt128(lastLevel) &* UInt128(UInt64(openDay.numerator &* days.count))
  }

  /// Writes the month that is being put together.
  @inline(__always)
  private mutating func finish(_ rows: inout OutputSpan<PostedRun>) {
    guard openMonth >= 0 else { return }
    let month = openMonth
    openMonth = -1
    // A month's shares come to less than 1.02, and levels are below 2⁶³.
    let level = UInt64(openDay.denominator).dividingFullWidth(
      (UInt64(truncatingIfNeeded: openSum >> 64), UInt64(truncatingIfNeeded: openSum))
    ).quotient
    append(month, count: 1, level: level, to: &rows)
  }

  @inline(__always)
  private mutating func append(
    _ month: Int, count: Int, level: UInt64, to rows: inout OutputSpan<PostedRun>
  ) {
    monthSum &+= UInt128(level) &* UInt128(UInt64(count))
    monthCount += count
    let dueDay =
      isInAdvance
      ? (month == term.start.month ? term.start.day : 1)
      : (month == term.baseEnd.month ? term.baseEnd.day - 1 : 31)
    rows.append(
      PostedRun(
        charge: .baseRent, hall: hall, part: 0,
        firstMonth: YearMonth(index: Int32(truncatingIfNeeded: month)), monthCount: count,
        minorUnits: Int64(truncatingIfNeeded: level), dueDay: dueDay,
        paymentDays: rules.paymentDays))
  }
}
