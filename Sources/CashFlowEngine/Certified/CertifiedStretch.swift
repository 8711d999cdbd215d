/// Days of one hall at one rate: at one level, or so many whole lease years, each at the next level.
struct CertifiedStretch {
  let start: MonthDay
  /// The day after the last one.
  let end: MonthDay
  /// The place of the first level among those of the lease.
  let level: Int
  /// 1 of a stretch at one level, however long it is; else the years from the start on.
  let years: Int
  /// The place of the rate among those of the lease.
  let rate: Int
  /// Of base rent the place of its period, of renewal rent that of its renewal.
  let part: Int
  let isOfRenewal: Bool
  let source: LevelSource
  /// The year of the first level, from 0, by which it can be worked out exactly.
  let year: Int
  /// Whether part of the rent is let off.
  let isAbated: Bool

  /// Whether the stretch is of the base term and a rent period.
  func isOfBase(period: Int) -> Bool { !isOfRenewal && part == period }

  /// The days of one of the years, from 0.
  func days(ofYear year: Int) -> Range<MonthDay> {
    years == 1
      ? start..<end : start.adding(months: 12 * year)..<start.adding(months: 12 * (year + 1))
  }
}

/// Whose escalator a level follows.
enum LevelSource: Hashable {
  case period(Int)
  case renewal(Int)
}
