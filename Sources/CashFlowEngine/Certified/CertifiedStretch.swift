/// Days of one hall at one level of one rate.
struct CertifiedStretch {
  let start: MonthDay
  /// The day after the last one.
  let end: MonthDay
  /// In units of 2⁻⁶⁰ of the rate.
  let level: UInt64
  /// The place of the rate among those of the lease.
  let rate: Int
  /// Of base rent the place of its period, of renewal rent that of its renewal.
  let part: Int
  let isOfRenewal: Bool
  let source: LevelSource
  /// The year of the level, from 0, by which it can be worked out exactly.
  let year: Int
  /// Whether part of the rent is let off.
  let isAbated: Bool
}

/// Whose escalator a level follows.
enum LevelSource: Hashable {
  case period(Int)
  case renewal(Int)
}
