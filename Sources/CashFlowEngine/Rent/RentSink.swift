import FinanceBasics

/// What takes the days of a course of rent: one writes runs, the other only adds up.
protocol RentSink {
  /// Takes a coefficient, charged a whole month, on the days of a range that follows the last one.
  mutating func add(
    from start: MonthDay, to end: MonthDay, part: Int, coefficient: PreciseReal
  ) throws(ProjectionProblem)
}
