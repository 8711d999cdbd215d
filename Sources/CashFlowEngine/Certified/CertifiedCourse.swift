import FinanceBasics
import LeaseModel

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
  /// The first days of the steps of a table, and the places of their rates; empty without one.
  var steps: [MonthDay] = []
  var stepRates: [Int] = []
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
  /// - Parameter levels: By year from the first; the last holds on.
  func follow(
    _ levels: [UInt64], from start: MonthDay, to end: MonthDay,
    into stretches: inout [CertifiedStretch]
  ) {
    var day = start
    var year = clock.year(at: day)
    var step = 0
    while day < end {
      while clock.beginning(ofYear: year + 1) <= day { year += 1 }
      while step + 1 < steps.count, steps[step + 1] <= day { step += 1 }
      let place = min(max(0, year - firstYear), levels.count - 1)
      var next = end
      if place + 1 < levels.count { next = min(next, clock.beginning(ofYear: year + 1)) }
      if step + 1 < steps.count { next = min(next, steps[step + 1]) }
      var level = levels[place]
      var isAbated = false
      if let abatementEnd, day < abatementEnd {
        next = min(next, abatementEnd)
        level = kept.level(level)
        isAbated = true
      }
      stretches.append(
        CertifiedStretch(
          start: day, end: next, level: level, rate: steps.isEmpty ? rate : stepRates[step],
          part: part, isOfRenewal: isOfRenewal, source: source, year: place, isAbated: isAbated))
      day = next
    }
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
