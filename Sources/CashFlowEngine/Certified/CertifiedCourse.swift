import FinanceBasics
import LeaseModel

/// A step of a table of rents.
struct CertifiedStep {
  /// Its first day.
  let start: MonthDay
  /// The place of its rate.
  let rate: Int
}

/// How the rent of a hall goes from one change to the next: its cuts, as `RentCourse` makes them.
struct CertifiedCourse {
  let clock: LeaseClock
  /// The lease year of the clock that has the first level.
  let firstYear: Int
  let part: Int
  let isOfRenewal: Bool
  let source: LevelSource
  /// The place of the rate where there are no steps.
  var rate: Int
  /// The day after the days that are abated; `nil` without any.
  var abatementEnd: MonthDay?
  /// What is charged of an abated day.
  var kept = KeptShare.all

  init(
    clock: LeaseClock, firstYear: Int, rate: Int, part: Int, isOfRenewal: Bool, source: LevelSource
  ) {
    self.clock = clock
    self.firstYear = firstYear
    self.rate = rate
    self.part = part
    self.isOfRenewal = isOfRenewal
    self.source = source
  }

  /// Adds the stretches of a range of days.
  ///
  /// - Parameters:
  ///   - table: The places of the levels by year from the first; the last holds on.
  ///   - levels: Takes the levels of abated days.
  ///   - steps: Of a table; empty without one.
  func follow(
    _ table: Range<Int>, of levels: inout CertifiedLevels,
    _ steps: borrowing Scratch<CertifiedStep>,
    from start: MonthDay, to end: MonthDay, into stretches: inout Scratch<CertifiedStretch>
  ) {
    var day = start
    var year = clock.year(at: day)
    var step = 0
    while day < end {
      while clock.beginning(ofYear: year + 1) <= day { year += 1 }
      while step + 1 < steps.count, steps[step + 1].start <= day { step += 1 }
      let place = min(max(0, year - firstYear), table.count - 1)
      let isAbated = abatementEnd.map { day < $0 } ?? false
      let years =
        isAbated || !steps.isEmpty
        ? 0 : wholeYears(from: day, in: year, to: end, levels: table.count)
      var next = end
      if years > 1 {
        next = day.adding(months: 12 * years)
      } else {
        if place + 1 < table.count { next = min(next, clock.beginning(ofYear: year + 1)) }
        if step + 1 < steps.count { next = min(next, steps[step + 1].start) }
        if isAbated, let abatementEnd { next = min(next, abatementEnd) }
      }
      let level = table.lowerBound + place
      stretches.append(
        CertifiedStretch(
          start: day, end: next, level: isAbated ? levels.add(kept, ofLevelAt: level) : level,
          years: max(1, years), rate: steps.isEmpty ? rate : steps[step].rate, part: part,
          isOfRenewal: isOfRenewal, source: source, year: place, isAbated: isAbated))
      day = next
      year += max(0, years - 1)
    }
  }

  /// How many lease years from a day on can be taken together: each is twelve months from the same
  /// day, and each has the next level.
  private func wholeYears(from day: MonthDay, in year: Int, to end: MonthDay, levels: Int) -> Int {
    let isSplit = clock.anchor.day == 1 || clock.anniversary == .daySplit
    guard isSplit, clock.anchor.day <= 28, year >= firstYear,
      day == clock.beginning(ofYear: year)
    else { return 0 }
    let months = end.month - day.month - (end.day < day.day ? 1 : 0)
    return min(months / 12, levels - 1 - (year - firstYear))
  }
}

/// A share from 0 to 1, in units of 2⁻⁶³, too low by less than one of them.
struct KeptShare {
  private let factor: UInt64

  static let all = KeptShare(factor: 1 << 63)

  private init(factor: UInt64) {
    self.factor = factor
  }

  /// What is left after a share from 0 to 1; `nil` where it has too many digits.
  init?(after share: ExactDecimal) {
    guard share.fractionDigits < 19, share.digits >= 0 else { return nil }
    let scale = UInt64(powerOfTen(share.fractionDigits))
    guard share.digits <= Int128(scale) else { return nil }
    let kept = scale - UInt64(share.digits)
    factor =
      kept == scale ? 1 << 63 : scale.dividingFullWidth((kept >> 1, kept << 63)).quotient
  }

  /// That share of a level, too low by less than two units more than the level: one of the share,
  /// as the level is below 2⁶³ units, and one of the product.
  func level(_ level: UInt64) -> UInt64 {
    let (high, low) = level.multipliedFullWidth(by: factor)
    return high << 1 | low >> 63
  }
}
