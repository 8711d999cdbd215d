extension DayCount {
  /// The days of a rule with months of 30 days: 360 × years + 30 × months + days.
  func thirtyDayMonths(
    from start: CalendarDate, to end: CalendarDate, isLast: Bool
  ) -> Int {
    let (first, last) = (start.components, end.components)
    let isFirstFebruaryEnd = first.month == 2 && start == start.lastOfMonth
    let isLastFebruaryEnd = last.month == 2 && end == end.lastOfMonth
    var (d1, d2) = (first.day, last.day)
    switch self {
    case .thirty360US:
      if isFirstFebruaryEnd, isLastFebruaryEnd { d2 = 30 }
      d1 = isFirstFebruaryEnd ? 30 : min(d1, 30)
      if d2 == 31, d1 == 30 { d2 = 30 }
    case .thirty360PSA:
      d1 = isFirstFebruaryEnd ? 30 : min(d1, 30)
      if d2 == 31, d1 == 30 { d2 = 30 }
    case .thirtyE360:
      (d1, d2) = (min(d1, 30), min(d2, 30))
    case .thirtyE360ISDA, .thirtyE365:
      let keepsLast = isLast && self == .thirtyE360ISDA
      d1 = isFirstFebruaryEnd ? 30 : min(d1, 30)
      d2 = isLastFebruaryEnd && !keepsLast ? 30 : min(d2, 30)
    case .thirtyEPlus360:
      // A last 31st is the next 1st: 30 days on and one more.
      d1 = min(d1, 30)
    default:
      // The bond basis, and NASD: its next 1st counts as the 31st of the month before.
      d1 = min(d1, 30)
      if d2 == 31, d1 == 30 { d2 = 30 }
    }
    return 360 * (last.year - first.year) + 30 * (last.month - first.month) + d2 - d1
  }
}
