import FinanceBasics
import LeaseModel

/// Lease years counted from an anchor, and the day from which each is charged.
struct LeaseClock {
  let anchor: MonthDay
  let anniversary: RentRules.Anniversary

  /// The first day charged at the level of a lease year, counted from 0.
  ///
  /// An anniversary inside a month moves to the month's first day, or to the next one's, where
  /// the lease does not split the month.
  @inline(__always)
  func beginning(ofYear year: Int) -> MonthDay {
    let day = anchor.adding(months: year * 12)
    return switch anniversary {
    case .daySplit: day
    case .monthOf: day.firstOfMonth
    case .nextMonth: day.firstFollowing
    }
  }

  /// The month in which an anniversary truly falls, which an index is looked up by.
  func anniversaryMonth(ofYear year: Int) -> Int { anchor.month + year * 12 }

  /// The lease year whose level a day is charged at; 0 before the first anniversary.
  func year(at day: MonthDay) -> Int {
    var year = max(0, (day.month - anchor.month) / 12 - 1)
    while beginning(ofYear: year + 1) <= day { year += 1 }
    return year
  }
}
