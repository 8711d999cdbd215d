import FinanceBasics
import LeaseModel

/// What is left of a cost after the reduction in force, from one change to the next.
struct KeptShares {
  private let steps: [(start: MonthDay, kept: PreciseReal)]

  /// - Parameter term: Of the hall, whose own commencement lease years are counted from.
  init(_ reductions: [CostReduction], term: HallTerm) {
    steps = reductions.map { reduction in
      let kept = (ExactDecimal.one - reduction.share).real
      switch reduction.start {
      case .date(let date): return (MonthDay(date), kept)
      case .leaseYear(let number):
        // The first lease year begins with the term, whatever becomes of anniversaries.
        return (number > 1 ? term.ownClock.beginning(ofYear: number - 1) : term.start, kept)
      }
    }
  }

  /// The share by the last reduction of the list that has begun, and the first day after it on which
  /// another one may hold.
  func share(at day: MonthDay) -> (kept: PreciseReal, until: MonthDay) {
    var until = MonthDay.never
    for step in steps where step.start > day { until = min(until, step.start) }
    return (steps.last { $0.start <= day }?.kept ?? .one, until)
  }
}
