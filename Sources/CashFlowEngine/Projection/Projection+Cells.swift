public import FinanceBasics

extension Projection {
  /// Calls a closure with each posted amount, in the order of the runs and month by month.
  @inlinable
  public func forEachCell(_ body: (Cell) -> Void) {
    var cursor = MonthCursor(YearMonth(index: 0))
    for run in postings {
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
        cursor.advance()
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
