import FinanceBasics
import LeaseModel

extension PostedColumns {
  /// Adds a lease that was projected from exact flows.
  mutating func appendLease(_ runs: [CashFlowRun], rules: RentRules) {
    var last: PostedRun?
    var months: ClosedRange<Int>?
    for run in runs.lazy.map(\.posted) {
      if !run.continues(last) {
        let rule = place(of: DueRule(run, rules: rules))
        beginStretch(
          run.charge, hall: Int(run.storedHall), part: Int(run.storedPart),
          month: Int(run.firstMonth.index), dueDay: Int(run.storedDueDay), dueRule: rule)
      }
      append(run.minorUnits, months: Int(run.storedMonthCount))
      last = run
      let own = Int(run.firstMonth.index)...Int(run.firstMonth.index + run.storedMonthCount) - 1
      months =
        months.map {
          min($0.lowerBound, own.lowerBound)...max($0.upperBound, own.upperBound)
        } ?? own
    }
    endLease(months: months)
  }

  /// The posted runs of all leases.
  var runs: [PostedRun] {
    var runs: [PostedRun] = []
    runs.reserveCapacity(minorUnits.count)
    for place in stretches.indices {
      let stretch = stretches[place]
      var month = Int(stretch.firstMonth)
      for row in rows(ofStretch: place) {
        let count = Int(monthCounts[row])
        runs.append(
          PostedRun(
            charge: stretch.charge, hall: Int(stretch.hall), part: Int(stretch.part),
            firstMonth: YearMonth(index: Int32(truncatingIfNeeded: month)), monthCount: count,
            minorUnits: minorUnits[row], dueDay: Int(stretch.dueDay),
            paymentDays: Int(dueRules[Int(stretch.dueRule)].paymentDays)))
        month += count
      }
    }
    return runs
  }
}

extension PostedRun {
  /// Whether the run goes on where another ends, and falls due as it does.
  fileprivate func continues(_ other: PostedRun?) -> Bool {
    guard let other else { return false }
    return charge == other.charge && storedHall == other.storedHall
      && storedPart == other.storedPart && storedDueDay == other.storedDueDay
      && storedPaymentDays == other.storedPaymentDays
      && firstMonth.index == other.firstMonth.index + other.storedMonthCount
  }
}

extension PostedColumns {
  /// The posted amounts of a lease, in the order of its runs and month by month.
  func cells(ofLease place: Int) -> [Cell] {
    var cells: [Cell] = []
    for stretchPlace in stretches(ofLease: place) {
      let stretch = stretches[stretchPlace]
      let rule = dueRules[Int(stretch.dueRule)]
      var month = YearMonth(index: stretch.firstMonth)
      for row in rows(ofStretch: stretchPlace) {
        for _ in 0..<monthCounts[row] {
          cells.append(
            Cell(
              charge: stretch.charge, hall: Int(stretch.hall), month: month,
              minorUnits: minorUnits[row],
              due: rule.paid(in: month, dueDay: Int(stretch.dueDay))))
          month = month.adding(months: 1)
        }
      }
    }
    return cells
  }
}
