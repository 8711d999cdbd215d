import FinanceBasics

/// The ranges that hold every point of a family, and whatever the search left over.
struct FamilyRanges {
  /// Of each tranche.
  private(set) var days: [ClosedRange<CalendarDate>]
  /// As a fraction.
  private(set) var growth: ClosedRange<Double>
  /// Of each unknown rent a megawatt and month.
  private(set) var rents: [ClosedRange<Double>]
  /// First-year rent of all tranches a month.
  private(set) var monthlyRents: ClosedRange<Double>

  init?(_ family: PaymentMatcher.Family) {
    var all = family.points.map { met in
      (met.point.days.map { $0...$0 }, met.point.growth, met.point.rents)
    }
    all += family.open.map { ($0.box.days, $0.box.growth, $0.rents) }
    guard let first = all.first else { return nil }
    func total(_ rents: [ClosedRange<Double>]) -> ClosedRange<Double> {
      let low = family.tranches.reduce(0.0) { $0 + $1.megawatts * rents[$1.rent].lowerBound }
      let high = family.tranches.reduce(0.0) { $0 + $1.megawatts * rents[$1.rent].upperBound }
      return low...max(low, high)
    }
    (days, growth, rents) = first
    monthlyRents = total(first.2)
    for (otherDays, otherGrowth, otherRents) in all.dropFirst() {
      days = zip(days, otherDays).map { $0.joined(with: $1) }
      growth = growth.joined(with: otherGrowth)
      rents = zip(rents, otherRents).map { $0.joined(with: $1) }
      monthlyRents = monthlyRents.joined(with: total(otherRents))
    }
  }
}

extension ClosedRange {
  /// The smallest range that holds both.
  func joined(with other: ClosedRange) -> ClosedRange {
    Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
  }
}

extension FittedTerm {
  /// A value with a range, rounded outward and wide enough to hold it.
  ///
  /// - Parameter places: Digits after the point that the range keeps.
  init(value: PreciseReal, within range: ClosedRange<Double>, places: Int = 6) {
    let low = Self.outward(range.lowerBound, places: places, isDown: true)
    let high = Self.outward(range.upperBound, places: places, isDown: false)
    self.init(value: value, low: min(low, value), high: max(high, value))
  }

  private static func outward(_ value: Double, places: Int, isDown: Bool) -> PreciseReal {
    var power = 1.0
    for _ in 0..<places { power *= 10 }
    // An unbounded range is cut where no rent of a deal is.
    let bounded = min(value, 1e15) * power
    let digits = isDown ? bounded.rounded(.down) : bounded.rounded(.up)
    return ExactDecimal(digits: Int128(digits), fractionDigits: places).real
  }
}
