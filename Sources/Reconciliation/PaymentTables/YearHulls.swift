import FinanceBasics

/// What a hall pays in each year for a rent of one a month, over ranges of days on which it begins.
///
/// Beside the years themselves stand the years without growth: payments less g times all payments
/// before them. A hall that began in an earlier year has a year's first rent there, whatever its
/// day; so these tell rents from dates where the years alone do not.
struct YearHulls {
  /// The least and the greatest of each year, then of each year without growth.
  struct Hull {
    let least: [Double]
    let most: [Double]

    func joined(with other: Hull) -> Hull {
      Hull(
        least: zip(least, other.least).map { min($0, $1) },
        most: zip(most, other.most).map { max($0, $1) })
    }
  }

  private let growth: Double
  private let levels: [Double]
  /// By hall, first and last day.
  private var known: [UInt64: Hull] = [:]

  init(growth: Double) {
    self.growth = growth
    levels = PaymentModel.levels(growth)
  }

  /// The hull of a range of days, joined from those of its halves.
  mutating func hull(
    hall: Int, days: ClosedRange<CalendarDate>, shapes: RowShapes
  ) -> Hull {
    // 24 bits hold every day that a deal can name.
    let first = UInt64(days.lowerBound.dayNumber - CalendarDate.earliest.dayNumber)
    let last = UInt64(days.upperBound.dayNumber - CalendarDate.earliest.dayNumber)
    let key = UInt64(hall) << 48 | first << 24 | last
    if let hull = known[key] { return hull }
    let hull: Hull
    if let halves = days.halves {
      hull = self.hull(hall: hall, days: halves.0, shapes: shapes)
        .joined(with: self.hull(hall: hall, days: halves.1, shapes: shapes))
    } else {
      hull = point(hall: hall, day: days.lowerBound, shapes: shapes)
    }
    known[key] = hull
    return hull
  }

  private func point(hall: Int, day: CalendarDate, shapes: RowShapes) -> Hull {
    var sums = [Double](repeating: 0, count: shapes.rowCount)
    shapes.shape(hall: hall, from: day, to: shapes.endOfYears, anchor: nil)
      .add(1, levels: levels, to: &sums)
    let years = sums.dropLast()
    var before = 0.0
    let withoutGrowth = years.map { paid in
      defer { before += paid }
      return paid - growth * before
    }
    let all = Array(years) + withoutGrowth
    return Hull(least: all, most: all)
  }
}

extension ClosedRange<CalendarDate> {
  /// The two halves of the days; `nil` of one day.
  var halves: (ClosedRange, ClosedRange)? {
    guard lowerBound < upperBound else { return nil }
    let middle = lowerBound.adding(days: lowerBound.days(until: upperBound) / 2)
    return (lowerBound...middle, middle.adding(days: 1)...upperBound)
  }
}
