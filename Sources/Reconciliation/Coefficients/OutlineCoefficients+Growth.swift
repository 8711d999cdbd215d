import FinanceBasics
import LeaseModel

/// Rents over base rents, whose growth is one and the same: a box of growths tells of each of its
/// ends apart, as the ratio rises or falls with growth.
///
/// The relative change of a sum of rents with growth is the mean of their lease years, weighted by
/// rent. Where all years of one sum are behind the mean of the other, their ratio is monotone.
extension OutlineCoefficients {
  /// Renewals over base rent; `nil` where it is not shown that the ratio rises with growth.
  func rising(_ shapes: [HallShape], _ places: Places, clock: TermClockKind) -> Interval? {
    guard isGrowthOpen, renewal > 0, let ages = ages(of: shapes) else { return nil }
    // A flat renewal is at the level of the last year before it.
    let first = (ages.shortest / 12).rounded(.down) - 1
    guard tables.high.meanYear(before: ages.longest) + ages.latest / 12 + 1 <= first else {
      return nil
    }
    return ratio(shapes, places, clock: clock, risesWithGrowth: true) { own, shape in
      own.renewals(shape, places, clock: clock)
    }
  }

  /// Stabilised rent over base rent; `nil` where it is not shown that the ratio falls with growth.
  func falling(_ shapes: [HallShape], _ places: Places, clock: TermClockKind) -> Interval? {
    guard isGrowthOpen, let ages = ages(of: shapes) else { return nil }
    // Twelve months that begin up to a month after the last commencement.
    let last = ((ages.spread + 13) / 12).rounded(.up)
    guard last <= tables.low.meanYear(before: (ages.shortest / 12).rounded(.down) * 12) else {
      return nil
    }
    return ratio(shapes, places, clock: clock, risesWithGrowth: false) { own, shape in
      own.stabilised(shape, places)
    }
  }

  private var isGrowthOpen: Bool { box.growth.lower < box.growth.upper && facts.levels == nil }

  /// The months of all halls.
  private struct Ages {
    var shortest: Double
    var longest: Double
    /// By which a lease year may be later than the hall's own.
    var latest: Double
    /// From the first commencement to the last.
    var spread: Double
  }

  /// `nil` where a hall may be in force for no month.
  private func ages(of shapes: [HallShape]) -> Ages? {
    let shortest = shapes.map(\.length.least.lower).min() ?? 0
    guard shortest >= 12 else { return nil }
    let longest = shapes.map(\.length.greatest.upper).max() ?? 0
    let spread = shapes.map(\.offset.greatest.upper).max() ?? 0
    return Ages(
      shortest: shortest, longest: longest, latest: choices.isEscalationOfLease ? spread : 0,
      spread: spread)
  }

  private func ratio(
    _ shapes: [HallShape], _ places: Places, clock: TermClockKind, risesWithGrowth: Bool,
    _ amount: (OutlineCoefficients, HallShape) -> Interval
  ) -> Interval? {
    func ratio(at table: LevelTable) -> Interval {
      var own = self
      own.tables = (table, table)
      return own.mean(shapes) { amount(own, $0) }
        .share(of: own.base(shapes, places, clock: clock))
    }
    let (slow, fast) = (ratio(at: tables.low), ratio(at: tables.high))
    let (low, high) = risesWithGrowth ? (slow.lower, fast.upper) : (fast.lower, slow.upper)
    return low <= high ? Interval(low, high) : nil
  }
}
