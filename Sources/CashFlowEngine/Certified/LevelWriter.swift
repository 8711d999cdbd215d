import FinanceBasics
import LeaseModel

/// Writes the rent of one hall as rows of levels, in units of 2⁻⁶⁰ of the first level.
///
/// It cuts a term into rows as `RunWriter` does; a row's minor units are its level until the rate
/// is known.
struct LevelWriter {
  private let hall: Int
  private let rules: RentRules
  private let term: HallTerm
  private let isInAdvance: Bool
  /// A year's growth, in units of 2⁻⁶³.
  private let growth: UInt64
  /// The last lease year that begins within the term, from 0.
  private let lastYear: Int
  private var monthCount = 0
  private var monthSum: UInt128 = 0
  private var lastLevel: UInt64 = 1 << 60

  /// The month that is being put together from parts, or below zero.
  private var openMonth = -1
  private var openLength = 0
  private var openShare = MonthShare()
  private var openSum: UInt128 = 0

  init(_ term: HallTerm, hall: Int, rules: RentRules, growth: UInt64) {
    self.term = term
    self.hall = hall
    self.rules = rules
    self.growth = growth
    let years = growth > 1 << 63 ? (term.baseEnd.month - term.start.month) / 12 : 0
    let isWithin = years == 0 || term.clock.beginning(ofYear: years) < term.baseEnd
    lastYear = isWithin ? years : years - 1
    switch rules.timing {
    case .advance: isInAdvance = true
    case .arrears: isInAdvance = false
    }
  }

  /// One row a lease year, one for each anniversary inside a month, and one for each end.
  var maximumRows: Int { 2 * lastYear + 3 }

  /// Writes the rows of the base term.
  ///
  /// - Returns: `nil` where a level comes to 8, or the sum is too small for the bound of its error.
  @inline(__always)
  func sum(writingTo rows: inout OutputSpan<PostedRun>) -> LevelSum? {
    // A copy of its own stays in registers.
    var writer = self
    var day = term.start
    for year in 0..<lastYear {
      let next = term.clock.beginning(ofYear: year + 1)
      writer.add(from: day, to: next, to: &rows)
      day = next
      let (high, low) = writer.lastLevel.multipliedFullWidth(by: growth)
      writer.lastLevel = high << 1 | low >> 63
      guard writer.lastLevel < 1 << 63 else { return nil }
    }
    writer.add(from: day, to: term.baseEnd, to: &rows)
    writer.finish(&rows)
    guard writer.monthSum >= UInt128(writer.monthCount) << 58 else { return nil }
    return LevelSum(
      months: writer.monthSum, years: UInt64(lastYear), highestLevel: writer.lastLevel)
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
    openShare.turn(
      to: MonthPart(
        days: 1, inForce: first..<last, dayCount: openLength, proration: rules.proration))
    openSum = 0
  }

  @inline(__always)
  private mutating func addDays(_ days: Range<Int>) {
    openSum &+= UInt128(lastLevel) &* UInt128(UInt64(openShare.numerator &* days.count))
  }

  /// Writes the month that is being put together.
  @inline(__always)
  private mutating func finish(_ rows: inout OutputSpan<PostedRun>) {
    guard openMonth >= 0 else { return }
    let month = openMonth
    openMonth = -1
    append(month, count: 1, level: openShare.quotient(of: openSum), to: &rows)
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
