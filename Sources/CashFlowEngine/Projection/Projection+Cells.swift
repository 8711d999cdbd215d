public import FinanceBasics
import LeaseModel

extension Projection {
  /// Calls a closure with each posted amount, in the order of the runs and month by month.
  @inlinable
  public func forEachCell(_ body: (Cell) -> Void) {
    // Leases whose payments never move, as most do, are spared the question in every month.
    guard !movesDueDays else {
      forEachUnmovedCell { body(moved($0)) }
      return
    }
    forEachUnmovedCell(body)
  }

  /// A cell paid on a business day of the lease's calendar, where its charge moves at all.
  @usableFromInline
  func moved(_ cell: Cell) -> Cell {
    guard !cell.charge.isDated else { return cell }
    return Cell(
      charge: cell.charge, hall: cell.hall, month: cell.month, minorUnits: cell.minorUnits,
      due: lease.rules.paid(on: cell.due))
  }

  /// The day on which the amount of a month of a run is paid: a business day, where the lease says
  /// so and the charge moves at all.
  public func due(of run: CashFlowRun, in month: YearMonth) -> CalendarDate {
    let due = run.due(in: month)
    return run.charge.isDated ? due : lease.rules.paid(on: due)
  }

  /// Calls a closure with each posted amount, on its day before any calendar moves it.
  @inlinable @inline(__always)
  func forEachUnmovedCell(_ body: (Cell) -> Void) {
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
