import CashFlowEngine
import FinanceBasics
import LeaseModel

/// The rents of a lease day by day in fractions of any size: slow, and as the conventions read.
///
/// It knows one rent period, fixed and stepped escalators, and renewals that continue or are flat.
struct NaiveProjection {
  struct Key: Hashable {
    let hall: Int
    let isRenewal: Bool
    let month: YearMonth
  }

  /// The exact minor units of each cell.
  let cells: [Key: BigRational]

  init(_ lease: Lease, case projectionCase: ProjectionCase) {
    let levels = NaiveLevels(lease.periods[0].escalator)
    var weights: [Key: BigRational] = [:]
    for index in lease.halls.indices {
      let days = NaiveHall(lease, hall: index)
      let base = days.start..<days.end
      for (month, weight) in naiveMonths(
        base, lease: lease, coefficient: { days.coefficient(on: $0, levels) })
      {
        weights[Key(hall: index, isRenewal: false, month: month)] = weight
      }
      guard projectionCase == .full, let renewal = lease.renewals.first else { continue }
      let last = days.end.adding(days: -1)
      let end = days.end.adding(months: lease.renewals.reduce(0) { $0 + $1.months })
      for (month, weight) in naiveMonths(
        days.end..<end, lease: lease,
        coefficient: { levels.level(days.year(on: renewal.rent == .flat ? last : $0)) })
      {
        weights[Key(hall: index, isRenewal: true, month: month)] = weight
      }
    }
    let rate = naiveRate(lease, weights: weights)
    cells = Dictionary(
      uniqueKeysWithValues: weights.map { key, weight in
        let megawatts = BigRational(lease.halls[key.hall].criticalIT)
        return (key, weight * rate * megawatts * BigRational(100))
      })
  }
}

/// The months of a stretch: what its days bring, prorated.
private func naiveMonths(
  _ stretch: Range<CalendarDate>, lease: Lease, coefficient: (CalendarDate) -> BigRational
) -> [(YearMonth, BigRational)] {
  var months: [(YearMonth, BigRational)] = []
  var date = stretch.lowerBound
  while date < stretch.upperBound {
    let month = date.yearMonth
    var sum = BigRational.zero
    var days = 0
    var thirtieths = 0
    while date < stretch.upperBound, date.yearMonth == month {
      sum = sum + coefficient(date)
      days += 1
      thirtieths += thirtieth(of: date)
      date = date.adding(days: 1)
    }
    let isWhole = days == month.dayCount
    let share =
      switch lease.rules.proration {
      case .thirty360 where !isWhole: BigRational(thirtieths, over: 30 * days)
      case .actual365 where !isWhole: BigRational(12, over: 365)
      default: BigRational(1, over: month.dayCount)
      }
    months.append((month, sum * share))
  }
  return months
}

/// The days of 30 that a day of a month stands for: a 30th followed by a 31st is none, and the last
/// day of February stands for the rest.
private func thirtieth(of date: CalendarDate) -> Int {
  let length = date.yearMonth.dayCount
  if date.day == length { return length < 30 ? 31 - length : 1 }
  return date.day == 30 ? 0 : 1
}

/// The rate a megawatt and month, stated or solved.
private func naiveRate(_ lease: Lease, weights: [NaiveProjection.Key: BigRational]) -> BigRational {
  let megawatts = lease.halls.reduce(BigRational.zero) { $0 + BigRational($1.criticalIT) }
  switch lease.periods[0].rent {
  case .rate(.perKilowattMonth(let rate)): return BigRational(rate) * BigRational(1000)
  case .rate(.perMegawattYear(let rate)): return BigRational(rate) / BigRational(12)
  case .rate(.perYear(let rate)): return BigRational(rate) / (megawatts * BigRational(12))
  case .rate(.perMonth(let rate)): return BigRational(rate) / megawatts
  case .steps: return .zero
  case .contractValue(let value):
    // Fractions of one denominator are added first, so that few large ones are left.
    var sums: [BigInteger: BigRational] = [:]
    for (key, weight) in weights where !key.isRenewal {
      let part = weight * BigRational(lease.halls[key.hall].criticalIT)
      sums[part.denominator] = (sums[part.denominator] ?? .zero) + part
    }
    return BigRational(value) / sums.values.reduce(.zero) { $0 + $1 }
  }
}
