import FinanceBasics
import LeaseModel

/// Cuts the amounts of one hall and charge into rows of months, as `RunWriter` does, and posts them.
struct CertifiedWriter {
  let hall: Int
  let charge: Charge
  /// 1 or −1.
  let sign: Int64
  let rounding: CertifiedRounding
  private let proration: RentRules.Proration
  /// The days that are prorated together.
  private let stretchStart: MonthDay
  private let stretchEnd: MonthDay
  private let dueDays: CertifiedDueDays
  private let dueRule: UInt16

  /// What the stretch of rows that is being written has in common; below zero before the first.
  private var openPart = -1
  private var openDueDay = -1

  /// The month that is being put together from parts, or below zero.
  private var openMonth = -1
  private var monthPart = 0
  private var openLength = 0
  private var openShare = MonthShare()
  private var openSum: UInt128 = 0

  init(
    _ charge: Charge, hall: Int, sign: Int64, rounding: CertifiedRounding, rules: RentRules,
    days: Range<MonthDay>, dueDays: CertifiedDueDays, dueRule: UInt16
  ) {
    self.charge = charge
    self.hall = hall
    self.sign = sign
    self.rounding = rounding
    proration = rules.proration
    stretchStart = days.lowerBound
    stretchEnd = days.upperBound
    self.dueDays = dueDays
    self.dueRule = dueRule
  }

  /// Takes the days of a range that follows the last one, at an amount for a whole month.
  @inline(__always)
  mutating func add(
    from first: MonthDay, to last: MonthDay, amount: UInt64, part: Int,
    to columns: inout PostedColumns
  ) {
    var month = first.month
    if first.day > 1 || last.month == month {
      let isWithin = last.month == month
      open(month, part: part, &columns)
      addDays(isWithin ? last.day - first.day : openLength + 1 - first.day, amount)
      if isWithin { return }
      month += 1
    }
    if last.month > month {
      finish(&columns)
      append(amount, month: month, count: last.month - month, part: part, to: &columns)
    }
    if last.day > 1 {
      open(last.month, part: part, &columns)
      addDays(last.day - 1, amount)
    }
  }

  /// Takes whole lease years, each from the same day of its first month and at the next level.
  ///
  /// - Parameters:
  ///   - levels: In units of 2⁻⁶⁰ of the rate.
  ///   - places: One a year.
  mutating func addYears(
    from first: MonthDay, _ levels: borrowing Scratch<UInt64>, _ places: Range<Int>,
    significand: UInt64, part: Int,
    to columns: inout PostedColumns
  ) {
    let before = first.day - 1
    let split =
      before == 0 ? nil : CertifiedYears.Split(month: first.month, daysBefore: before)
    let years = CertifiedYears(
      rounding: rounding, sign: sign, significand: significand, split: split)
    guard before > 0 else {
      finish(&columns)
      beginStretch(month: first.month, part: part, &columns)
      return columns.append(years, levels, places, startingIn: first.month)
    }
    open(first.month, part: part, &columns)
    addDays(openLength - before, years.amount(levels[places.lowerBound]))
    finish(&columns)
    beginStretch(month: first.month + 1, part: part, &columns)
    columns.append(years, levels, places, startingIn: first.month + 1)
    open(first.month + 12 * places.count, part: part, &columns)
    addDays(before, years.amount(levels[places.upperBound - 1]))
  }

  /// Writes the month that is being put together.
  @inline(__always)
  mutating func finish(_ columns: inout PostedColumns) {
    guard openMonth >= 0 else { return }
    let month = openMonth
    openMonth = -1
    append(openShare.quotient(of: openSum), month: month, count: 1, part: monthPart, to: &columns)
  }

  @inline(__always)
  private mutating func open(_ month: Int, part: Int, _ columns: inout PostedColumns) {
    guard month != openMonth else { return }
    finish(&columns)
    openMonth = month
    monthPart = part
    openLength = dayCount(ofMonth: month)
    let first = month == stretchStart.month ? stretchStart.day : 1
    let last = month == stretchEnd.month ? stretchEnd.day : openLength + 1
    openShare.turn(
      to: MonthPart(
        days: 1, inForce: first..<last, dayCount: openLength, proration: proration))
    openSum = 0
  }

  @inline(__always)
  private mutating func addDays(_ count: Int, _ amount: UInt64) {
    openSum &+= UInt128(amount) &* UInt128(UInt64(openShare.numerator &* count))
  }

  @inline(__always)
  private mutating func append(
    _ amount: UInt64, month: Int, count: Int, part: Int, to columns: inout PostedColumns
  ) {
    beginStretch(month: month, part: part, &columns)
    if !rounding.isCertain(amount) {
      columns.uncertainRows.append(
        PostedColumns.UncertainRow(row: columns.minorUnits.count, month: month))
    }
    columns.append(sign * rounding.minorUnits(amount), months: count)
  }

  /// Begins another stretch of rows where the part or the due day is another.
  @inline(__always)
  private mutating func beginStretch(
    month: Int, part: Int, _ columns: inout PostedColumns
  ) {
    let dueDay = dueDays.day(inMonth: month)
    guard part != openPart || dueDay != openDueDay else { return }
    openPart = part
    openDueDay = dueDay
    columns.beginStretch(
      charge, hall: hall, part: part, month: month, dueDay: dueDay, dueRule: dueRule)
  }
}
