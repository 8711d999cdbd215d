/// Where a day goes that is not a business day.
///
/// Source: ISDA 2006 Definitions §4.12.
public enum BusinessDayConvention: String, CaseIterable, Sendable {
  /// It stays where it is.
  case unadjusted
  /// To the next business day.
  case following
  /// To the next business day, or the one before if the next is in another month.
  case modifiedFollowing = "modified following"
  /// To the business day before.
  case preceding
  /// To the business day before, or the next if the one before is in another month.
  case modifiedPreceding = "modified preceding"
}

extension BusinessCalendar {
  /// A day, moved by a convention if it is not a business day.
  public func adjust(_ date: CalendarDate, _ convention: BusinessDayConvention) -> CalendarDate {
    switch convention {
    case .unadjusted: return date
    case .following: return nearestBusinessDay(to: date, step: 1)
    case .preceding: return nearestBusinessDay(to: date, step: -1)
    case .modifiedFollowing, .modifiedPreceding:
      let step = convention == .modifiedFollowing ? 1 : -1
      let moved = nearestBusinessDay(to: date, step: step)
      return moved.yearMonth == date.yearMonth
        ? moved : nearestBusinessDay(to: date, step: -step)
    }
  }

  /// A day moved by a number of business days, which may be negative; by none it stays.
  ///
  /// - Complexity: O(n) in the number of days.
  public func adding(businessDays: Int, to date: CalendarDate) -> CalendarDate {
    let step = businessDays.signum()
    var day = date
    for _ in 0..<abs(businessDays) {
      day = nearestBusinessDay(to: day.adding(days: step), step: step)
    }
    return day
  }

  /// The number of business days from a day, included, to another, excluded.
  ///
  /// - Complexity: O(n) in the number of days.
  public func businessDays(in days: Range<CalendarDate>) -> Int {
    (0..<days.lowerBound.days(until: days.upperBound))
      .count { isBusinessDay(days.lowerBound.adding(days: $0)) }
  }

  /// The first business day from a day on, or back. No closing lasts longer than a week.
  private func nearestBusinessDay(to date: CalendarDate, step: Int) -> CalendarDate {
    var day = date
    for _ in 0..<Self.longestClosing where !isBusinessDay(day) { day = day.adding(days: step) }
    assert(isBusinessDay(day), "a business day within two weeks")
    return day
  }

  private static let longestClosing = 14
}
