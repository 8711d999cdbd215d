public import FinanceBasics

/// A month with the number of its first day, which steps on without calendar arithmetic.
@usableFromInline
struct MonthCursor {
  @usableFromInline private(set) var month: YearMonth
  /// Days from 1970-01-01 to the first of the month.
  @usableFromInline private(set) var firstDay: Int32
  /// The days of the months from this one to December less 28, two bits each.
  @usableFromInline private(set) var lengths: UInt32
  /// Twice the months of the year from this one on.
  @usableFromInline private(set) var bits: Int32

  @usableFromInline
  init(_ month: YearMonth) {
    self.month = month
    firstDay = month.firstDay.dayNumber
    let place = Int32(truncatingIfNeeded: month.month - 1)
    lengths = monthLengths(ofYear: month.year) >> UInt32(2 * place)
    bits = 2 * (12 - place)
  }

  /// The days of the month.
  @inlinable var length: Int32 { 28 &+ Int32(truncatingIfNeeded: lengths & 3) }

  /// Goes on to the next month.
  @inlinable
  mutating func advance() {
    firstDay &+= length
    month = YearMonth(index: month.index &+ 1)
    lengths &>>= 2
    bits &-= 2
    if bits == 0 {
      lengths = monthLengths(ofYear: month.year)
      bits = 24
    }
  }
}

/// The days of each month from January on less 28, two bits each from the lowest up.
@usableFromInline
func monthLengths(ofYear year: Int) -> UInt32 {
  let usual: UInt32 = 0b11_10_11_10_11_11_10_11_10_11_00_11
  return isLeapYear(year) ? usual | 0b01_00 : usual
}
