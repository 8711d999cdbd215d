import FinanceBasics
import LeaseModel

/// The coefficients of every lease in a box of terms, enclosed.
///
/// A hall's rent depends on how many months it is in force, and on how many months after the
/// clock's anchor that begins; both depend on its commencement in a convex or a concave way, so that
/// a mean over halls lies between the value at the mean commencement and the chord.
struct OutlineCoefficients {
  let facts: OutlineFacts
  let choices: TermChoices
  let box: TermBox
  /// At the least and at the greatest growth of the box.
  var tables: (low: LevelTable, high: LevelTable)
  let term: Double
  let renewal: Double

  /// The commencements of the box, in months.
  struct Places {
    /// Of each hall, or of the first and the last.
    var halls: [MonthSpan]
    var first: Interval
    var last: Interval
    /// By which a length or an anniversary may be off.
    var slack: Double
  }

  /// `nil` of a box in which the last commencement would be before the first.
  ///
  /// - Parameter tables: Of the box's growth, by `tables(_:_:)`.
  static func enclosing(
    _ facts: OutlineFacts, _ choices: TermChoices, _ box: TermBox,
    _ tables: (low: LevelTable, high: LevelTable)
  ) -> RentCoefficients? {
    guard let months = facts.termMonths, let clock = choices.clock else { return nil }
    let own = OutlineCoefficients(
      facts: facts, choices: choices, box: box, tables: tables, term: Double(months),
      renewal: Double(facts.renewalMonths))
    guard let places = own.places() else { return nil }
    let shapes = own.shapes(places, clock: clock)
    return own.coefficients(shapes, places, clock: clock)
  }

  /// The levels at the least and the greatest growth of an interval.
  static func tables(
    _ facts: OutlineFacts, _ growth: Interval
  ) -> (low: LevelTable, high: LevelTable) {
    if let levels = facts.levels {
      return (LevelTable(levels: levels), LevelTable(levels: levels))
    }
    let years = ((facts.termMonths ?? 0) + facts.renewalMonths) / 12 + 8
    return (
      LevelTable(growth: growth.lower, years: years), LevelTable(growth: growth.upper, years: years)
    )
  }

  private func places() -> Places? {
    let spans = box.days.map { MonthSpan($0, isWholeMonths: facts.isWholeMonths) }
    guard let some = spans.first else { return nil }
    var first = Interval(some.low, some.high)
    var last = first
    if box.spread != nil, spans.count == 2 {
      last = Interval(spans[1].low, spans[1].high)
      guard first.lower <= last.upper else { return nil }
      // The last hall does not begin before the first.
      last = Interval(max(last.lower, first.lower), last.upper)
      first = Interval(first.lower, min(first.upper, last.upper))
    } else {
      for span in spans.dropFirst() {
        first = Interval(min(first.lower, span.low), min(first.upper, span.high))
        last = Interval(max(last.lower, span.low), max(last.upper, span.high))
      }
    }
    let months = facts.termMonths ?? 0
    // Between the first and the last hall others may begin on any day.
    let whole = box.days.map(\.lowerBound).min() ?? 0
    let end = box.days.map(\.upperBound).max() ?? whole
    let span = MonthSpan(whole...end, isWholeMonths: facts.isWholeMonths)
    let touched = box.spread == nil ? spans : [span]
    let slack = touched.map {
      max($0.slack(adding: months), $0.slack(adding: facts.renewalMonths))
    }
    return Places(halls: spans, first: first, last: last, slack: slack.max() ?? 0)
  }
}

/// The months of one hall, or of all halls between the first and the last: lengths and offsets.
struct HallShape {
  /// A number of months that halls have: at the ends, and at their mean by megawatt.
  struct Months {
    var least: Interval
    var greatest: Interval
    var mean: Interval

    /// Of one hall, which is its own mean.
    init(_ only: Interval) {
      least = only
      greatest = only
      mean = only
    }

    init(least: Interval, greatest: Interval, mean: Interval) {
      self.least = least
      self.greatest = greatest
      self.mean = mean
    }

    /// Whether there is one hall, or none differs.
    var isSingle: Bool { least == greatest && greatest == mean }
  }

  /// Its share of the megawatts.
  let share: Interval
  /// How long it is in force.
  let length: Months
  /// How long after the first commencement it begins.
  let offset: Months
  /// How far the mean is from the first to the last; of one hall any.
  let spread: Interval
}
