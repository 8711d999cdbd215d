import FinanceBasics
import LeaseModel

/// The sum of a course of rent over the months of a stretch.
struct MonthSum: RentSink {
  private let proration: RentRules.Proration
  private let start: MonthDay
  private let end: MonthDay
  private(set) var total = PreciseReal.zero
  private var shares = ShareMemory()

  /// - Parameters:
  ///   - start: The first of the days that are prorated together.
  ///   - end: The day after the last of them.
  init(from start: MonthDay, to end: MonthDay, proration: RentRules.Proration) {
    self.proration = proration
    self.start = start
    self.end = end
  }

  @inline(__always)
  mutating func add(
    from first: MonthDay, to last: MonthDay, part: Int, coefficient: PreciseReal
  ) {
    let months = last.month - first.month
    if first.day == last.day, first.day == 1 || isSplitEvenly(first.month, last.month) {
      total = total.plus(coefficient.times(months))
      return
    }
    if months == 0 {
      addPart(of: first.month, days: first.day..<last.day, coefficient: coefficient)
      return
    }
    let length = dayCount(ofMonth: first.month)
    addPart(of: first.month, days: first.day..<length + 1, coefficient: coefficient)
    total = total.plus(coefficient.times(months - 1))
    if last.day > 1 { addPart(of: last.month, days: 1..<last.day, coefficient: coefficient) }
  }

  /// Whether two months, both wholly in force, have the same length, so that what one lacks of a
  /// whole month the other has.
  private func isSplitEvenly(_ first: Int, _ last: Int) -> Bool {
    first > start.month && last < end.month && dayCount(ofMonth: first) == dayCount(ofMonth: last)
  }

  private mutating func addPart(of month: Int, days: Range<Int>, coefficient: PreciseReal) {
    let share = MonthPart(
      days: days.count, month: month, start: start, end: end, proration: proration)
    total = total.plus(coefficient.times(shares.value(of: share)))
  }
}
