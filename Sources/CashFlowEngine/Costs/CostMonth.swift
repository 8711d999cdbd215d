import FinanceBasics

/// What a cost line comes to in one month of one hall, in minor units before rounding.
struct CostMonth {
  /// The days of the month on which the line runs, by number from 1, end excluded; empty where it
  /// does not.
  let days: Range<Int>
  /// Days on which recoveries are let off.
  var abatedDays = 0
  /// What is paid.
  var cost = PreciseReal.zero
  /// What of it may be passed on.
  var passed = PreciseReal.zero
  /// What the landlord bears first.
  var base = PreciseReal.zero
  /// The least that is recovered before the fee; zero where there is no bound.
  var floor = PreciseReal.zero
  /// The most that is recovered before the fee; zero where there is no bound.
  var cap = PreciseReal.zero

  /// All that the tenant pays back of it; `nil` of a line that is never paid back.
  var recovered: PreciseReal?

  /// A month without cost.
  static let none = CostMonth(days: 1..<1)

  init(days: Range<Int>) {
    self.days = days
  }
}

/// What a line's share is taken of: the month's rent, or its power.
struct ShareBase {
  /// In minor units.
  var cost = PreciseReal.zero
  /// What of it may be passed on.
  var passed = PreciseReal.zero
}
