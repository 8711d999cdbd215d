import FinanceBasics
import LeaseModel

/// The days of a hall, its lease years and its free rent, straight from the dates.
struct NaiveHall {
  let start: CalendarDate
  let end: CalendarDate
  private let anchor: CalendarDate
  private let abatementEnd: CalendarDate
  private let paidShare: BigRational
  private let anniversary: RentRules.Anniversary

  init(_ lease: Lease, hall index: Int) {
    let hall = lease.halls[index]
    let isWhole = lease.rules.proration == .wholeMonthFromNext
    func moved(_ date: CalendarDate) -> CalendarDate {
      isWhole && date.day > 1 ? date.firstOfMonth.adding(months: 1) : date
    }
    start = moved(hall.baseTerm.lowerBound)
    // A term that is moved keeps its length; a stated end of one that begins on a first stays.
    let isMoved = start != hall.baseTerm.lowerBound
    end = isMoved ? moved(hall.baseTerm.upperBound) : hall.baseTerm.upperBound
    switch lease.rules.escalationClock {
    case .perHall: anchor = start
    case .lease: anchor = moved(lease.firstCommencement)
    case .date(let date): anchor = date
    }
    abatementEnd = hall.abatement?.length.added(to: start) ?? start
    paidShare = BigRational(ExactDecimal.one - (hall.abatement?.share ?? .zero))
    anniversary = lease.rules.anniversary
  }

  /// Anniversaries counted one by one.
  func year(on date: CalendarDate) -> Int {
    var year = 0
    while true {
      var next = anchor.adding(months: 12 * (year + 1))
      if anniversary == .monthOf { next = next.firstOfMonth }
      if anniversary == .nextMonth, next.day > 1 { next = next.firstOfMonth.adding(months: 1) }
      if next > date { return year }
      year += 1
    }
  }

  func coefficient(on date: CalendarDate, _ levels: NaiveLevels) -> BigRational {
    let level = levels.level(year(on: date))
    return date < abatementEnd ? level * paidShare : level * .one
  }
}

/// Levels by lease year over one denominator, so that days add up cheaply.
struct NaiveLevels {
  private let levels: [BigRational]

  init(_ escalator: Escalator) {
    switch escalator {
    case .fixed(let rate):
      let factor = BigRational(ExactDecimal.one + rate)
      levels = (0..<60).map { year in
        BigRational(
          factor.numerator.raised(to: year) * factor.denominator.raised(to: 59 - year),
          over: factor.denominator.raised(to: 59))
      }
    case .steps(let multipliers): levels = multipliers.map(BigRational.init)
    default: levels = [.one]
    }
  }

  func level(_ year: Int) -> BigRational { levels[min(year, levels.count - 1)] }
}
