public import FinanceBasics

extension Projection {
  /// Calls a closure with each posted amount, in the order of the runs and month by month.
  @inlinable
  public func forEachCell(_ body: (Cell) -> Void) {
    var cursor = MonthCursor(YearMonth(index: 0))
    for place in postings.indices {
      let run = postings[place]
      if cursor.month != run.firstMonth { cursor = MonthCursor(run.firstMonth) }
      let dueDay = Int32(run.storedDueDay)
      let paymentDays = run.storedPaymentDays
      for _ in 0..<run.storedMonthCount {
        let length = cursor.length
        let due = cursor.firstDay &+ min(dueDay, length) &- 1 &+ paymentDays
        body(
          Cell(
            charge: run.charge, hall: Int(run.storedHall), month: cursor.month,
            minorUnits: run.minorUnits, due: CalendarDate(dayNumber: due)))
        cursor.advance(over: length)
      }
    }
  }

  /// Every posted amount, in the order of the runs and month by month.
  public var cells: [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(postings.reduce(0) { $0 + Int($1.storedMonthCount) })
    forEachCell { cells.append($0) }
    return cells
  }
}

/// A month with the number of its first day, which steps on without calendar arithmetic.
@usableFromInline
struct MonthCursor {
  @usableFromInline var month: YearMonth
  /// Days from 1970-01-01 to the first of the month.
  @usableFromInline var firstDay: Int32
  /// The month of the year, from 1.
  @usableFromInline var number: Int32
  @usableFromInline var isLeap: Bool

  @usableFromInline
  init(_ month: YearMonth) {
    self.month = month
    firstDay = month.firstDay.dayNumber
    number = Int32(truncatingIfNeeded: month.month)
    isLeap = isLeapYear(month.year)
  }

  /// The days of the month.
  @inlinable var length: Int32 {
    // Odd months up to July and even ones from August on have 31 days.
    let usual = 30 &+ (number ^ number &>> 3) & 1
    return number == 2 ? (isLeap ? 29 : 28) : usual
  }

  /// Goes on to the next month.
  @inlinable
  mutating func advance(over length: Int32) {
    firstDay &+= length
    month = YearMonth(index: month.index &+ 1)
    number &+= 1
    if number > 12 {
      number = 1
      isLeap = isLeapYear(month.year)
    }
  }
}
