import FinanceBasics
import LeaseModel

extension LeaseDerivations {
  /// The part of a month's amount that falls on some of its days; `nil` where it is all of it.
  ///
  /// - Parameters:
  ///   - charged: Days of one month.
  ///   - stretch: The days that are prorated together: a month that they fill costs a whole amount.
  func share(
    of charged: Range<CalendarDate>, stretch: Range<CalendarDate>, hall: Int
  ) -> Node? {
    let month = charged.lowerBound.yearMonth
    let inForce = stretch.clamped(to: month.days)
    let count = inForce.lowerBound.days(until: inForce.upperBound)
    let days = charged.lowerBound.days(until: charged.upperBound)
    guard days < month.dayCount else { return nil }
    let label = "share of the month, \(charged.words)"
    let charged = Node(
      "days charged, \(charged.words)", unit: "days", count: days,
      quantity: .commencement(hall: hall))
    let length = Node("days in \(month)", unit: "days", count: month.dayCount)
    guard count < month.dayCount else {
      return Node(label, .quotient(charged, length), quantity: .anniversary)
    }
    switch lease.rules.proration {
    case .actualMonth, .wholeMonthFromNext:
      return Node(label, .quotient(charged, length), quantity: .proration)
    case .actual365:
      let months = Node("months of charged days", .product([count12, charged]))
      return Node(
        label, .quotient(months, Node("days of a year", unit: "days", count: 365)),
        quantity: .proration, note: "annual amount ÷ 365 × days")
    case .thirty360:
      let part = Node(
        "days in force, of 30", unit: "days", count: thirtieths(of: inForce, in: month),
        note: "the 31st is none, and the last day of a month is its 30th")
      let whole = Node(
        "share in force", .quotient(part, Node("days of a month", unit: "days", count: 30)),
        quantity: .proration)
      guard days < count else { return whole }
      let force = Node("days in force, \(inForce.words)", unit: "days", count: count)
      return Node(
        label, .product([whole, Node("of the days in force", .quotient(charged, force))]))
    }
  }

  private func thirtieths(of inForce: Range<CalendarDate>, in month: YearMonth) -> Int {
    let first = min(inForce.lowerBound.day, 30)
    let last = inForce.upperBound.adding(days: -1)
    return (last == month.lastDay ? 31 : min(inForce.upperBound.day, 30)) - first
  }

  var count12: Node { Node("months of a year", unit: "months", count: 12) }

  /// How many months' amounts some days cost, whole ones and parts.
  func months(
    in charged: Range<CalendarDate>, stretch: Range<CalendarDate>, hall: Int
  ) -> Node {
    var parts: [Node] = []
    var first = charged.lowerBound
    let end = charged.upperBound
    if first.day > 1 || end < first.yearMonth.adding(months: 1).firstDay {
      let stop = min(end, first.yearMonth.adding(months: 1).firstDay)
      if let part = share(of: first..<stop, stretch: stretch, hall: hall) { parts.append(part) }
      first = stop
    }
    let whole = first < end ? first.yearMonth.months(until: end.yearMonth) : 0
    if whole > 0 {
      let last = first.adding(months: whole)
      parts.append(
        Node("whole months, \((first..<last).words)", unit: "months", count: whole))
      first = last
    }
    if first < end, let part = share(of: first..<end, stretch: stretch, hall: hall) {
      parts.append(part)
    }
    return parts.count == 1
      ? parts[0] : Node("months, \(charged.words)", unit: "months", .sum(parts))
  }
}

extension Range where Bound == CalendarDate {
  /// The first and the last day in words: `2027-05-15 to 2027-05-31`.
  var words: String {
    let last = upperBound.adding(days: -1)
    return last == lowerBound ? "\(lowerBound)" : "\(lowerBound) to \(last)"
  }
}
